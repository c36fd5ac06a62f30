#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "wallboard/model/desk/lent.hpp"
#include "wallboard/model/desk/open_sums.hpp"
#include "wallboard/model/instant.hpp"
#include "wallboard/model/snapshot.hpp"

namespace wallboard::desk {

// What the collector answers to the desk's questions, beside the public board: rows with people and
// mailboxes, callers masked. Each key is answered what it may see. Times are UTC; words that the
// contract calls stable stand as it says them (proto/callwatch/v1/request.proto).

/// One entry of the history of a message.
struct HistoryStep {
    Instant at{};
    std::string what;  ///< "left", "heard", "attempted", "returned", "overdue", ...
    std::string by;    ///< A person's id, else the telephone.
    std::string evidence;
    std::string detail;
    std::string remark;

    /// A person's word, and nothing that was seen.
    bool is_asserted() const;
};

struct Message {
    std::string id;
    std::string mailbox;
    std::string location;
    std::string person;  ///< Owner's id; empty: the mailbox is a group's.
    std::string group;
    Instant received_at{};
    Instant left_at{};
    std::string due_date;
    Instant deadline{};
    std::string state;               ///< "NEW", "HEARD", "ATTEMPTED", "RETURNED", ...
    std::vector<std::string> flags;  ///< "OVERDUE", "OWNER_ABSENT", ...
    std::string caller;              ///< Masked, "withheld", or "ext. 102".
    std::string presence;
    Micros duration{};
    std::string claimed_by;
    Instant claimed_until{};
    bool needs_exception = false;
    Instant promised_from{};
    Instant promised_to{};
    std::string served_by;
    Instant served_at{};
    Instant call_at{};
    std::vector<HistoryStep> history;

    bool has(std::string_view flag) const;
    bool is_open() const;  ///< Nobody has closed it.
    /// The step by which it was returned or resolved; null while it is open.
    const HistoryStep* closing() const;
};

/// Messages that were closed are told for so long.
constexpr Micros closed_shown = std::chrono::hours{1};

/// How the location kept one item of the standards.
struct Item {
    std::string number;  ///< "1" to "9"
    std::string standard;
    std::string state;  ///< "KEPT", "BROKEN", "NOT_KNOWN", "OPEN"
    std::string finding;
    std::string action;
};

struct Signature {
    std::string by;  ///< Empty: nobody has signed.
    bool on_behalf = false;
    Instant at{};
    bool late = false;
    std::uint32_t exceptions = 0;
    std::string note;
};

/// One location's day check with what it rests on.
struct DayRecord {
    bool known = false;
    std::string location;
    std::string date;
    std::uint32_t revision = 0;  ///< 0: the check has not been made.
    std::string verdict;         ///< As it is signed: "CLEAR", "VIOLATIONS", "UNKNOWN".
    std::string record;          ///< The check as the journal keeps it: what is signed.
    std::string policy_version;
    std::string calendar_version;
    std::string tzdata_version;
    std::vector<Message> open;
    std::vector<Item> items;
    Signature signature;
    std::uint32_t amendments = 0;
};

struct Departure {
    std::string mailbox;
    std::string location;
    std::string person;
    Instant effective_at{};
    Instant red_at{};
    std::string state;
    bool overdue = false;
    std::uint32_t open_messages = 0;
    std::string cover;
    std::string requested_by;
    Instant requested_at{};
    std::string request_note;
    std::string confirmed_by;
    Instant confirmed_at{};
    std::string observed;  ///< "there", "gone", "not known".
    Instant observed_at{};
    std::string successor;
    std::string handed_over_by;
    Instant handed_over_at{};
    bool is_signed = false;  ///< Its end is; hand-overs were not always.
    Instant reopened_at{};

    bool is_pending() const;
};

struct Mailbox {
    std::string id;
    std::string person;
    std::string greeting;  ///< "in_office", "away", "not_known"
    Micros window_from{};  ///< Local, since midnight.
    Micros window_to{};
    Instant returns_at{};
    std::string help_key;
    std::string attested_by;
    Instant attested_at{};
    std::string fault;
    Instant fault_since{};
    std::string access_by;
    Instant access_at{};
    bool access_due = false;
    Instant barred_since{};
};

struct Route {
    std::string option;
    std::string to_kind;
    std::string to_id;
    std::string fault;
};

struct Absent {
    std::string person;
    Instant from{};
    Instant to{};
    std::string cover;
    bool no_cover = false;
    std::uint32_t open_messages = 0;
};

struct Operator {
    std::string device;
    std::string person;
    std::string trained_on;  ///< "2026-11-20"; empty: not recorded.
    std::string trained_by;
    std::uint32_t offered = 0;
    std::uint32_t answered = 0;
    std::uint32_t missed = 0;
    Micros longest_ring{};
    Micros paused{};
};

/// How one location stands with greetings, scripts, training and cover.
struct Standards {
    std::string script_state;
    std::string script_required;
    std::string script_version;
    std::string script_attested_by;
    Instant script_attested_at{};
    std::string script_approved_by;  ///< Of the same version.
    std::string messages_deadline;
    std::uint32_t mailboxes_total = 0;  ///< More than are here where the list is at its bound.
    std::vector<Mailbox> mailboxes;
    std::vector<Operator> operators;
    std::vector<Route> routes;
    std::vector<Absent> absent;
    std::vector<Absent> planned;  ///< Absences that begin later.
};

/// Who can answer at one location now.
struct OperatorNow {
    std::string device;
    std::string person;
    std::string state;  ///< "ready", "paused", "unreachable"
    std::string evidence;
    bool on_call = false;
};

struct Person {
    std::string id;
    std::string name;  ///< Empty: nobody has told it.
    std::string location;
    std::string supervisor;
    std::string role;
    bool is_away = false;
    bool has_left = false;
    std::vector<std::string> mailboxes;
};

/// By name, else by id.
bool is_before(const Person& a, const Person& b);
/// By when they were closed, the last one first.
bool is_closed_later(const Message& a, const Message& b);

/// Everything that was answered last, each part as of its own answer.
struct Rows {
    bool messages_known = false;
    bool messages_partial = false;          ///< The rest of the list is on its way.
    std::uint32_t messages_total = 0;       ///< More than are here where the list is at its bound.
    std::vector<Message> messages;          ///< Open, in the order they need somebody.
    std::vector<Message> closed;            ///< Returned or resolved, about an hour ago at most.
    std::map<std::string, DayRecord> days;  ///< By location.
    bool departures_known = false;
    std::uint32_t departures_total = 0;          ///< More than are here where the answer was cut.
    std::vector<Departure> departures;           ///< Open ones first, then the newest that ended.
    std::map<std::string, Standards> standards;  ///< By location.
    std::map<std::string, std::vector<OperatorNow>> operators;  ///< By location.
    std::vector<Person> people;
    std::set<std::string> people_known;          ///< Locations whose people were answered.
    std::map<std::string, std::string> refused;  ///< By question: why there is no answer.

    /// What index() made. Of lists that have changed their size since it counts for nothing: they
    /// are looked through row by row.
    struct Index {
        std::vector<std::size_t> people;    ///< Places, by id.
        std::vector<std::size_t> messages;  ///< Likewise.
        std::vector<std::size_t> messages_by_person;
        std::vector<OpenSum> open_sums;
    };
    Index index_made;

    /// To be called once rows have come: with ten thousand of them there is no time in a frame to
    /// look for names and to add up.
    void index();

    Lent<std::vector<OpenSum>> open_sums() const;
    /// Open messages to her, oldest or not.
    std::vector<const Message*> messages_of(std::string_view person) const;

    /// The person's name, else the id.
    const std::string& name_of(const std::string& person) const;
    const Message* message(std::string_view id) const;  ///< Open or closed.
    const Departure* departure(std::string_view mailbox) const;
    const Standards* standards_at(const std::string& location) const;
    const Mailbox* mailbox_at(const std::string& location, std::string_view id) const;
    /// Who works there; nobody who has left.
    const Person* person_at(const std::string& location, std::string_view id) const;
    /// Her absence that is recorded and begins later.
    const Absent* planned_at(const std::string& location, const std::string& person) const;
    /// Her absence that is recorded and lasts.
    const Absent* absence_at(const std::string& location, const std::string& person) const;
};

}  // namespace wallboard::desk
