#include "daemon/wire/board_codec.hpp"
#include "daemon/wire/board_fields.hpp"

// Queues, operators, mailboxes and calls, each book one pair of functions: dull on purpose.

namespace callwatch {
namespace {

using Record = BoardCodec::Record;

void encode(const QueueCounts& counts, fields::QueueState::Counts& wire)
{
    const auto& [offered, answered, abandoned, short_abandoned, answered_in_threshold,
                 abandoned_in_threshold, timed_out, left_by_key, left_otherwise, answered_wait,
                 longest_wait] = counts;
    wire.set_offered(offered);
    wire.set_answered(answered);
    wire.set_abandoned(abandoned);
    wire.set_short_abandoned(short_abandoned);
    wire.set_answered_in_threshold(answered_in_threshold);
    wire.set_abandoned_in_threshold(abandoned_in_threshold);
    wire.set_timed_out(timed_out);
    wire.set_left_by_key(left_by_key);
    wire.set_left_otherwise(left_otherwise);
    wire.set_answered_wait_ms(answered_wait.count());
    wire.set_longest_wait_ms(longest_wait.count());
}

QueueCounts decoded(const fields::QueueState::Counts& wire)
{
    return {.offered = wire.offered(),
            .answered = wire.answered(),
            .abandoned = wire.abandoned(),
            .short_abandoned = wire.short_abandoned(),
            .answered_in_threshold = wire.answered_in_threshold(),
            .abandoned_in_threshold = wire.abandoned_in_threshold(),
            .timed_out = wire.timed_out(),
            .left_by_key = wire.left_by_key(),
            .left_otherwise = wire.left_otherwise(),
            .answered_wait = Millis{wire.answered_wait_ms()},
            .longest_wait = Millis{wire.longest_wait_ms()}};
}

void encode(LocalDate date, const QueueVisits& visits, fields::QueueState::DayVisits& wire)
{
    wire.set_date(days_of(date));
    for (const auto& [call, joined_at, left_at] : visits.sorted()) {
        auto& said = *wire.add_visits();
        said.set_call_id(call.data(), call.size());
        said.set_joined_at_us(micros_of(joined_at));
        said.set_left_at_us(micros_of(left_at));
    }
}

void encode(const QueueState& queue, fields::QueueState& wire)
{
    const auto& [location, waiting, days, minutes, visits, joins, leaves] = queue;
    wire.set_location_id(location.text.str());
    for (const auto& [call, one] : waiting) {
        const auto& [joined_at, date] = one;
        auto& said = *wire.add_waiting();
        said.set_call_id(call.text.str());
        said.set_joined_at_us(micros_of(joined_at));
        said.set_date(days_of(date));
    }
    for (const auto& [date, counts] : days) {
        auto& said = *wire.add_days();
        said.set_date(days_of(date));
        encode(counts, said);
    }
    for (const auto& [minute, deepest, last] : minutes) {
        auto& said = *wire.add_minutes();
        said.set_minute(minute.time_since_epoch().count());
        said.set_deepest(deepest);
        said.set_last(last);
    }
    for (const auto& [date, of_day] : visits) encode(date, of_day, *wire.add_visits());
    wire.set_joins(joins);
    wire.set_leaves(leaves);
}

}  // namespace

void BoardCodec::write_book(const QueueBook& book, const Put& put)
{
    const auto& [queues, quarters] = book;
    for (const auto& [id, queue] : queues) {
        Record record;
        record.mutable_queue()->set_queue_id(id.text.str());
        encode(queue, *record.mutable_queue());
        put(record);
    }
    for (const auto& [location, of_location] : quarters) {
        Record record;
        auto& wire = *record.mutable_quarters();
        wire.set_location_id(location.text.str());
        for (const auto& [quarter, counts] : of_location) {
            auto& said = *wire.add_quarters();
            said.set_quarter(quarter.time_since_epoch().count());
            encode(counts, *said.mutable_counts());
        }
        put(record);
    }
}

void BoardCodec::take_quarters(const fields::LocationQuarters& wire, QueueBook& book)
{
    auto& quarters = book.quarters_[{wire.location_id()}];
    for (const auto& one : wire.quarters())
        quarters.emplace_hint(quarters.end(), QuarterHour{QuarterHour::duration{one.quarter()}},
                              decoded(one.counts()));
}

void BoardCodec::take_queue(const fields::QueueState& wire, QueueBook& book)
{
    auto& queue = book.queues_[{wire.queue_id()}];
    queue.location.text = wire.location_id();
    for (const auto& one : wire.waiting())
        queue.waiting[{one.call_id()}] = {instant_of(one.joined_at_us()), date_at(one.date())};
    for (const auto& counts : wire.days()) queue.days[date_at(counts.date())] = decoded(counts);
    for (const auto& one : wire.minutes())
        queue.minutes.push_back(
            {std::chrono::sys_time<std::chrono::minutes>{std::chrono::minutes{one.minute()}},
             one.deepest(), one.last()});
    for (const auto& day : wire.visits()) {
        auto& visits = queue.visits[date_at(day.date())];
        for (const auto& one : day.visits())
            visits.add({.call = one.call_id(),
                        .joined_at = instant_of(one.joined_at_us()),
                        .left_at = instant_of(one.left_at_us())});
    }
    queue.joins = wire.joins();
    queue.leaves = wire.leaves();
}

void BoardCodec::write_book(const OperatorBook& book, const Put& put)
{
    const auto& [operators] = book;
    for (const auto& [id, state] : operators) {
        const auto& [queues, calls, reachable, reach_at, changed_in, changed_at] = state;
        Record record;
        auto& wire = *record.mutable_operator_();
        wire.set_device_id(id.text.str());
        for (const auto& [queue, membership] : queues) {
            const auto& [paused] = membership;
            auto& said = *wire.add_queues();
            said.set_queue_id(queue.text.str());
            said.set_paused(paused);
        }
        for (const auto& call : calls) wire.add_calls(call.text.str());
        wire.set_reachable(reachable);
        wire.set_changed_at_us(micros_of(changed_at));
        if (reach_at) wire.set_reach_at_us(micros_of(*reach_at));
        for (const auto& [queue, at] : changed_in) {
            wire.add_changed_in()->set_queue_id(queue.text.str());
            wire.mutable_changed_in()->rbegin()->set_at_us(micros_of(at));
        }
        put(record);
    }
}

void BoardCodec::take_operator(const fields::OperatorState& wire, OperatorBook& book)
{
    auto& state = book.operators_[{wire.device_id()}];
    for (const auto& one : wire.queues()) state.queues[{one.queue_id()}] = {one.paused()};
    for (const auto& call : wire.calls()) state.calls.insert({call});
    state.reachable = wire.reachable();
    state.changed_at = instant_of(wire.changed_at_us());
    if (wire.has_reach_at_us()) state.reach_at = instant_of(wire.reach_at_us());
    for (const auto& one : wire.changed_in())
        state.changed_in[{one.queue_id()}] = instant_of(one.at_us());
}

void BoardCodec::write_book(const MailboxBook& book, const Put& put)
{
    const auto& [changes, mailboxes] = book;
    for (const auto& [id, state] : mailboxes) {
        const auto& [counted, listed, differs_since, without_message] = state;
        Record record;
        auto& wire = *record.mutable_mailbox();
        wire.set_mailbox_id(id.text.str());
        if (counted) wire.set_counted(encode_body(*counted));
        if (listed) wire.set_listed(encode_body(*listed));
        if (differs_since) wire.set_differs_since_us(micros_of(*differs_since));
        for (const auto& [call, reached_at] : without_message) {
            auto& said = *wire.add_without_message();
            said.set_call_id(call.text.str());
            said.set_reached_at_us(micros_of(reached_at));
        }
        put(record);
    }
}

void BoardCodec::take_mailbox(const fields::MailboxState& wire, MailboxBook& book)
{
    auto& state = book.mailboxes_[{wire.mailbox_id()}];
    if (wire.has_counted()) decode_body(wire.counted(), state.counted.emplace());
    if (wire.has_listed()) decode_body(wire.listed(), state.listed.emplace());
    if (wire.has_differs_since_us()) state.differs_since = instant_of(wire.differs_since_us());
    for (const auto& one : wire.without_message())
        state.without_message[{one.call_id()}] = instant_of(one.reached_at_us());
}

void BoardCodec::write_book(const OutboundBook& book, const Put& put)
{
    const auto& [calls, unanswered, undecided, by_caller, by_start] = book;
    Record record;
    for (const auto& [id, call] : calls) {
        const auto& [answered, ended, qualified] = call;
        record.Clear();
        auto& wire = *record.mutable_outbound();
        wire.set_answered(encode_body(answered));
        if (ended) wire.set_ended(encode_body(*ended));
        wire.set_qualified(qualified);
        put(record);
    }
    for (const auto& [id, call] : unanswered) {
        record.Clear();
        record.set_unanswered(encode_body(call));
        put(record);
    }
    for (const auto& [id, established_at] : undecided) {
        record.mutable_undecided()->set_call_id(id.text.str());
        record.mutable_undecided()->set_established_at_us(micros_of(established_at));
        put(record);
    }
    for (const auto& [caller, ids] : by_caller) {
        record.Clear();
        record.mutable_caller_calls()->set_caller(caller.str());
        for (const auto& id : ids) record.mutable_caller_calls()->add_calls(id.text.str());
        put(record);
    }
    for (const auto& [started_at, id] : by_start) {
        record.mutable_call_start()->set_started_at_us(micros_of(started_at));
        record.mutable_call_start()->set_call_id(id.text.str());
        put(record);
    }
}

bool BoardCodec::take_call(const Record& record, OutboundBook& book)
{
    switch (record.what_case()) {
        case Record::kOutbound: {
            OutboundCall call;
            decode_body(record.outbound().answered(), call.answered);
            if (record.outbound().has_ended())
                decode_body(record.outbound().ended(), call.ended.emplace());
            call.qualified = record.outbound().qualified();
            book.calls_.emplace_hint(book.calls_.end(), call.answered.call, std::move(call));
            return true;
        }
        case Record::kUnanswered: {
            OutboundUnanswered call;
            decode_body(record.unanswered(), call);
            book.unanswered_.emplace_hint(book.unanswered_.end(), call.call, std::move(call));
            return true;
        }
        case Record::kUndecided:
            book.undecided_[{record.undecided().call_id()}] =
                instant_of(record.undecided().established_at_us());
            return true;
        case Record::kCallerCalls: {
            auto& ids = book.by_caller_[record.caller_calls().caller()];
            for (const auto& id : record.caller_calls().calls()) ids.push_back({id});
            return true;
        }
        case Record::kCallStart:
            // At the end: calls that began at the same instant keep their order.
            book.by_start_.emplace_hint(book.by_start_.end(),
                                        instant_of(record.call_start().started_at_us()),
                                        CallId{record.call_start().call_id()});
            return true;
        default: return false;
    }
}

}  // namespace callwatch
