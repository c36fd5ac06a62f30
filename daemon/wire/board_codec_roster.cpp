#include "daemon/wire/board_codec.hpp"
#include "daemon/wire/board_fields.hpp"

namespace callwatch {
namespace {

template <class FactType, class Book>
bool take_into(Book& book, const std::string& bytes)
{
    FactType fact;
    decode_body(bytes, fact);
    book.apply(fact);
    return true;
}

}  // namespace

void BoardCodec::write_book(const CallerBook& book, const Put& put)
{
    const auto& [rang, by_time, served] = book;
    Record record;
    for (const auto& [call, one] : rang) {
        record.set_caller_rang(encode_body(one));
        put(record);
    }
    for (const auto& [message, one] : served) {
        record.set_caller_served(encode_body(one));
        put(record);
    }
}

bool BoardCodec::take_caller(const Record& record, CallerBook& book)
{
    switch (record.what_case()) {
        case Record::kCallerRang: return take_into<CallerRang>(book, record.caller_rang());
        case Record::kCallerServed: return take_into<CallerServed>(book, record.caller_served());
        default: return false;
    }
}

void BoardCodec::write_book(const RosterBook& book, const Put& put)
{
    const auto& [people, shifts, configuration] = book;
    Record record;
    for (const auto& [person, stays] : people)
        for (const auto& one : stays) {
            record.set_person(encode_body(one));
            put(record);
        }
    for (const auto& [person, planned] : shifts)
        for (const auto& one : planned) {
            record.set_shift(encode_body(one));
            put(record);
        }
    if (!configuration) return;
    record.set_configuration(encode_body(*configuration));
    put(record);
}

bool BoardCodec::take_roster(const Record& record, RosterBook& book)
{
    switch (record.what_case()) {
        case Record::kPerson: return take_into<PersonRecorded>(book, record.person());
        case Record::kShift: return take_into<ShiftPlanned>(book, record.shift());
        case Record::kConfiguration: return take_into<ConfigApplied>(book, record.configuration());
        default: return false;
    }
}

}  // namespace callwatch
