#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// What a person may want to do: the rows of requirements, section 6.
enum class Act : std::uint8_t {
    mark_message,   ///< Returned, attempted, resolved, claimed.
    steer_message,  ///< Deferred, carried over, opened again, covered.
    see_number,
    sign_day,
    request_disconnection,
    confirm_disconnection,
    change_configuration,  ///< Policy, calendar, people, keys.
    read_audit,
    handle_alarm  ///< Acknowledged, shelved.
};

/// Requirements, section 6: may this actor do this in the affairs of this location? `mailbox`: the
/// one concerned, for staff may mark messages of their own mailboxes and of those they share; empty
/// where none is. A supervisor acts for locations that name her, a manager for all of them.
/// Nothing: yes. Else unknown_key or not_allowed, with the sentence why.
std::optional<Refusal> refuse(const Known& known, const Actor& actor, Act act,
                              const LocationId& location, const MailboxId& mailbox);

/// The message, if there is one and the actor may do this to it; else unknown_subject or as above.
Result<const Message*> find_message(const Known& known, const Actor& actor, Act act,
                                    const MessageId& id);

/// The same, while nobody has closed it; else already_closed.
Result<const Message*> find_open_message(const Known& known, const Actor& actor, Act act,
                                         const MessageId& id);

}  // namespace callwatch
