#include <algorithm>

#include "wallboard/feed/decode_rows.hpp"

namespace wallboard {
namespace {

namespace v1 = callwatch::v1;

/// A state of a later version is not known, and never good.
ScriptState script_of(const std::string& state)
{
    if (state == "NOT_ASKED") return ScriptState::not_asked;
    if (state == "NOT_ATTESTED") return ScriptState::not_attested;
    if (state == "OUTDATED") return ScriptState::outdated;
    if (state == "NOT_APPROVED") return ScriptState::not_approved;
    return state == "GOOD" ? ScriptState::good : ScriptState::unknown;
}

}  // namespace

Departures RowReader::departures(const v1::LocationRow& wire)
{
    Departures row;
    row.pending = wire.departed_pending();
    row.red = wire.departed_red();
    row.unanswered = wire.departed_unanswered();
    row.requested = wire.departed_requested();
    row.seen_off = wire.departed_seen_off();
    row.confirmed_today = wire.departed_confirmed_today();
    row.unverified = wire.departed_unverified();
    row.reopened = wire.departed_reopened();
    row.red_after_workdays = wire.departed_red_after_workdays();
    row.open_messages = wire.departed_open_messages();
    row.next_promise = time(wire.departed_next_promise_us());
    const auto& days = wire.departed_by_workdays();
    // Another number of them means something else than we know: not told.
    if (fits(days.size(), "departed_by_workdays") &&
        days.size() == static_cast<int>(departed_days)) {
        auto& by_workdays = row.by_workdays.emplace();
        std::copy(days.begin(), days.end(), by_workdays.begin());
    }
    return row;
}

Greetings RowReader::greetings(const v1::LocationRow& wire)
{
    Greetings row;
    row.asked = wire.greetings_asked();
    row.faults = wire.greeting_faults();
    row.not_known = wire.greetings_not_known();
    if (fits(wire.greeting_faults_by_kind_size(), "greeting_faults_by_kind"))
        for (const auto& fault : wire.greeting_faults_by_kind())
            row.by_kind.push_back({.code = id(fault.code()), .mailboxes = fault.mailboxes()});
    row.barred = wire.mailboxes_barred();
    row.deadline = id(wire.messages_deadline());
    row.script = script_of(wire.script_state());
    row.script_version = id(wire.script_version());
    row.bad_routes = wire.bad_routes();
    row.bad_route_first = {.option = id(wire.bad_route_first().option()),
                           .fault = id(wire.bad_route_first().fault())};
    return row;
}

}  // namespace wallboard
