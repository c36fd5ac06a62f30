#include "daemon/policy/message_claim.hpp"

#include "daemon/model/describe.hpp"
#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

/// Somebody else's claim on a message of this caller; null if nobody has one.
const MessageClaimed* other_claim(const Known& known, const Actor& actor, const Message& message)
{
    const auto is_others = [&](const Message& one) {
        return one.is_claimed(known.now) && one.claimed->by != actor.person;
    };
    if (is_others(message)) return &*message.claimed;
    for (const auto* one : known.board.messages().of_caller(caller_key(message.left.caller)))
        if (is_others(*one)) return &*one->claimed;
    return nullptr;
}

}  // namespace

std::optional<Refusal> take(const Known& known, const Actor& actor, const ClaimMessage& said,
                            Facts& out)
{
    const auto found = find_open_message(known, actor, Act::mark_message, said.message);
    if (!found) return found.refusal();
    const auto& message = **found;
    if (const auto* other = other_claim(known, actor, message))
        return Refusal{Refusal::Code::claimed,
                       other->by.text + " calls this caller, until " + describe(other->until)};
    if (!said.release)
        out.push_back(known.fact(MessageClaimed{said.message, actor.person, known.now,
                                                known.now + known.policy.claim_lease}));
    else if (message.is_claimed(known.now))
        out.push_back(known.fact(MessageReleased{said.message, actor.person, known.now}));
    return std::nullopt;
}

}  // namespace callwatch
