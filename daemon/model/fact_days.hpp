#pragma once

#include <string>
#include <vector>

#include "daemon/model/people.hpp"

namespace callwatch {

// What becomes of a day's check after it was made; the check itself is DayChecked
// (fact_checks.hpp). A signed record is never rewritten: what comes to light later is an amendment
// beside it.

/// A message that stays open although the day was signed, and why.
struct SignedException {
    MessageId message;
    RemarkToken remark;
    bool operator==(const SignedException&) const = default;
};

/// Standards, item 7: a supervisor has checked that no calls remain, and signs what the check said.
struct DaySigned {
    LocationId location;
    LocalDate date{};
    std::uint32_t revision = 0;  ///< Of the check that was read before signing.
    std::vector<SignedException> exceptions;
    PersonId by;
    bool on_behalf = false;  ///< A manager, for the supervisor.
    RemarkToken remark;
    Instant at{};
    bool late = false;      ///< After signoff_deadline; CheckMissed stands beside it.
    std::string statement;  ///< SHA-256, hex, of what was signed (model/statements).
    std::string signature;  ///< Ed25519, hex, of the statement's text by `sign_key`.
    std::string sign_key;   ///< Public, hex.
    bool operator==(const DaySigned&) const = default;
};

/// Nobody signed in time; the manager is told. Raised once, never taken back.
struct CheckMissed {
    LocationId location;
    LocalDate date{};
    Instant deadline{};
    bool operator==(const CheckMissed&) const = default;
};

/// Evidence that contradicts a day whose record is closed.
struct DayAmended {
    LocationId location;
    LocalDate date{};
    std::uint32_t number = 0;  ///< 1 is the first amendment of this day.
    /// Stable: "message_came_to_light" (it was due that day, and nobody knew of it),
    /// "returned_before_check" (it stood as open), "reopened" (it stood as closed).
    std::string code;
    MessageId message;
    Instant at{};  ///< When what it tells of happened.
    bool operator==(const DayAmended&) const = default;
};

}  // namespace callwatch
