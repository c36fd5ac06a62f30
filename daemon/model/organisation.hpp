#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "daemon/model/fact_standards.hpp"
#include "daemon/model/types.hpp"

namespace callwatch {

/// A half-open interval of local clock time within one day: [from, to). Telephone Customer Service
/// Standards, item 1: "between 8:00 am and 5:00 pm".
struct DayHours {
    std::chrono::seconds from{};
    std::chrono::seconds to{};
    bool operator==(const DayHours&) const = default;
};

/// An office: where people answer telephones, with the hours it keeps.
struct Location {
    LocationId id;
    std::string name;
    std::string short_name;  ///< For narrow columns; `name` if the file gives none.
    std::string zone;        ///< IANA: "America/Chicago".
    /// Sunday first (C encoding). Empty: closed that weekday. Item 1: Monday through Friday, 8
    /// to 5.
    std::array<std::optional<DayHours>, 7> weekly;
    /// By local date: an interval (special hours) or nothing (holiday). Wins over `weekly`.
    std::map<LocalDate, std::optional<DayHours>> exceptions;
    std::vector<std::string> main_numbers;  ///< As dialled; item 2.
    std::vector<QueueId>
        operator_queues;  ///< A member that is logged in and not paused can answer.
    std::vector<DeviceId> operator_devices;  ///< Telephones of operators that no queue knows.
    std::vector<PersonId> supervisors;
    std::vector<PersonId> managers;
    /// Standards, Action 3: nothing is judged before this. Not set: from the beginning.
    std::optional<Instant> monitoring_start;
    std::string kind;  ///< "career office"; shown only.
    /// It has an answering system or IVR, which must speak the required scripts (TS-0).
    bool has_answering_system = false;
    std::string script_version;  ///< The required scripts; empty: any that are attested.
    /// Standards, Action 1: by the end of this day every telephone has the required message. Not
    /// set: not judged.
    std::optional<LocalDate> messages_deadline;
    std::vector<Route>
        routes;  ///< Of callers' choices (Action 2), if no telephone system lists them.
};

/// A thing of the telephone system attached to a person for a time; the collector asks at the
/// event's time. No `from` or `until`: open to that side.
template <class IdType>
struct Attachment {
    IdType id;
    std::optional<Instant> from;
    std::optional<Instant> until;  ///< Half-open: at `until` it is no longer theirs.
};

struct Person {
    PersonId id;
    std::string name;  ///< Never in a fact: shown by desk and terminal only.
    LocationId location;
    PersonId supervisor;  ///< Empty: none, which blocks an all-clear (requirement TS-6).
    std::vector<Attachment<DeviceId>> devices;
    std::vector<Attachment<MailboxId>> mailboxes;
};

/// People who share mailboxes; any member may return a message.
struct Group {
    GroupId id;
    LocationId location;
    std::vector<PersonId> members;
    std::vector<MailboxId> mailboxes;
};

/// A mailbox that is watched. Every mailbox of a person or group has one of these.
struct Mailbox {
    MailboxId id;
    LocationId location;
    GroupId group;  ///< Empty: personal; the owner is looked up at the event's time.
};

/// Thresholds of requirement TS-2c; 0 switches one off.
struct QueueThresholds {
    int amber_waiting = 3;
    int red_waiting = 6;
    std::chrono::seconds amber_wait{60};
    std::chrono::seconds red_wait{180};
};

struct Queue {
    QueueId id;
    std::string name;
    LocationId location;
    QueueThresholds thresholds;
    /// Service level SL4: answered within T / (answered + abandoned − abandoned within T).
    std::chrono::seconds service_level{20};
};

/// Who sends events, and whose. A verdict waits for every source that serves its location.
struct Source {
    SourceId id;
    std::string kind;  ///< "asterisk", "roster", ...
    std::vector<LocationId> locations;
};

/// The whole organisation as configured: config/organisation/*.toml. Ordered by id, ids are unique,
/// and every id that is referred to exists (settings refuse anything else).
struct Organisation {
    std::vector<Location> locations;
    std::vector<Person> people;
    std::vector<Group> groups;
    std::vector<Mailbox> mailboxes;
    std::vector<Queue> queues;
    std::vector<Source> sources;
    std::string version;  ///< Hex digest of the file it came from.
};

}  // namespace callwatch
