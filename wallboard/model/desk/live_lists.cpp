#include "wallboard/model/desk/live_lists.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/desk/queue_facts.hpp"
#include "wallboard/model/least_quiet.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/service_level.hpp"

namespace wallboard::desk {
namespace {

/// What the rows have room for, and what they have to say.
struct QueueLook {
    bool narrow = false;
    bool many_places = false;
    Queue sum;  ///< Of all queues.

    /// Else each one says how its service level is measured.
    bool same_definition() const { return !sum.service_level_variant.empty(); }
};

std::vector<ListColumn> queue_columns(const QueueLook& look)
{
    std::vector<ListColumn> all{{"queue", 0}};
    if (look.many_places && !look.narrow) all.push_back({"location", 420});
    all.push_back({"waiting", 190, false});
    all.push_back({"longest", 330, false});
    if (!look.narrow) {
        all.push_back({"offered", 220, false});
        all.push_back({"answered", 220, false});
        all.push_back({"abandoned", 240, false});
    }
    all.push_back({"answered %", 240, false});
    all.push_back({service_level_title(look.sum), look.same_definition() ? 240.0f : 400.0f, false});
    return all;
}

ListRow queue_row(const LiveInput& in, const Knowledge& known, const Queue& queue,
                  const QueueLook& look)
{
    ListRow row;
    row.id = queue.id;
    row.standing = standing_of(in.alarms.level(queue_subject(queue)));
    if (!is_known(queue, in.snapshot)) row.standing = Standing::unknown;
    row.quiet = row.standing == Standing::normal && queue.waiting == 0;
    row.cells.push_back(text_cell(queue.name.empty() ? queue.id : queue.name));
    if (look.many_places && !look.narrow)
        row.cells.push_back(text_cell(place_label(known, queue.location_id).full, Tone::second));
    const QueueCells cells = make_queue_cells(in, queue);
    row.cells.push_back(cells.waiting);
    row.cells.push_back(cells.longest);
    if (!look.narrow) {
        row.cells.push_back(cells.offered);
        row.cells.push_back(cells.answered);
        row.cells.push_back(cells.abandoned);
    }
    row.cells.push_back(cells.answered_share);
    row.cells.push_back(cells.service_level);
    if (!look.same_definition() && !row.cells.back().unit.empty())
        row.cells.back().unit += ", " + service_level_title(queue);
    return row;
}

/// What stands beside the name: who can answer, and what is to be known of that.
struct Staff {
    Standing standing = Standing::normal;
    Cell who;
    std::string detail;
};

Staff staff_of(const LiveInput& in, const Location& location)
{
    const CoverageRow row = make_coverage_row(in, location);
    if (row.unknown) return {Standing::unknown, unknown_cell(), "not known, not zero"};
    if (row.badge && row.badge->standing != Standing::unknown) {
        const HeroFigure missing = no_operator_figure(in, location);
        return {row.badge->standing,
                badge_cell({row.badge->standing, "NO OPERATOR", missing.figure}), missing.context};
    }
    if (row.badge) return {Standing::unknown, badge_cell(*row.badge), "nobody is seen"};
    if (!row.words.empty()) return {Standing::normal, text_cell(row.words, row.tone), {}};
    return {Standing::normal,
            text_cell(row.figure + (row.figure == "1" ? " operator" : " operators")),
            answering_context(look_at_operators(in, location))};
}

Cell voicemail_cell(const LiveInput& in, const Location& location)
{
    if (location.hours == Hours::not_yet_monitored) return nothing_cell();
    if (!is_known(location, in.snapshot)) return unknown_cell();
    const auto badge = main_number_badge(location.main_to_voicemail);
    return badge ? badge_cell(*badge) : count_cell(0);
}

ListRow coverage_row(const LiveInput& in, const Location& location, bool narrow)
{
    const Staff staff = staff_of(in, location);
    ListRow row;
    row.id = location.id;
    row.touch = ChooseLocation{location.id};
    row.standing = staff.standing;
    row.quiet = location.hours != Hours::open;
    Cell name = text_cell(location.name.empty() ? location.id : location.name);
    if (narrow && !location.short_name.empty()) name.text = location.short_name;
    Cell who = staff.who;
    who.figures = {"operators", "coverage"};
    if (who.badge) who.figures = {"coverage", "operators"};
    // A second line where there is no third column: under the words, or under the name of a badge.
    if (narrow) (who.badge ? name : who).unit = staff.detail;
    row.cells = {name, who};
    if (!narrow) row.cells.push_back(text_cell(staff.detail, Tone::second));
    row.cells.push_back(showing("main-to-voicemail", voicemail_cell(in, location)));
    return row;
}

}  // namespace

List make_queue_list(const LiveInput& in, const State& state, const Knowledge& known,
                     const ListPlace& place)
{
    List list;
    list.box = place.box;
    const QueueLook look{.narrow = place.narrow,
                         .many_places = in.snapshot.locations.size() > 1,
                         .sum = sum_of(in.snapshot.queues)};
    list.columns = queue_columns(look);
    const auto shown = shown_on(state, known);
    fill_rows(
        list, shown->lists[0], shown->selected,
        [&](std::string_view id) { return find_queue(in.snapshot, id); },
        [&](const Queue& one) { return queue_row(in, known, one, look); });
    if (!in.snapshot.complete)
        list.empty = "not known yet: no answer from the collector";
    else if (!state.find.empty())
        list.empty = "nothing is found: Esc shows all";
    else
        list.empty = "no queues are configured";
    return list;
}

List make_coverage_list(const LiveInput& in, const ListPlace& place)
{
    List list;
    list.box = place.box;
    const bool narrow = place.narrow;
    list.title = "Can answer now";
    list.columns = {{"location", 0}, {"operators", narrow ? 410.0f : 520.0f}};
    if (!narrow) list.columns.push_back({"", 480});
    list.columns.push_back(
        {narrow ? "to voicemail" : "main to voicemail", narrow ? 230.0f : 400.0f, false});
    const auto& all = in.snapshot.locations;
    const auto fit =
        static_cast<std::size_t>(std::max(0.0f, (place.box.h - 2 * list_head) / list_pitch));
    const std::size_t room = all.size() <= fit ? fit : std::max<std::size_t>(1, fit) - 1;
    const auto shown = least_quiet(all, quietness_of_locations(in), room);
    for (const Location* location : shown) list.rows.push_back(coverage_row(in, *location, narrow));
    list.empty = "no locations";
    if (shown.size() < all.size()) list.more = fmt::format("{} more", all.size() - shown.size());
    return list;
}

}  // namespace wallboard::desk
