#pragma once

#include <string>
#include <vector>

#include "daemon/model/people.hpp"

namespace callwatch {

// Who works where, as the roster says it, and which configuration is in force.

/// Somebody works at a location. Said again when something of it changes; at another location: she
/// has moved there, and StaffLeft tells of the old one.
struct PersonRecorded {
    PersonId person;
    RemarkToken name;  ///< Names are the vault's.
    LocationId location;
    PersonId supervisor;
    std::string role;  ///< As the roster says it; kept, not judged.
    Instant from{};
    std::vector<DeviceId> devices;
    std::vector<MailboxId> mailboxes;
    SourceId source;  ///< The roster that says so.
    bool operator==(const PersonRecorded&) const = default;
};
constexpr std::size_t things_of_person_max = 16;  ///< Devices, and mailboxes.

/// When somebody is to work.
struct ShiftPlanned {
    PersonId person;
    LocationId location;
    Instant from{};
    Instant to{};
    std::string role;
    bool operator==(const ShiftPlanned&) const = default;
};

/// One thing that is configured otherwise than before: "policy.min_talk_s: 5 -> 10". Without names
/// of people.
struct ConfigChange {
    std::string what;
    bool operator==(const ConfigChange&) const = default;
};

/// Organisation and policy that are in force from the next process start on, which follows at once.
/// The files themselves, which name people, are kept beside the journal.
struct ConfigApplied {
    std::string organisation_version;  ///< SHA-256 of the file, hex.
    std::string policy_version;
    std::vector<ConfigChange> changes;  ///< The first config_changes_max.
    PersonId by;                        ///< Empty: the files beside the collector as it started.
    RemarkToken remark;
    Instant at{};
    bool binding = false;  ///< Only a manager's command changes it: connections carry keys.
    bool operator==(const ConfigApplied&) const = default;
};
constexpr std::size_t config_changes_max = 500;
constexpr std::size_t config_change_bytes_max = 300;

/// Policy or calendar changed, and with it when an open message is due.
struct MessageRescheduled {
    MessageId message;
    LocalDate from_date{};
    Instant from_deadline{};
    LocalDate due_date{};
    Instant deadline{};
    Instant at{};
    bool operator==(const MessageRescheduled&) const = default;
};

/// Somebody was shown the whole number of a caller.
struct NumberShown {
    MessageId message;
    PersonId by;
    RemarkToken reason;
    Instant at{};
    bool operator==(const NumberShown&) const = default;
};

}  // namespace callwatch
