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

/// The operators of all locations within their hours that are seen.
struct Answering {
    std::uint64_t staffed = 0;
    std::uint64_t on_call = 0;
    std::uint64_t weak = 0;
    std::uint64_t free = 0;    ///< Of those staffed, telephones that are only on included.
    std::uint64_t paused = 0;  ///< Not of those staffed.
    std::size_t open = 0;      ///< Locations within their hours.
    std::size_t unknown = 0;   ///< Of these.
    std::size_t without = 0;   ///< Of these, with nobody.
    Level level = Level::normal;
    const Location* worst = nullptr;  ///< Longest without an operator.
};
Answering look_at_operators(const LiveInput& in);
/// The same of one of them.
Answering look_at_operators(const LiveInput& in, const Location& location);

/// "8 on call, 2 phones on": of whom it is only known that the telephone is on.
std::string answering_context(const Answering& answering);

/// How long nobody has been there, and since when.
HeroFigure no_operator_figure(const LiveInput& in, const Location& place);

/// Who waits in all queues that are known.
struct Waiting {
    const Queue* longest = nullptr;  ///< Null: nobody waits.
    std::uint64_t callers = 0;
    std::size_t queues = 0;  ///< In which somebody waits.
    std::size_t unknown = 0;
    Level level = Level::normal;   ///< Worst, held colours included.
    const Queue* worst = nullptr;  ///< The queue that gives the level.
    bool by_wait = false;          ///< The level is because of the wait, now.
    bool now = false;              ///< The condition still holds.

    bool is_by_number() const { return level != Level::normal && now && !by_wait; }
};
Waiting look_at_queues(const LiveInput& in);

/// NO OPERATOR, nobody for a short while, closed, or not known: true if the hero says all with
/// that. Else its figure is the page's to say.
bool tell_who_is_missing(const LiveInput& in, const Answering& answering, Hero& hero);

Hero make_waiting_hero(const LiveInput& in, const Box& box);
Hero make_answering_hero(const LiveInput& in, const Box& box);
Table make_queue_table(const LiveInput& in, const Box& box);
Table make_marked_list(const LiveInput& in, const Box& box);  ///< Far: only what is marked.
Coverage make_coverage(const LiveInput& in, const Box& box);
DayFigures make_day_figures(const LiveInput& in, const Box& box);
Unreturned make_unreturned(const LiveInput& in, const Box& box);

/// The cell "longest" of a queue: a wait, "–", "?", or a badge when it is too long.
Cell make_longest_cell(const LiveInput& in, const Queue& queue);

/// The figures of one queue; all "?" where it is not known.
struct QueueCells {
    Cell waiting;
    Cell longest;
    Cell offered;
    Cell answered;
    Cell abandoned;
    Cell answered_share;
    Cell service_level;
};
QueueCells make_queue_cells(const LiveInput& in, const Queue& queue);

/// 0 is shown first where not all locations have room: in alarm, not known, nobody, open, closed.
std::vector<int> quietness_of_locations(const LiveInput& in);

/// None where there are too many to be drawn.
StaffMarks staff_marks(const Location& location);
CoverageRow make_coverage_row(const LiveInput& in, const Location& location);

/// Callers of the main number who reached voicemail today (Telephone Customer Service Standards,
/// item 2); nothing while there are none.
std::optional<Badge> main_number_badge(std::uint64_t callers);

/// Figures of which nothing is known: "?", never zero.
void show_nothing_known(Hero& hero, std::string subject);

Standing standing_of(Level level);

/// "1:00", "3:00"; a limit as the wall says it.
std::string limit_text(std::uint32_t limit_s);

}  // namespace wallboard
