#pragma once

#include "wallboard/model/live_layout.hpp"
#include "wallboard/model/live_view.hpp"

namespace wallboard {

/// What every part of the page Live is made from. Lives as long as one call of make_live().
struct LiveInput {
    const Snapshot& snapshot;
    const Moment& moment;
    const Alarms& alarms;
    const Layout& layout;

    Instant now() const { return moment.figures; }
};

Hero make_waiting_hero(const LiveInput& in, const Box& box);
Hero make_answering_hero(const LiveInput& in, const Box& box);
Table make_queue_table(const LiveInput& in, const Box& box);
Table make_marked_list(const LiveInput& in, const Box& box);  ///< Far: only what is marked.
Coverage make_coverage(const LiveInput& in, const Box& box);
DayFigures make_day_figures(const LiveInput& in, const Box& box);
Unreturned make_unreturned(const LiveInput& in, const Box& box);

/// The cell "longest" of a queue: a wait, "–", "?", or a badge when it is too long.
Cell make_longest_cell(const LiveInput& in, const Queue& queue);
CoverageRow make_coverage_row(const LiveInput& in, const Location& location);

/// Figures of which nothing is known: "?", never zero.
void show_nothing_known(Hero& hero, std::string subject);

Standing standing_of(Level level);

/// "1:00", "3:00"; a limit as the wall says it.
std::string limit_text(std::uint32_t limit_s);

}  // namespace wallboard
