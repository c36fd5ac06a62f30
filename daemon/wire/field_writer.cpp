#include "daemon/wire/field_writer.hpp"

#include "daemon/calendar/business_calendar.hpp"

namespace callwatch {

FieldWriter& FieldWriter::operator()(Number number, LocalDate date)
{
    return (*this)(number, describe(date));
}

}  // namespace callwatch
