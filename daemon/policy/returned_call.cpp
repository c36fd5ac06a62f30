#include "daemon/policy/returned_call.hpp"

#include <algorithm>

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

Match match_alone(const Known& known, const Dialled& call, const MessageLeft& message)
{
    if (message.received_at >= call.started_at) return Match::none;
    if (known.answers_for(call.person, message.mailbox, call.started_at)) return Match::own;
    const bool same_place = !call.location.empty() && call.location == message.location;
    return same_place || known.policy.cross_location_match ? Match::delegate : Match::none;
}

/// Of one caller: one message that was left for several mailboxes has one msg_id in all of them.
using Callers = std::vector<const Message*>;

Match match(const Known& known, const Dialled& call, const Message& message, const Callers& callers)
{
    const auto alone = match_alone(known, call, message.left);
    if (alone != Match::none || message.msg_id.empty()) return alone;
    const bool by_copy = std::any_of(callers.begin(), callers.end(), [&](const Message* other) {
        return other->msg_id == message.msg_id &&
               match_alone(known, call, other->left) != Match::none;
    });
    return by_copy ? Match::delegate : Match::none;
}

Callers messages_of(const Known& known, const Party& caller)
{
    return known.board.messages().of_caller(caller_key(caller));
}

MessageReturned return_by(const OutboundAnswered& call, const MessageId& message, Match how)
{
    return {.message = message,
            .call = call.call,
            .device = call.device,
            .person = call.person,
            .returned_at = call.established_at,
            .by_delegate = how == Match::delegate};
}

MessageAttempted attempt_by(const OutboundUnanswered& call, const MessageId& message, Match how)
{
    return {.message = message,
            .call = call.call,
            .device = call.device,
            .person = call.person,
            .attempted_at = call.ended_at,
            .by_delegate = how == Match::delegate};
}

void qualify(const Known& known, const OutboundAnswered& call, Facts& out)
{
    out.push_back(known.fact(OutboundQualified{call.call}));
    const auto callers = messages_of(known, call.dialled);
    for (const auto* message : callers) {
        if (!message->is_open_before(call.established_at, call.call)) continue;
        const auto how = match(known, dialled(call), *message, callers);
        if (how != Match::none)
            out.push_back(known.fact(return_by(call, message->left.message, how)));
    }
}

LocationId location_of(const Known& known, const PersonId& person)
{
    const auto* found = known.directory.person(person);
    return found == nullptr ? LocationId{} : found->location;
}

/// Events were lost while it was up, perhaps the one that ended it: time alone proves nothing then.
bool may_have_ended_unseen(const Known& known, const OutboundAnswered& call)
{
    const auto decided_at = call.established_at + known.policy.min_talk;
    for (const auto& source : known.directory.sources_of(call.location)) {
        const auto* state = known.board.sources().find(source);
        if (state == nullptr) continue;
        for (const auto& gap : state->gaps)
            if (gap.from < decided_at && (gap.to == Instant{} || gap.to > call.established_at))
                return true;
    }
    return false;
}

bool has_attempt(const Message& message, const CallId& call)
{
    return std::any_of(message.history.begin(), message.history.end(), [&](const auto& step) {
        return step.what == MessageStep::What::attempted && step.call == call;
    });
}

/// The calls we know already, on a message that has just begun, or has just turned out to be a
/// copy.
void match_earlier(const Known& known, const Message& message, const Callers& callers, Facts& out)
{
    const auto caller = caller_key(message.left.caller);
    auto how = Match::none;
    const OutboundAnswered* first = nullptr;
    for (const auto* call : known.board.outbound().answered_to(caller)) {
        const auto& one = call->answered;
        if (!call->qualified || !message.is_open_before(one.established_at, one.call)) continue;
        if (first != nullptr &&
            std::pair{first->established_at, first->call} < std::pair{one.established_at, one.call})
            continue;
        const auto matched = match(known, dialled(one), message, callers);
        if (matched == Match::none) continue;
        first = &one;
        how = matched;
    }
    for (const auto& call : known.board.outbound().attempts_to(caller)) {
        const auto matched = match(known, dialled(call), message, callers);
        const bool is_news = message.is_open_before(call.ended_at, call.call) &&
                             (first == nullptr || call.ended_at < first->established_at) &&
                             !has_attempt(message, call.call);
        if (matched != Match::none && is_news)
            out.push_back(known.fact(attempt_by(call, message.left.message, matched)));
    }
    if (first != nullptr) out.push_back(known.fact(return_by(*first, message.left.message, how)));
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
    // By the clock as well as by the source's own figure: judge_answered_calls() knows only the
    // clock, and whether it was asked before the end of the call came must not matter.
    const auto measured = event.occurred_at - call->answered.established_at;
    const auto talk = std::max<Micros>(said.talk, measured);
    if (!call->qualified && talk >= known.policy.min_talk) qualify(known, call->answered, out);
    out.push_back(known.fact(OutboundEnded{said.call, said.talk, event.occurred_at}));
}

void take(const Known& known, const Event& event, const OutboundFailed& said, Facts& out)
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
                                  .attempt = rang_out && said.ring >= known.policy.min_ring,
                                  .ended_at = event.occurred_at};
    out.push_back(known.fact(call));
    if (!call.attempt) return;
    const auto callers = messages_of(known, call.dialled);
    for (const auto* message : callers) {
        if (!message->is_open_before(call.ended_at, call.call)) continue;
        const auto how = match(known, dialled(call), *message, callers);
        if (how != Match::none)
            out.push_back(known.fact(attempt_by(call, message->left.message, how)));
    }
}

void judge_answered_calls(const Known& known, Facts& out)
{
    const OutboundAnswered* first = nullptr;
    for (const auto& [id, established_at] : known.board.outbound().undecided()) {
        const auto& call = known.board.outbound().find(id)->answered;
        const auto decided_at = established_at + known.policy.min_talk;
        if (known.now >= decided_at && known.settled(call.location, decided_at) &&
            (first == nullptr || established_at < first->established_at) &&
            !may_have_ended_unseen(known, call))
            first = &call;
    }
    if (first != nullptr) qualify(known, *first, out);
}

void match_earlier_calls(const Known& known, const Message& message, Facts& out)
{
    auto callers = messages_of(known, message.left.caller);
    std::erase_if(callers,
                  [&](const auto* one) { return one->left.message == message.left.message; });
    callers.push_back(&message);
    match_earlier(known, message, callers, out);
    if (message.msg_id.empty()) return;
    for (const auto* copy : callers)
        if (copy != &message && copy->msg_id == message.msg_id)
            match_earlier(known, *copy, callers, out);
}

bool has_undecided_call(const Known& known, const Message& message, Instant before)
{
    const auto& undecided = known.board.outbound().undecided();
    if (undecided.empty()) return false;
    const auto callers = messages_of(known, message.left.caller);
    for (const auto* call : known.board.outbound().answered_to(caller_key(message.left.caller)))
        if (undecided.contains(call->answered.call) && call->answered.established_at < before &&
            match(known, dialled(call->answered), message, callers) != Match::none &&
            !may_have_ended_unseen(known, call->answered))
            return true;
    return false;
}

}  // namespace callwatch
