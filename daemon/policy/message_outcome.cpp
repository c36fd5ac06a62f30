#include "daemon/policy/message_outcome.hpp"

#include "daemon/model/describe.hpp"
#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

std::optional<Refusal> refuse_time(const Known& known, const Message& message, Instant stated)
{
    if (stated == Instant{}) return std::nullopt;
    if (stated > known.now)
        return Refusal{Refusal::Code::implausible, describe(stated) + " is still to come"};
    if (stated < message.left.received_at)
        return Refusal{Refusal::Code::implausible, "the message came at " +
                                                       describe(message.left.received_at) +
                                                       ", after the time that is stated"};
    return std::nullopt;
}

template <class Said>
Assertion assertion(const Known& known, const Actor& actor, const Said& said)
{
    return {.by = actor.person,
            .stated_at = said.stated_at == Instant{} ? known.now : said.stated_at,
            .remark = said.remark};
}

bool is_delegate(const Known& known, const Actor& actor, const Message& message)
{
    return !known.answers_for(actor.person, message.left.mailbox, known.now);
}

}  // namespace

std::optional<Refusal> take(const Known& known, const Actor& actor, const ReturnMessage& said,
                            Facts& out)
{
    const auto found = find_open_message(known, actor, Act::mark_message, said.message);
    if (!found) return found.refusal();
    const auto& message = **found;
    if (auto refusal = refuse_time(known, message, said.stated_at)) return refusal;
    const auto close = [&](const Message& one) {
        out.push_back(known.fact(MessageReturned{.message = one.left.message,
                                                 .call = {},
                                                 .device = {},
                                                 .person = actor.person,
                                                 .returned_at = known.now,
                                                 .by_delegate = is_delegate(known, actor, one),
                                                 .asserted = assertion(known, actor, said)}));
    };
    close(message);
    const auto spoken_at = assertion(known, actor, said).stated_at;
    for (const auto* other : known.board.messages().of_caller(caller_key(message.left.caller)))
        if (other != &message && other->is_open() && other->left.received_at < spoken_at &&
            find_message(known, actor, Act::mark_message, other->left.message))
            close(*other);
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const AttemptMessage& said,
                            Facts& out)
{
    const auto found = find_open_message(known, actor, Act::mark_message, said.message);
    if (!found) return found.refusal();
    const auto& message = **found;
    if (auto refusal = refuse_time(known, message, said.stated_at)) return refusal;
    out.push_back(known.fact(MessageAttempted{.message = said.message,
                                              .call = {},
                                              .device = {},
                                              .person = actor.person,
                                              .attempted_at = known.now,
                                              .by_delegate = is_delegate(known, actor, message),
                                              .asserted = assertion(known, actor, said)}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const ResolveMessage& said,
                            Facts& out)
{
    const auto found = find_open_message(known, actor, Act::mark_message, said.message);
    if (!found) return found.refusal();
    out.push_back(known.fact(MessageResolved{.message = said.message,
                                             .reason = said.reason,
                                             .by = actor.person,
                                             .remark = said.remark,
                                             .at = known.now}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const ReopenMessage& said,
                            Facts& out)
{
    const auto found = find_message(known, actor, Act::steer_message, said.message);
    if (!found) return found.refusal();
    const auto& message = **found;
    if (message.is_open() || !message.no_duty.empty())
        return Refusal{Refusal::Code::implausible,
                       said.message.text + " is " + word(message.state()) + ", it was not closed"};
    out.push_back(known.fact(MessageReopened{
        .message = said.message, .by = actor.person, .remark = said.remark, .at = known.now}));
    return std::nullopt;
}

}  // namespace callwatch
