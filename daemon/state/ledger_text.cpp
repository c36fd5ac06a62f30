#include "daemon/state/ledger_text.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/model/describe.hpp"

namespace callwatch {
namespace {

using Out = std::back_insert_iterator<std::string>;

std::int64_t micros(Instant at) { return at.time_since_epoch().count(); }

void write_message(Out out, const Message& message)
{
    const auto& left = message.left;
    fmt::format_to(out, "message {} {} {} {} {} {} {} {} {} {}\n", left.message.text,
                   left.mailbox.text, left.location.text, left.person.text, left.group.text,
                   micros(left.received_at), describe(left.due_date), micros(left.deadline),
                   left.late_arrival ? "late" : "", word(message.state()));
    fmt::format_to(out, "  presence {} {} {} {}\n", message.msg_id.text, message.folder,
                   message.duration.count(), message.gone ? "gone" : "");
    if (message.heard_at) fmt::format_to(out, "  heard {}\n", micros(*message.heard_at));
    // What was said of it before it turned out to ask for nothing depends on when that was seen.
    if (!message.no_duty.empty()) return;
    if (message.overdue) fmt::format_to(out, "  overdue\n");
    if (!message.attempts.empty())
        fmt::format_to(out, "  attempted {}\n", micros(message.attempts.front()));
    if (message.returned)
        fmt::format_to(out, "  returned {} {} {} {}\n", micros(message.returned->returned_at),
                       message.returned->call.text, message.returned->person.text,
                       message.returned->by_delegate ? "delegate" : "");
    if (message.resolved)
        fmt::format_to(out, "  resolved {} {} {}\n", micros(message.resolved->at),
                       word(message.resolved->reason), message.resolved->by.text);
    if (message.deferred)
        fmt::format_to(out, "  deferred {} {} {}\n", micros(message.deferred->at),
                       describe(message.deferred->due_date), message.deferred->by.text);
    if (message.carried)
        fmt::format_to(out, "  carried {} {}\n", micros(message.carried->at),
                       message.carried->by.text);
}

void write_queue(Out out, const QueueId& id, const QueueState& queue)
{
    for (const auto& [call, waiting] : queue.waiting)
        fmt::format_to(out, "waiting {} {} {}\n", id.text, call.text, micros(waiting.joined_at));
    for (const auto& [date, counts] : queue.days)
        fmt::format_to(out, "queue {} {} {} {} {} {} {} {} {} {} {} {} {}\n", id.text,
                       describe(date), counts.offered, counts.answered, counts.abandoned,
                       counts.short_abandoned, counts.answered_in_threshold,
                       counts.abandoned_in_threshold, counts.timed_out, counts.left_by_key,
                       counts.left_otherwise, counts.answered_wait.count(),
                       counts.longest_wait.count());
}

void write_day(Out out, const DayChecked& day)
{
    if (day.provisional) return;
    fmt::format_to(out, "day {} {} {} {} {} {} {}\n", day.location.text, describe(day.date),
                   word(day.verdict), day.due, day.returned, day.attempted, micros(day.check_at));
    for (const auto& open : day.open)
        fmt::format_to(out, "  open {} {} {}\n", open.message.text, open.state,
                       open.violation ? "violation" : "met");
}

void write_signing(Out out, const LocationId& location, const LocationDays& days)
{
    for (const auto& [date, one] : days.signatures)
        fmt::format_to(out, "signed {} {} {} {} {}\n", location.text, describe(date), one.by.text,
                       micros(one.at), one.statement);
    for (const auto date : days.missed)
        fmt::format_to(out, "missed {} {}\n", location.text, describe(date));
    for (const auto& [date, all] : days.amendments)
        for (const auto& one : all)
            fmt::format_to(out, "amended {} {} {} {}\n", location.text, describe(date), one.code,
                           one.message.text);
}

void write_coverage(Out out, const LocationId& location, const LocationCoverage& coverage)
{
    for (const auto& [date, day] : coverage.days) {
        fmt::format_to(out, "coverage {} {} {} {} {} {}\n", location.text, describe(date),
                       day.covered.count(), day.uncovered.count(), day.not_known.count(),
                       day.alarms);
        for (const auto& stretch : day.stretches)
            fmt::format_to(out, "  {} {} {} {} {}\n", word(stretch.state), word(stretch.cause),
                           micros(stretch.from), stretch.until ? micros(*stretch.until) : 0,
                           stretch.alarmed ? "alarm" : "");
    }
}

void write_main_line(Out out, const LocationId& location, const MainLineBook::Days& days)
{
    for (const auto& [date, day] : days) {
        fmt::format_to(out, "main line {} {} {} {} {}\n", location.text, describe(date),
                       day.violations, day.after_hours, day.via_operator);
        for (const auto& one : day.reached)
            fmt::format_to(out, "  {} {} {} {} {} {}\n", word(one.outcome), one.call.text,
                           one.mailbox.text, micros(one.at), one.operator_device.text,
                           describe(one.path));
        for (const auto& [call, one] : day.unseen)
            fmt::format_to(out, "  not known {} {} {}\n", call.text, one.mailbox.text,
                           micros(one.at));
    }
}

void write_source(Out out, const SourceId& id, const SourceState& source)
{
    fmt::format_to(out, "source {} {} {} {} {} {} {}\n", id.text, source.epoch,
                   source.last_sequence, source.accepted, source.missed,
                   source.silent_since ? micros(*source.silent_since) : 0,
                   source.ended_at ? micros(*source.ended_at) : 0);
    for (const auto& gap : source.gaps)
        fmt::format_to(out, "  gap {} {}\n", micros(gap.from), micros(gap.to));
}

void write_alarm(Out out, const std::string& name, const ActedAlarm& alarm)
{
    fmt::format_to(out, "alarm {}\n", name);
    if (const auto& act = alarm.acknowledged)
        fmt::format_to(out, "  acknowledged {} {}\n", act->by.text, micros(act->at));
    if (const auto& act = alarm.shelved)
        fmt::format_to(out, "  shelved {} {} {}\n", act->by.text, micros(act->at),
                       micros(act->until));
}

void write_operator(Out out, const DeviceId& id, const OperatorState& state)
{
    fmt::format_to(out, "operator {} {} {}\n", id.text, state.reachable, micros(state.changed_at));
    for (const auto& [queue, membership] : state.queues)
        fmt::format_to(out, "  in {} {}\n", queue.text, membership.paused ? "paused" : "ready");
    for (const auto& call : state.calls) fmt::format_to(out, "  on {}\n", call.text);
}

}  // namespace

std::string ledger_text(const Board& board)
{
    std::string text;
    const Out out{text};
    for (const auto& [id, message] : board.messages().all()) write_message(out, message);
    for (const auto& [id, queue] : board.queues().all()) write_queue(out, id, queue);
    for (const auto& [location, coverage] : board.coverage().all())
        write_coverage(out, location, coverage);
    for (const auto& [location, days] : board.main_line().days())
        write_main_line(out, location, days);
    for (const auto& [location, days] : board.days().all())
        for (const auto& [date, day] : days.days) write_day(out, day);
    for (const auto& [location, days] : board.days().all()) write_signing(out, location, days);
    return text;
}

std::string operational_text(const Board& board)
{
    std::string text;
    const Out out{text};
    for (const auto& [id, source] : board.sources().all()) write_source(out, id, source);
    for (const auto& [id, state] : board.operators().all()) write_operator(out, id, state);
    for (const auto& [location, days] : board.days().all())
        for (const auto& [date, day] : days.days)
            fmt::format_to(out, "checked {} {} {} {} {}\n", location.text, describe(date),
                           day.revision, word(day.verdict), day.late ? "late" : "");
    for (const auto& [id, call] : board.outbound().all())
        fmt::format_to(out, "outbound {} {} {}\n", id.text, micros(call.answered.established_at),
                       call.qualified);
    for (const auto& [id, coverage] : board.coverage().all())
        fmt::format_to(out, "judged {} {}\n", id.text, micros(coverage.judged_until));
    for (const auto& [id, call] : board.main_line().calls())
        fmt::format_to(out, "on the way {} {}\n", id.text, call.steps.size());
    for (const auto& [id, message] : board.messages().all())
        fmt::format_to(out, "history {} {}\n", id.text, message.history.size());
    for (const auto& [name, alarm] : board.alarm_acts().all()) write_alarm(out, name, alarm);
    fmt::format_to(out, "decided {}\n", micros(board.decided_until()));
    return text;
}

}  // namespace callwatch
