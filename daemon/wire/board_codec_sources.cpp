#include "daemon/wire/board_codec.hpp"
#include "daemon/wire/board_fields.hpp"

// Sources and days, each book one pair of functions: dull on purpose.

namespace callwatch {

using Record = BoardCodec::Record;

void BoardCodec::write_book(const SourceBook& book, const Put& put)
{
    const auto& [changes, sources] = book;
    for (const auto& [id, state] : sources) {
        const auto& [epoch, last_sequence, accepted, missed, last_occurred_at, silent_since,
                     ended_at, software, gaps, unwatched] = state;
        Record record;
        auto& wire = *record.mutable_source();
        wire.set_source_id(id.text.str());
        wire.set_epoch(epoch);
        wire.set_last_sequence(last_sequence);
        wire.set_accepted(accepted);
        wire.set_missed(missed);
        wire.set_last_occurred_at_us(micros_of(last_occurred_at));
        if (silent_since) wire.set_silent_since_us(micros_of(*silent_since));
        if (ended_at) wire.set_ended_at_us(micros_of(*ended_at));
        wire.set_software(software);
        for (const auto& [from, to] : gaps) {
            auto& said = *wire.add_gaps();
            said.set_from_us(micros_of(from));
            said.set_to_us(micros_of(to));
        }
        for (const auto& [mailbox, span] : unwatched) {
            const auto& [first, last] = span;
            auto& said = *wire.add_unwatched();
            said.set_mailbox_id(mailbox.text.str());
            said.set_first_us(micros_of(first));
            said.set_last_us(micros_of(last));
        }
        put(record);
    }
}

void BoardCodec::take_source(const fields::SourceState& wire, SourceBook& book)
{
    auto& state = book.sources_[{wire.source_id()}];
    state.epoch = wire.epoch();
    state.last_sequence = wire.last_sequence();
    state.accepted = wire.accepted();
    state.missed = wire.missed();
    state.last_occurred_at = instant_of(wire.last_occurred_at_us());
    if (wire.has_silent_since_us()) state.silent_since = instant_of(wire.silent_since_us());
    if (wire.has_ended_at_us()) state.ended_at = instant_of(wire.ended_at_us());
    state.software = wire.software();
    for (const auto& gap : wire.gaps())
        state.gaps.push_back({instant_of(gap.from_us()), instant_of(gap.to_us())});
    for (const auto& one : wire.unwatched())
        state.unwatched[{one.mailbox_id()}] = {instant_of(one.first_us()),
                                               instant_of(one.last_us())};
}

void BoardCodec::write_book(const DayBook& book, const Put& put)
{
    const auto& [locations] = book;
    for (const auto& [id, location] : locations) {
        const auto& [monitored_from, days, settled_at, signatures, missed, amendments] = location;
        Record record;
        auto& wire = *record.mutable_days();
        wire.set_location_id(id.text.str());
        if (monitored_from) wire.set_monitored_from_us(micros_of(*monitored_from));
        for (const auto& [date, day] : days) wire.add_days(encode_body(day));
        for (const auto& [date, at] : settled_at) {
            auto& said = *wire.add_settled();
            said.set_date(days_of(date));
            said.set_settled_at_us(micros_of(at));
        }
        for (const auto& [date, one] : signatures) wire.add_signatures(encode_body(one));
        for (const auto date : missed) wire.add_missed(days_of(date));
        for (const auto& [date, all] : amendments)
            for (const auto& one : all) wire.add_amendments(encode_body(one));
        put(record);
    }
}

void BoardCodec::take_days(const fields::LocationDays& wire, DayBook& book)
{
    auto& location = book.locations_[{wire.location_id()}];
    if (wire.has_monitored_from_us())
        location.monitored_from = instant_of(wire.monitored_from_us());
    for (const auto& said : wire.days()) {
        DayChecked day;
        decode_body(said, day);
        location.days.emplace(day.date, std::move(day));
    }
    for (const auto& said : wire.settled())
        location.settled_at[date_at(said.date())] = instant_of(said.settled_at_us());
    for (const auto& said : wire.signatures()) {
        DaySigned one;
        decode_body(said, one);
        location.signatures.emplace(one.date, std::move(one));
    }
    for (const auto date : wire.missed()) location.missed.insert(date_at(date));
    for (const auto& said : wire.amendments()) {
        DayAmended one;
        decode_body(said, one);
        location.amendments[one.date].push_back(std::move(one));
    }
}

}  // namespace callwatch
