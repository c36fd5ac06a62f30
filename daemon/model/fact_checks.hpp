#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "daemon/model/event.hpp"
#include "daemon/model/types.hpp"

namespace callwatch {

// The end-of-day check (requirement TS-7), and what it froze.

/// Why a day is not clear, or not known.
struct DayReason {
    SharedText code;     ///< Stable: "source_silent", "gap", "mailbox_list", "unreturned".
    SharedText subject;  ///< The source or mailbox it is about, or a count.
    Instant since{};
    bool operator==(const DayReason&) const = default;
};

/// A message as it stood at the check.
struct DayMessage {
    MessageId message;
    std::string state;       ///< "NEW", "HEARD", "ATTEMPTED"
    bool violation = false;  ///< False: attempted, and the policy in force counts that.
    bool operator==(const DayMessage&) const = default;
};

/// A mailbox whose person had left, on a day when it still stood open: who answered it, and what
/// became of the messages in it that were due (requirement TS-9c).
struct DayDeparture {
    MailboxId mailbox;
    PersonId person;  ///< Who left.
    PersonId cover;   ///< Empty: nobody was named.
    bool requested = false;
    std::uint32_t due = 0;
    std::uint32_t open = 0;  ///< Of those, at the check.
    bool operator==(const DayDeparture&) const = default;
};
constexpr std::size_t departed_max = 1'000;  ///< Of one location and day.

/// One location's end-of-day check, or a revision of it.
struct DayChecked {
    LocationId location;
    LocalDate date{};
    std::uint32_t revision = 0;
    Verdict verdict{};
    bool provisional = false;  ///< A source had not passed the check yet.
    bool late = false;         ///< Settled after a recovery, not at close.
    Instant check_at{};
    std::uint32_t due = 0;
    std::uint32_t returned = 0;
    std::uint32_t attempted = 0;
    std::uint32_t still_new = 0;
    std::uint32_t mailboxes = 0;
    std::uint32_t mailboxes_agree = 0;
    std::uint32_t sources = 0;
    std::uint32_t sources_fresh = 0;
    std::vector<DayReason> reasons;
    std::vector<DayMessage> open;
    std::uint32_t resolved = 0;
    std::vector<MessageId> deferred;  ///< Were due, and are due later at the caller's wish.
    std::string policy_version;
    std::string calendar_version;
    std::string tzdata_version;
    std::vector<DayDeparture> departed = {};  ///< At most departed_max.
    bool operator==(const DayChecked&) const = default;
};

}  // namespace callwatch
