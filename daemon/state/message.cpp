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

/// The last time before `at` that this was said of the message; Instant::min() when never.
/// `latest`: what was said last of all, kept also when a long history has lost it.
template <class Said>
Instant last_before(Instant at, const Boxed<Said>& latest, MessageStep::What what,
                    const std::vector<MessageStep>& history)
{
    if (latest && latest->at < at) return latest->at;
    auto last = Instant::min();
    for (const auto& step : history)
        if (step.what == what && step.at < at) last = std::max(last, step.at);
    return last;
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

std::optional<Instant> Message::closed_at() const
{
    if (!returned && !resolved) return std::nullopt;
    return std::min(returned ? returned->returned_at : Instant::max(),
                    resolved ? resolved->at : Instant::max());
}

DutyState Message::state() const { return state_before(Instant::max()); }

DutyState Message::state_before(Instant at) const
{
    if (!no_duty.empty())
        return no_duty == "internal" ? DutyState::information : DutyState::missed_call;
    if (returned && returned->returned_at < at) return DutyState::returned;
    if (resolved && resolved->at < at) return DutyState::resolved;
    // Of an open one, what was said or tried last before `at`; what was said since must not make
    // another state of it.
    const auto carried_at = last_before(at, carried, MessageStep::What::carried, history);
    const auto deferred_at = last_before(at, deferred, MessageStep::What::deferred, history);
    const auto said_at = std::max(carried_at, deferred_at);
    if (was_attempted_in(attempts, said_at, at)) return DutyState::attempted;
    if (said_at == Instant::min()) {
        if (heard_at && *heard_at < at) return DutyState::heard;
        return DutyState::fresh;
    }
    return carried_at >= deferred_at ? DutyState::carried : DutyState::deferred;
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

SharedText caller_key(const Party& party)
{
    if (party.withheld) return {};
    // Tokens are hex digits: no extension's key is one of theirs.
    if (!party.number.empty()) return party.number.text;
    if (!party.extension.empty()) return "x:" + party.extension;
    return {};
}

}  // namespace callwatch
