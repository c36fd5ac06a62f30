#pragma once

#include <string>

#include "daemon/model/people.hpp"

namespace callwatch {

// What callers are told when nobody answers, and what it promises them: Telephone Customer Service
// Standards, item 4 and Action 1. No telephone system knows what a greeting says, so a person who
// has listened to it says so.

/// For whom the greeting speaks (contract: GreetingAttest.State).
enum class GreetingState : std::uint8_t { unspecified, in_office, away };
const char* word(GreetingState state);  ///< "in_office"

/// What the greeting of a mailbox says, by somebody who has heard it.
struct GreetingAttested {
    MailboxId mailbox;
    LocationId location;
    GreetingState state{};
    /// In office: the hours at which a caller can expect a return call, local clock time since
    /// midnight, [from, to). Both 0: it states none.
    Millis window_from{};
    Millis window_to{};
    Instant returns_at{};  ///< Away: when she is back; the epoch: it does not say.
    std::string help_key;  ///< Away: the key for immediate help; empty: it names none.
    PersonId by;
    Instant at{};

    bool states_hours() const { return window_to > Millis{0}; }
    bool operator==(const GreetingAttested&) const = default;
};

/// The telephone system has another greeting in the mailbox than before: what was attested of the
/// old one is not known of this one.
struct GreetingSeen {
    MailboxId mailbox;
    Instant modified_at{};
    bool operator==(const GreetingSeen&) const = default;
};

/// The greeting is not what item 4 asks for. Raised when it begins to be so; never taken back, but
/// ended by GreetingMended or by another one.
struct GreetingFaulted {
    MailboxId mailbox;
    LocationId location;
    PersonId person;
    /// Stable: "GREETING_NO_HOURS", "GREETING_NOT_CHANGED", "GREETING_AWAY_INCOMPLETE",
    /// "GREETING_STALE", "GREETING_NOT_RECORDED" (policy/current_greeting).
    std::string code;
    Instant since{};
    bool operator==(const GreetingFaulted&) const = default;
};

struct GreetingMended {
    MailboxId mailbox;
    LocationId location;
    Instant at{};
    bool operator==(const GreetingMended&) const = default;
};

/// Callers cannot leave messages there (it is full, or speaks a greeting only), or can again.
struct MailboxBarred {
    MailboxId mailbox;
    LocationId location;
    bool barred = false;
    Instant at{};
    bool operator==(const MailboxBarred&) const = default;
};

/// The caller asks to be called at that time. The deadline stays.
struct CallTimeNoted {
    MessageId message;
    Instant call_at{};
    PersonId by;
    RemarkToken remark;
    Instant at{};
    bool operator==(const CallTimeNoted&) const = default;
};

/// The greeting told the caller when to expect a call: in [from, to).
struct MessagePromised {
    MessageId message;
    Instant from{};
    Instant to{};
    bool operator==(const MessagePromised&) const = default;
};

/// The promised hours are over. Not kept: PROMISE_MISSED, raised once, never taken back.
struct PromiseJudged {
    MessageId message;
    LocationId location;
    Instant to{};
    bool kept = false;
    bool operator==(const PromiseJudged&) const = default;
};

}  // namespace callwatch
