#include <algorithm>

#include "daemon/state/messages.hpp"

namespace callwatch {

const char* word(DutyState state)
{
    switch (state) {
        case DutyState::fresh: break;
        case DutyState::heard: return "HEARD";
        case DutyState::attempted: return "ATTEMPTED";
        case DutyState::returned: return "RETURNED";
        case DutyState::missed_call: return "MISSED_CALL";
        case DutyState::information: return "INFORMATION";
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
    }
    return "left";
}

DutyState Message::state() const { return state_before(Instant::max()); }

DutyState Message::state_before(Instant at) const
{
    if (!no_duty.empty())
        return no_duty == "internal" ? DutyState::information : DutyState::missed_call;
    if (returned && returned->returned_at < at) return DutyState::returned;
    if (first_attempt_at && *first_attempt_at < at) return DutyState::attempted;
    if (heard_at && *heard_at < at) return DutyState::heard;
    return DutyState::fresh;
}

bool Message::is_open_before(Instant at, const CallId& call) const
{
    return no_duty.empty() &&
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
