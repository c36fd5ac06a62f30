#pragma once

#include <string>

#include "daemon/model/people.hpp"

namespace callwatch {

// Who works where, who is away, and what becomes of the mailbox of somebody who left: Telephone
// Customer Service Standards, items 8 and 9.

/// A person is no longer employed at the location; also by going to another one.
struct StaffLeft {
    PersonId person;
    LocationId location;
    Instant effective_at{};
    PersonId by;
    Instant at{};
    bool operator==(const StaffLeft&) const = default;
};

/// DISCONNECT_PENDING: a mailbox that still answers for somebody who left.
struct DepartureOpened {
    MailboxId mailbox;
    LocationId location;
    PersonId person;         ///< Who left; of a shared mailbox, the last one.
    Instant effective_at{};  ///< From then on.
    Instant red_at{};        ///< disconnect_red_after workdays later: red from then on.
    bool operator==(const DepartureOpened&) const = default;
};

/// It was still connected at red_at. Raised once a departure, never taken back.
struct DepartureOverdue {
    MailboxId mailbox;
    LocationId location;
    Instant red_at{};
    bool operator==(const DepartureOverdue&) const = default;
};

/// Who answers what comes to the mailbox meanwhile. Also of somebody who is away.
struct CoverAssigned {
    MailboxId mailbox;
    LocationId location;
    PersonId person;
    PersonId by;
    Instant at{};
    bool operator==(const CoverAssigned&) const = default;
};

/// Somebody has asked for the mailbox to be switched off.
struct DisconnectionRequested {
    MailboxId mailbox;
    PersonId by;
    RemarkToken remark;
    Instant at{};
    bool operator==(const DisconnectionRequested&) const = default;
};

/// A manager confirms that it is off.
struct DisconnectionConfirmed {
    MailboxId mailbox;
    PersonId by;
    RemarkToken remark;
    Instant at{};
    bool verified = false;  ///< The telephone system's own list no longer has it.
    std::string statement;  ///< SHA-256, hex, of what was signed (model/statements).
    std::string signature;  ///< Ed25519, hex.
    std::string sign_key;   ///< Public, hex.
    bool operator==(const DisconnectionConfirmed&) const = default;
};

/// The mailbox has another owner, a manager signs: it is no departed one any more. What was left
/// before stays the supervisor's.
struct MailboxHandedOver {
    MailboxId mailbox;
    PersonId successor;
    PersonId by;
    Instant at{};
    std::string statement;  ///< SHA-256, hex, of what was signed; empty: recorded unsigned, before.
    std::string signature;  ///< Ed25519, hex.
    std::string sign_key;   ///< Public, hex.
    bool is_signed() const { return !(statement.empty() && signature.empty() && sign_key.empty()); }
    bool operator==(const MailboxHandedOver&) const = default;
};

/// Whether the telephone system has the mailbox of somebody who left. Said when it changes, and of
/// the first list after the departure, and after a message that came although it was off.
struct MailboxObserved {
    MailboxId mailbox;
    bool exists = false;
    Instant as_of{};
    bool operator==(const MailboxObserved&) const = default;
};

/// A message came into a mailbox that was confirmed to be off: it is not, and pending again.
struct DisconnectedBoxReceived {
    MailboxId mailbox;
    LocationId location;
    MessageId message;
    Instant at{};
    bool operator==(const DisconnectedBoxReceived&) const = default;
};

/// Somebody is away. Why is nobody's business here.
struct AbsenceRecorded {
    PersonId person;
    LocationId location;
    Instant from{};
    Instant to{};    ///< The epoch: not known yet.
    PersonId cover;  ///< Empty: nobody was named.
    PersonId by;
    Instant at{};
    bool operator==(const AbsenceRecorded&) const = default;
};

/// ... and is back.
struct AbsenceEnded {
    PersonId person;
    PersonId by;
    Instant at{};
    bool operator==(const AbsenceEnded&) const = default;
};

/// NO_COVER: messages of somebody who is away are open, and nobody was named who answers them.
/// Raised once an absence.
struct NoCover {
    PersonId person;
    LocationId location;
    Instant since{};  ///< The message, or the beginning of the absence, whichever was later.
    bool operator==(const NoCover&) const = default;
};

/// Management has tried its access to a mailbox (item 8).
struct AccessVerified {
    MailboxId mailbox;
    PersonId by;
    RemarkToken remark;
    Instant at{};
    bool operator==(const AccessVerified&) const = default;
};

}  // namespace callwatch
