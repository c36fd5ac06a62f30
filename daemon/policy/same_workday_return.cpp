#include "daemon/policy/same_workday_return.hpp"

#include "daemon/policy/returned_call.hpp"

namespace callwatch {

std::string deadline_met_by(const Known& known, const Message& message)
{
    const auto monitored = known.monitored_from(message.left.location);
    if (monitored && message.deadline() <= *monitored) return "not_monitored";
    if (known.policy.no_answer == Policy::NoAnswer::counts &&
        message.state_before(message.deadline()) == DutyState::attempted)
        return "attempted";
    return {};
}

void ReturnJudge::judge(const Known& known, bool news, Facts& out)
{
    if (!news && known.now < next_) return;
    next_ = Instant::max();
    for (const auto& [deadline, id] : known.board.messages().deadlines()) {
        if (deadline > known.now) {
            next_ = deadline;
            break;
        }
        const auto& message = *known.board.messages().find(id);
        if (!known.returns_settled(message.left.location, deadline)) continue;
        if (has_undecided_call(known, message, deadline)) continue;
        if (auto how = deadline_met_by(known, message); !how.empty())
            out.push_back(known.fact(DeadlineMet{id, deadline, std::move(how)}));
        else
            out.push_back(known.fact(MessageOverdue{id, deadline}));
    }
}

}  // namespace callwatch
