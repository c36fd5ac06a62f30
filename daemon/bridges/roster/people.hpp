#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "daemon/bridges/roster/table.hpp"

namespace callwatch::roster {

/// Somebody at one location, as one row of the roster says it.
struct Stay {
    std::string person;
    std::string name;
    std::string location;
    std::string supervisor;
    std::string role;
    std::vector<std::string> mailboxes;
    std::vector<std::string> devices;
    std::optional<Instant> from;   ///< Nothing: for as long as anybody knows.
    std::optional<Instant> until;  ///< Half-open.

    bool covers(Instant at) const { return (!from || at >= *from) && (!until || at < *until); }
};

/// An absence or a shift.
struct Span {
    std::string person;
    Instant from;
    Instant to;        ///< The epoch: not known (an absence).
    std::string role;  ///< Of a shift.
    auto operator<=>(const Span&) const = default;
};

/// What the files say, and what is wrong with them.
struct Roster {
    bool is_usable = false;  ///< The file of people could be read.
    std::string digest;      ///< Of the file of people.
    std::map<std::string, std::vector<Stay>>
        people;  ///< Each with her stays, as the file has them.
    /// People whose row was refused: of them nothing is known, so nothing is changed either.
    std::set<std::string> refused;
    bool has_nameless = false;  ///< A refused row does not even say whose it is.
    std::vector<Span> absences;
    std::vector<Span> shifts;
    std::vector<std::string> faults;
};

struct RosterFiles {
    std::filesystem::path people;
    std::filesystem::path absences;  ///< Empty: there is none.
    std::filesystem::path shifts;    ///< Empty: there is none.
};

/// Columns of people: id, name, location, mailbox, devices, supervisor, from, until, role; of
/// absences: id, from, to; of shifts: id, from, to, role. id and location must be there, in the
/// other two id and from. Times are local to the person's location.
Roster read_roster(const RosterFiles& files, const Zones& zones);

}  // namespace callwatch::roster
