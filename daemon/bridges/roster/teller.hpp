#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "callwatch/v1/event.pb.h"
#include "daemon/bridges/roster/people.hpp"

namespace callwatch::roster {

/// What the collector has been told of one person.
struct Told {
    std::string location;
    std::string things;  ///< A digest of all the rest: tells whether something has changed.
    bool operator==(const Told&) const = default;
};

/// Everything the collector has been told: what a restart needs to know who is missing.
struct AllTold {
    std::map<std::string, Told> people;
    std::map<std::string, Span> absences;  ///< By person: the one that lasts.
    std::set<Span> shifts;
    bool operator==(const AllTold&) const = default;
};

/// Turns a roster into events: what is different now from what was told. Joins and departures are
/// told when they take effect. A pure function of the files, the time and what was told.
class Teller {
public:
    explicit Teller(AllTold told) : told_{std::move(told)} {}

    /// People who were told of and whom the file does not have any more.
    std::size_t missing(const Roster& roster) const;
    /// More than a fifth of the people are missing: rather a broken file than a bad year.
    bool is_suspicious(const Roster& roster) const;

    /// Events in order: departures first, so that a mailbox is free when its next owner comes.
    std::vector<v1::Event> tell(const Roster& roster, Instant now);
    /// When the same files say something else; Instant::max(): never.
    static Instant next_change(const Roster& roster, Instant now);

    const AllTold& told() const { return told_; }

    static constexpr std::size_t shifts_ahead_days = 14;

private:
    void tell_departures(const Roster& roster, Instant now, std::vector<v1::Event>& out);
    void tell_joins(const Roster& roster, Instant now, std::vector<v1::Event>& out);
    void tell_absences(const Roster& roster, Instant now, std::vector<v1::Event>& out);
    void tell_shifts(const Roster& roster, Instant now, std::vector<v1::Event>& out);

    AllTold told_;
};

}  // namespace callwatch::roster
