#include "daemon/wire/field_reader.hpp"

#include "daemon/calendar/business_calendar.hpp"

namespace callwatch {

FieldReader& FieldReader::operator()(Number number, std::string& text)
{
    if (is_at(number, text_type))
        text.assign(take());
    else
        text.clear();
    return *this;
}

FieldReader& FieldReader::operator()(Number number, SharedText& text)
{
    text = is_at(number, text_type) ? take() : std::string_view{};
    return *this;
}

FieldReader& FieldReader::operator()(Number number, LocalDate& date)
{
    date = is_at(number, text_type) ? parse_local_date(take()).value_or(LocalDate{}) : LocalDate{};
    return *this;
}

FieldReader& FieldReader::operator()(Number number, Verdict& verdict)
{
    const auto value = varint(number);
    verdict = value == 0 ? Verdict::unknown : static_cast<Verdict>(value - 1);
    return *this;
}

void FieldReader::finish()
{
    for (; has_field_; next()) from_.skip();
}

/// Moves on to the field of this number, if it is there.
bool FieldReader::is_at(Number number, protozero::pbf_wire_type type)
{
    for (; has_field_ && from_.tag() <= number; next()) {
        if (from_.tag() == number && from_.wire_type() == type) return true;
        from_.skip();
    }
    return false;
}

std::uint64_t FieldReader::varint(Number number)
{
    if (!is_at(number, protozero::pbf_wire_type::varint)) return 0;
    const auto value = from_.get_uint64();
    next();
    return value;
}

std::string_view FieldReader::view()
{
    const auto bytes = from_.get_view();
    return {bytes.data(), bytes.size()};
}

std::string_view FieldReader::take()
{
    const auto bytes = view();
    next();
    return bytes;
}

}  // namespace callwatch
