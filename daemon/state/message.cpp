#include <algorithm>

#include "daemon/state/messages.hpp"

namespace callwatch {
namespace {

/// In [from, to).
bool was_attempted_in(const std::vector<Instant>& attempts, Instant from, Instant to)
{
    const auto found = std::lower_bound(attempts.begin(), attempts.end(), from);
    return found != attempts.end() && *found < to;
}

}  // namespace

const char* word(DutyState state)
{
    switch (state) {
        case DutyState::fresh: break;
        case DutyState::heard: return "HEARD";
        case DutyState::attempted: return "ATTEMPTED";
        case DutyState::returned: return "RETURNED";
        case DutyState::missed_call: return "MISSED_CALL";
        case DutyState::information: return "INFORMATION";
        case DutyState::resolved: return "RESOLVED";
        case DutyState::deferred: return "DEFERRED";
        case DutyState::carried: return "CARRIED";
    }
    return "NEW";
}

const char* word(MessageStep::What what)
{
    using enum MessageStep::What;
    switch (what) {
        case left: break;
        case listed: return "listed";
        case heard: return "heard";
        case moved: return "moved";
        case deleted: return "deleted";
        case attempted: return "attempted";
        case returned: return "returned";
        case overdue: return "overdue";
        case claimed: return "claimed";
        case released: return "released";
        case resolved: return "resolved";
        case deferred: return "deferred";
        case carried: return "carried";
        case reopened: return "reopened";
        case rescheduled: return "rescheduled";
    }
    return "left";
}

DutyState Message::state() const { return state_before(Instant::max()); }

DutyState Message::state_before(Instant at) const
{
    if (!no_duty.empty())
        return no_duty == "internal" ? DutyState::information : DutyState::missed_call;
    if (returned && returned->returned_at < at) return DutyState::returned;
    if (resolved && resolved->at < at) return DutyState::resolved;
    // Of an open one, what was said or tried last.
    const bool is_deferred = deferred && deferred->at < at;
    const bool is_carried =
        carried && carried->at < at && !(is_deferred && deferred->at > carried->at);
    const auto said_at = is_carried ? carried->at : is_deferred ? deferred->at : Instant::min();
    if (was_attempted_in(attempts, said_at, at)) return DutyState::attempted;
    if (is_carried) return DutyState::carried;
    if (is_deferred) return DutyState::deferred;
    if (heard_at && *heard_at < at) return DutyState::heard;
    return DutyState::fresh;
}

LocalDate Message::due_date_before(Instant at) const
{
    if (!deferred) return left.due_date;
    return deferred->at < at ? deferred->due_date : deferred->from_date;
}

bool Message::is_open_before(Instant at, const CallId& call) const
{
    return no_duty.empty() && (!resolved || at < resolved->at) &&
           (!reopened_at || at >= *reopened_at) &&
           (!returned || std::pair{at, call} < std::pair{returned->returned_at, returned->call});
}

std::string caller_key(const Party& party)
{
    if (party.withheld) return {};
    if (!party.number.empty()) return "n:" + party.number.text;
    if (!party.extension.empty()) return "x:" + party.extension;
    return {};
}

}  // namespace callwatch
