#pragma once

#include <string>
#include <vector>

#include "daemon/model/types.hpp"

namespace callwatch {

// Facts about who can answer, and about callers of the main number; the rules for all facts are in
// fact.hpp.

// ---- operator coverage (requirement TS-1)

/// What is known of a location's operators at one instant of business hours. What could not be seen
/// is neither covered nor uncovered.
enum class Coverage : std::uint8_t { not_known, covered, uncovered, closed };

/// Why nobody can answer, as it began.
enum class CoverageCause : std::uint8_t { none, logged_off, paused, unreachable, nobody_yet };

/// All members of a queue are known, for the first time or since something was last missed.
struct QueueListed {
    QueueId queue;
    Instant as_of{};
    bool operator==(const QueueListed&) const = default;
};

/// From `at` on, until the next of these, coverage is so; `closed`: business hours are over.
struct CoverageChanged {
    LocationId location;
    LocalDate date{};
    Instant at{};
    Coverage state{};
    CoverageCause cause{};  ///< Of uncovered.
    bool operator==(const CoverageChanged&) const = default;
};

/// Nothing else happened to the location's coverage before `until`.
struct CoverageJudged {
    LocationId location;
    Instant until{};
    bool operator==(const CoverageJudged&) const = default;
};

/// Nobody could answer from `since` until `at`: coverage_debounce_s. Once a stretch.
struct NoOperatorAlarm {
    LocationId location;
    LocalDate date{};
    Instant since{};
    Instant at{};
    bool operator==(const NoOperatorAlarm&) const = default;
};

// ---- the main number and voicemail (requirement TS-2)

/// A caller came in.
struct CallEntered {
    CallId call;
    LocationId location;  ///< Whose main number was dialled; empty: another number.
    std::string number;   ///< The main number, as configured; empty: another number.
    Instant at{};
    bool operator==(const CallEntered&) const = default;
};

/// One step of a caller's way.
struct CallStep {
    enum class Kind : std::uint8_t {
        unspecified,
        option,             ///< A key in a menu or a queue.
        queue,              ///< Into a queue.
        operator_phone,     ///< An operator's telephone rang.
        device,             ///< Another telephone of staff rang.
        external,           ///< Out again.
        mailbox,            ///< Into voicemail.
        operator_answered,  ///< An operator spoke with the caller.
        answered,           ///< Somebody else did.
        transferred,        ///< `id` sent the caller on.
    };
    Kind kind{};
    SharedText id;  ///< The key, the queue, the telephone, the mailbox.
    Instant at{};
    bool operator==(const CallStep&) const = default;
};
struct CallStepped {
    CallId call;
    CallStep step;
    bool operator==(const CallStepped&) const = default;
};

/// The caller has hung up.
struct CallEnded {
    CallId call;
    Instant at{};
    bool operator==(const CallEnded&) const = default;
};

/// What it means that a caller of the main number reached voicemail.
enum class MainOutcome : std::uint8_t {
    unspecified,
    violation,     ///< MAIN_TO_VM.
    after_hours,   ///< For information.
    via_operator,  ///< An operator answered first, and transferred to a personal mailbox: exempt.
};

/// A caller who entered by a main number, or chose "0", reached voicemail.
struct MainToVoicemail {
    LocationId location;
    LocalDate date{};
    CallId call;
    MailboxId mailbox;
    Instant at{};
    MainOutcome outcome{};
    bool chose_operator = false;  ///< By option "0".
    std::string number;           ///< The main number; empty: entered by another.
    DeviceId operator_device;     ///< Who transferred, if exempt.
    std::vector<CallStep> path;
    bool operator==(const MainToVoicemail&) const = default;
};

/// A caller reached voicemail whose way there was not seen from its beginning: whether it is one of
/// the main number's is not known.
struct MainLineUnseen {
    LocationId location;
    LocalDate date{};
    CallId call;
    MailboxId mailbox;
    Instant at{};
    bool operator==(const MainLineUnseen&) const = default;
};

}  // namespace callwatch
