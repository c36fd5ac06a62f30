#pragma once

#include <cstdint>
#include <string>

#include "daemon/model/people.hpp"

namespace callwatch {

// Facts that people make: keys, and what they say of messages. An assertion of a person counts from
// the moment it is recorded, so that nothing said afterwards makes a past day clear; the time she
// states is kept beside it.

/// A person's word where no call was seen (MessageReturned, MessageAttempted).
struct Assertion {
    PersonId by;        ///< Empty: nobody's word, a call is the evidence.
    Instant stated_at;  ///< When she says it was.
    RemarkToken remark;
    bool operator==(const Assertion&) const = default;
};

/// A key may be used from now on: whose it is, and what it allows.
struct KeyAdmitted {
    KeyId key;
    std::string sign_key;  ///< Ed25519, 64 hex digits; empty: signs nothing.
    Role role = Role::none;
    PersonId person;  ///< With a role of people.
    SourceId source;  ///< With Role::source: whose events it may send.
    PersonId by;      ///< Empty: the first key, admitted on the machine itself.
    Instant at{};
    bool operator==(const KeyAdmitted&) const = default;
};

/// ... and no longer.
struct KeyRevoked {
    KeyId key;
    PersonId by;
    RemarkToken remark;
    Instant at{};
    bool operator==(const KeyRevoked&) const = default;
};

/// A person asked for something, and it was done: what it changed follows in the same turn.
struct CommandTaken {
    std::string command;  ///< The client's id of the intention: the same again does nothing again.
    KeyId key;
    PersonId person;
    Role role = Role::none;
    std::string kind;     ///< Name in the contract: "message_resolve".
    std::string subject;  ///< What it was about: a message, a location and date.
    bool operator==(const CommandTaken&) const = default;
};

/// Somebody is about to call this caller; until then nobody else does.
struct MessageClaimed {
    MessageId message;
    PersonId by;
    Instant at{};
    Instant until{};
    bool operator==(const MessageClaimed&) const = default;
};

struct MessageReleased {
    MessageId message;
    PersonId by;
    Instant at{};
    bool operator==(const MessageReleased&) const = default;
};

/// Closed without a call, for a reason.
struct MessageResolved {
    MessageId message;
    ResolveReason reason = ResolveReason::unspecified;
    PersonId by;
    RemarkToken remark;
    Instant at{};
    bool operator==(const MessageResolved&) const = default;
};

/// The caller wants to be called on a later day: it is due then.
struct MessageDeferred {
    MessageId message;
    LocalDate from_date{};  ///< When it was due before.
    Instant from_deadline{};
    LocalDate due_date{};
    Instant deadline{};
    PersonId by;
    RemarkToken remark;
    Instant at{};
    bool operator==(const MessageDeferred&) const = default;
};

/// Known to be open at the end of the day, with a reason; it is the first one of the next day.
/// Never makes the day clear.
struct MessageCarried {
    MessageId message;
    PersonId by;
    RemarkToken remark;
    Instant at{};
    bool operator==(const MessageCarried&) const = default;
};

/// It was closed by mistake. Calls from before this are no evidence any more.
struct MessageReopened {
    MessageId message;
    PersonId by;
    RemarkToken remark;
    Instant at{};
    bool operator==(const MessageReopened&) const = default;
};

}  // namespace callwatch
