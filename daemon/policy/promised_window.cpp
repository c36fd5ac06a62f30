#include "daemon/policy/promised_window.hpp"

#include "daemon/policy/returned_call.hpp"

namespace callwatch {
namespace {

bool is_kept(const Known& known, const Message& message, Instant to)
{
    switch (message.state_before(to)) {
        case DutyState::returned:
        case DutyState::resolved:
        case DutyState::missed_call:
        case DutyState::information: return true;
        case DutyState::attempted: return known.policy.no_answer == Policy::NoAnswer::counts;
        case DutyState::fresh:
        case DutyState::heard:
        case DutyState::carried:
        case DutyState::deferred: break;
    }
    return message.deferred && message.deferred->at < to;
}

}  // namespace

std::optional<MessagePromised> promise_for(const Known& known, const MessageLeft& message)
{
    const auto* greeting = known.board.greetings().valid(message.mailbox);
    if (greeting == nullptr || greeting->state != GreetingState::in_office ||
        !greeting->states_hours() || greeting->at > message.received_at)
        return std::nullopt;
    const auto& calendar = known.directory.calendar(message.location);
    const auto in_seconds = [](Millis time) {
        return std::chrono::duration_cast<std::chrono::seconds>(time);
    };
    const auto from = calendar.beginning_at(message.due_date, in_seconds(greeting->window_from));
    const auto to = calendar.deadline_at(message.due_date, in_seconds(greeting->window_to));
    const auto monitored = known.monitored_from(message.location);
    if (message.received_at >= to || !monitored || to <= *monitored) return std::nullopt;
    return MessagePromised{message.message, from, to};
}

void PromiseJudge::judge(const Known& known, bool news, Facts& out)
{
    if (!news && known.now < next_) return;
    next_ = Instant::max();
    for (const auto& [to, id] : known.board.promises().pending()) {
        if (to > known.now) {
            next_ = to;
            break;
        }
        const auto* message = known.board.messages().find(id);
        if (message == nullptr) {  // Closed long ago, and forgotten.
            out.push_back(known.fact(PromiseJudged{id, {}, to, true}));
            continue;
        }
        const auto& location = message->left.location;
        if (!known.returns_settled(location, to) || has_undecided_call(known, *message, to))
            continue;
        out.push_back(known.fact(PromiseJudged{id, location, to, is_kept(known, *message, to)}));
    }
}

}  // namespace callwatch
