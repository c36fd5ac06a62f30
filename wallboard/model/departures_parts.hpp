#pragma once

#include <array>

#include "wallboard/model/departures_view.hpp"

namespace wallboard {

/// What the parts of the page Departures are made from. Lives as long as one call of
/// make_departures().
struct DeparturesInput {
    const Snapshot& snapshot;
    const Moment& moment;
    const Alarms& alarms;
    const Layout& layout;
    std::size_t turn;  ///< Which page of the table.

    Instant now() const { return moment.figures; }
};

/// Offices that something is true of, and the first of them.
struct Places {
    const Location* first = nullptr;
    std::size_t count = 0;

    void add(const Location& location);
    std::string words() const;  ///< "Harbor", "3 offices"; empty without any.
};

/// The departures of all offices that are heard and monitored.
struct Departed {
    std::size_t known = 0;
    std::size_t unknown = 0;
    std::uint64_t pending = 0, red = 0, unanswered = 0, requested = 0, seen_off = 0;
    std::uint64_t confirmed_today = 0, unverified = 0, reopened = 0, open_messages = 0;
    std::array<std::uint64_t, departed_days> by_workdays{};
    std::uint64_t undated = 0;             ///< Of `pending`: not told since when.
    std::uint32_t red_after_workdays = 0;  ///< 0: not said, or not the same everywhere.
    Places red_at, unanswered_at;

    /// Nothing can be said, or nothing is watched yet.
    bool nothing_known() const { return known == 0; }
};
Departed look_at_departures(const Snapshot& snapshot);

Hero make_connected(const DeparturesInput& in, const Departed& departed, const Box& box);
Hero make_answered(const Departed& departed, const Box& box);
Hero make_departed_messages(const DeparturesInput& in, const Departed& departed, const Box& box);
std::vector<Stage> make_stages(const Departed& departed, const std::array<Box, 4>& boxes);
DayBlocks make_day_blocks(const Departed& departed, const Box& box);
Table make_departures_table(const DeparturesInput& in, const Box& box);

}  // namespace wallboard
