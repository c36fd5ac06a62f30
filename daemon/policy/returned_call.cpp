#include "daemon/policy/returned_call.hpp"

#include <algorithm>

#include "daemon/policy/same_workday_return.hpp"

namespace callwatch {
namespace {

/// A call out, answered or not, as far as matching is concerned.
struct Dialled {
    CallId call;
    DeviceId device;
    PersonId person;
    LocationId location;
    Instant started_at;
};

template <class Said>
Dialled dialled(const Said& said)
{
    return {said.call, said.device, said.person, said.location, said.started_at};
}

enum class Match : std::uint8_t { none, own, delegate };

Match match(const Known& known, const Dialled& call, const MessageLeft& message)
{
    if (message.received_at >= call.started_at) return Match::none;
    if (known.directory.answers_for(call.person, message.mailbox, call.started_at))
        return Match::own;
    const bool same_place = !call.location.empty() && call.location == message.location;
    return same_place || known.policy.cross_location_match ? Match::delegate : Match::none;
}

struct Matched {
    const Message* message;
    bool by_delegate;
};

/// Open messages of the caller that this call returns, copies included, in the order of their ids.
std::vector<Matched> match_all(const Known& known, const Dialled& call, const Party& caller)
{
    const auto open = known.board.messages().open_of(caller_key(caller));
    std::vector<Matched> matched;
    for (const auto* message : open) {
        auto how = match(known, call, message->left);
        // One message left for several mailboxes: its copies have one call and close together.
        const bool copy = how == Match::none && !message->left.call.empty() &&
                          std::any_of(open.begin(), open.end(), [&](const auto* other) {
                              return other->left.call == message->left.call &&
                                     match(known, call, other->left) != Match::none;
                          });
        if (copy) how = Match::delegate;
        if (how != Match::none) matched.push_back({message, how == Match::delegate});
    }
    return matched;
}

/// A return that came too late leaves the violation behind it, also if it is known at once.
void return_message(const Known& known, const OutboundAnswered& call, const Matched& matched,
                    Facts& out)
{
    const auto& message = *matched.message;
    const auto& left = message.left;
    if (!message.overdue && call.established_at >= left.deadline &&
        deadline_met_by(known, message).empty())
        out.push_back(known.fact(MessageOverdue{left.message, left.deadline}));
    out.push_back(known.fact(MessageReturned{.message = left.message,
                                             .call = call.call,
                                             .device = call.device,
                                             .person = call.person,
                                             .returned_at = call.established_at,
                                             .by_delegate = matched.by_delegate}));
}

void qualify(const Known& known, const OutboundAnswered& call, Facts& out)
{
    out.push_back(known.fact(OutboundQualified{call.call}));
    for (const auto& one : match_all(known, dialled(call), call.dialled))
        return_message(known, call, one, out);
}

MessageAttempted attempt_on(const OutboundUnanswered& call, const MessageId& message,
                            bool by_delegate)
{
    return {.message = message,
            .call = call.call,
            .device = call.device,
            .person = call.person,
            .attempted_at = call.started_at,
            .by_delegate = by_delegate};
}

LocationId location_of(const Known& known, const PersonId& person)
{
    const auto* found = known.directory.person(person);
    return found == nullptr ? LocationId{} : found->location;
}

}  // namespace

void take(const Known& known, const Event& event, const OutboundEstablished& said, Facts& out)
{
    if (known.board.outbound().knows(said.call)) return;
    const auto person = known.directory.user_of(said.agent, said.started_at);
    out.push_back(known.fact(OutboundAnswered{.call = said.call,
                                              .device = said.agent,
                                              .person = person,
                                              .location = location_of(known, person),
                                              .dialled = said.dialled,
                                              .started_at = said.started_at,
                                              .established_at = event.occurred_at}));
}

void take(const Known& known, const Event& event, const OutboundCleared& said, Facts& out)
{
    const auto* call = known.board.outbound().find(said.call);
    if (call == nullptr || call->ended) return;
    if (!call->qualified && said.talk >= known.policy.min_talk) qualify(known, call->answered, out);
    out.push_back(known.fact(OutboundEnded{said.call, said.talk, event.occurred_at}));
}

void take(const Known& known, const Event&, const OutboundFailed& said, Facts& out)
{
    if (known.board.outbound().knows(said.call)) return;
    const auto person = known.directory.user_of(said.agent, said.started_at);
    const bool rang_out =
        said.result == DialResult::no_answer || said.result == DialResult::cancelled;
    const OutboundUnanswered call{.call = said.call,
                                  .device = said.agent,
                                  .person = person,
                                  .location = location_of(known, person),
                                  .dialled = said.dialled,
                                  .started_at = said.started_at,
                                  .ring = said.ring,
                                  .result = said.result,
                                  .attempt = rang_out && said.ring >= known.policy.min_ring};
    out.push_back(known.fact(call));
    if (!call.attempt) return;
    for (const auto& one : match_all(known, dialled(call), call.dialled))
        out.push_back(known.fact(attempt_on(call, one.message->left.message, one.by_delegate)));
}

void judge_answered_calls(const Known& known, Facts& out)
{
    for (const auto& [id, established_at] : known.board.outbound().undecided()) {
        const auto& call = known.board.outbound().find(id)->answered;
        const auto decided_at = established_at + known.policy.min_talk;
        if (known.now >= decided_at && known.settled(call.location, decided_at))
            qualify(known, call, out);
    }
}

void match_earlier_calls(const Known& known, const MessageLeft& message, Facts& out)
{
    const auto caller = caller_key(message.caller);
    Message begun{.left = message};
    for (const auto& call : known.board.outbound().attempts_to(caller)) {
        const auto how = match(known, dialled(call), message);
        if (how == Match::none) continue;
        out.push_back(known.fact(attempt_on(call, message.message, how == Match::delegate)));
        begun.first_attempt_at =
            std::min(begun.first_attempt_at.value_or(call.started_at), call.started_at);
    }
    const OutboundAnswered* first = nullptr;
    for (const auto* call : known.board.outbound().answered_to(caller))
        if (call->qualified && match(known, dialled(call->answered), message) != Match::none &&
            (first == nullptr || call->answered.established_at < first->established_at))
            first = &call->answered;
    if (first == nullptr) return;
    const bool by_delegate = match(known, dialled(*first), message) == Match::delegate;
    return_message(known, *first, {&begun, by_delegate}, out);
}

bool has_undecided_call(const Known& known, const Message& message, Instant before)
{
    const auto& undecided = known.board.outbound().undecided();
    if (undecided.empty()) return false;
    for (const auto* call : known.board.outbound().answered_to(caller_key(message.left.caller)))
        if (undecided.contains(call->answered.call) && call->answered.established_at < before &&
            match(known, dialled(call->answered), message.left) != Match::none)
            return true;
    return false;
}

}  // namespace callwatch
