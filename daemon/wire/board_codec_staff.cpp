#include "daemon/wire/board_codec.hpp"
#include "daemon/wire/board_fields.hpp"

namespace callwatch {
namespace {

using Record = BoardCodec::Record;

void encode(const Departure& departure, fields::DepartureState& wire)
{
    const auto& [opened, overdue, cover, requested, confirmed, handed_over, observed, reopened] =
        departure;
    wire.set_opened(encode_body(opened));
    wire.set_overdue(overdue);
    if (cover) wire.set_cover(encode_body(*cover));
    if (requested) wire.set_requested(encode_body(*requested));
    if (confirmed) wire.set_confirmed(encode_body(*confirmed));
    if (handed_over) wire.set_handed_over(encode_body(*handed_over));
    if (observed) wire.set_observed(encode_body(*observed));
    if (reopened) wire.set_reopened(encode_body(*reopened));
}

Departure decoded(const fields::DepartureState& wire)
{
    Departure departure;
    decode_body(wire.opened(), departure.opened);
    departure.overdue = wire.overdue();
    if (wire.has_cover()) decode_body(wire.cover(), departure.cover.emplace());
    if (wire.has_requested()) decode_body(wire.requested(), departure.requested.emplace());
    if (wire.has_confirmed()) decode_body(wire.confirmed(), departure.confirmed.emplace());
    if (wire.has_handed_over()) decode_body(wire.handed_over(), departure.handed_over.emplace());
    if (wire.has_observed()) decode_body(wire.observed(), departure.observed.emplace());
    if (wire.has_reopened()) decode_body(wire.reopened(), departure.reopened.emplace());
    return departure;
}

}  // namespace

void BoardCodec::write_book(const DepartureBook& book, const Put& put)
{
    const auto& [departures, left, covers] = book;
    Record record;
    for (const auto& [mailbox, departure] : departures) {
        record.Clear();
        encode(departure, *record.mutable_departure());
        put(record);
    }
    for (const auto& [key, one] : left) {
        record.set_staff_left(encode_body(one));
        put(record);
    }
    for (const auto& [mailbox, one] : covers) {
        record.set_cover(encode_body(one));
        put(record);
    }
}

void BoardCodec::write_book(const AbsenceBook& book, const Put& put)
{
    const auto& [absences, access] = book;
    Record record;
    for (const auto& [person, absence] : absences) {
        record.Clear();
        const auto& [recorded, ended_at, no_cover] = absence;
        auto& wire = *record.mutable_absence();
        wire.set_recorded(encode_body(recorded));
        if (ended_at) wire.set_ended_at_us(micros_of(*ended_at));
        wire.set_no_cover(no_cover);
        put(record);
    }
    for (const auto& [mailbox, one] : access) {
        record.set_access(encode_body(one));
        put(record);
    }
}

bool BoardCodec::take_departure(const Record& record, DepartureBook& book)
{
    switch (record.what_case()) {
        case Record::kDeparture: {
            auto departure = decoded(record.departure());
            const auto mailbox = departure.opened.mailbox;
            book.departures_.emplace(mailbox, std::move(departure));
            return true;
        }
        case Record::kStaffLeft: {
            StaffLeft left;
            decode_body(record.staff_left(), left);
            book.left_.emplace(std::pair{left.person, left.location}, left);
            return true;
        }
        case Record::kCover: {
            CoverAssigned cover;
            decode_body(record.cover(), cover);
            book.covers_.emplace(cover.mailbox, cover);
            return true;
        }
        default: return false;
    }
}

bool BoardCodec::take_absence(const Record& record, AbsenceBook& book)
{
    if (record.has_access()) {
        AccessVerified access;
        decode_body(record.access(), access);
        book.access_.emplace(access.mailbox, access);
        return true;
    }
    if (!record.has_absence()) return false;
    Absence absence;
    decode_body(record.absence().recorded(), absence.recorded);
    if (record.absence().has_ended_at_us())
        absence.ended_at = instant_of(record.absence().ended_at_us());
    absence.no_cover = record.absence().no_cover();
    book.absences_.emplace(absence.recorded.person, absence);
    return true;
}

}  // namespace callwatch
