#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "wallboard/model/days.hpp"
#include "wallboard/model/hours_words.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/places.hpp"
#include "wallboard/model/returns_parts.hpp"
#include "wallboard/model/words.hpp"
#include "wallboard/model/work.hpp"

namespace wallboard {
namespace {

/// Smaller is worse, and comes first where not all rows fit.
enum class Rank { overdue, at_risk, promise_missed, unknown, work, quiet };

Rank rank_of(const ReturnsInput& in, const Location& location)
{
    if (location.hours == Hours::not_yet_monitored) return Rank::quiet;
    if (!is_known(location, in.snapshot)) return Rank::unknown;
    if (location.overdue > 0) return Rank::overdue;
    if (is_at_risk(location, in.now())) return Rank::at_risk;
    if (location.promises_missed > 0) return Rank::promise_missed;
    return location.unreturned > 0 ? Rank::work : Rank::quiet;
}

std::vector<const Location*> worst_first(const ReturnsInput& in)
{
    // Of those of one rank the one with the most.
    return in_rank_order(in.snapshot.locations, [&](const Location& location) {
        const Rank rank = rank_of(in, location);
        const std::int64_t most = rank == Rank::overdue ? std::int64_t{location.overdue}
                                : rank == Rank::at_risk ? work_needed(location).count()
                                                        : 0;
        return std::pair{rank, -most};
    });
}

/// One scale for all rows: what the longest day left needs, with a fifth to spare.
Micros scale_of(const ReturnsInput& in)
{
    constexpr std::array steps{50, 100, 200, 400, 600, 900, 1500};
    Micros longest{0};
    for (const Location& location : in.snapshot.locations)
        longest = std::max(longest, time_left(location, in.now()).value_or(Micros{0}));
    for (const int step : steps)
        if (longest * 6 / 5 <= std::chrono::minutes{step}) return std::chrono::minutes{step};
    return longest * 6 / 5;
}

/// True if a greeting promised hours today that passed without a call: only then is there a column
/// for them, and other things give way.
bool tells_promises(const ReturnsInput& in)
{
    const auto& all = in.snapshot.locations;
    return std::any_of(all.begin(), all.end(), [&](const Location& location) {
        return location.hours != Hours::not_yet_monitored && location.promises_missed > 0 &&
               is_known(location, in.snapshot);
    });
}

/// "work against the 28 min left" where all that are open close at one time, or the same in brief.
std::string work_title(const ReturnsInput& in, bool is_brief = false)
{
    std::optional<Micros> left;
    for (const Location& location : in.snapshot.locations) {
        const auto its = time_left(location, in.now());
        if (!its) continue;
        if (left && *left != *its)
            return is_brief ? "work, time left" : "work against the time left";
        left = its;
    }
    if (!left) return "work";
    const auto min = std::chrono::floor<std::chrono::minutes>(*left);
    return (is_brief ? "work, " : "work against the ") + work_text(min) + " left";
}

Cell needs_cell(const ReturnsInput& in, const Location& location, bool at_risk)
{
    const Micros work = work_needed(location);
    if (at_risk && (in.layout.upright() || (in.layout.wide() && tells_promises(in))))
        return badge_cell({Standing::warning, "risk", work_text(work)});
    if (at_risk) return badge_cell({Standing::warning, "at risk, " + work_text(work), {}});
    if (work == Micros{0}) return text_cell({});
    return text_cell(work_text(work), Tone::second);
}

/// How the day was judged, once it is.
Cell verdict_cell(const ReturnsInput& in, const Location& location)
{
    const Day* day = day_of(in.snapshot, location, in.now());
    if (day == nullptr || !day->monitored || in.now() < check_time(day, location))
        return text_cell({});
    switch (shown_verdict(*day)) {
        case Verdict::clear: {
            Cell cell = text_cell(
                day->attempted > 0 ? fmt::format("CLEAR, {} tried", day->attempted) : "CLEAR");
            cell.mark = Mark::tick;
            return cell;
        }
        case Verdict::violations:
            return badge_cell({Standing::action, "open", short_count_text(day->open)});
        case Verdict::unknown: break;
    }
    return badge_cell({Standing::unknown, "UNKNOWN", {}});
}

/// What stands in place of the bar and at the right of it.
struct Progress {
    Cell bar;
    Cell needs;
};

Progress progress_of(const ReturnsInput& in, const Location& location, Micros scale)
{
    const auto left = time_left(location, in.now());
    if (location.hours == Hours::closed)
        return {words_cell(closed_label(in.snapshot, location, in.now()), Tone::second),
                showing("day-verdict", verdict_cell(in, location))};
    if (!left) return {text_cell("hours not known", Tone::second), text_cell({})};
    const Micros work = work_needed(location);
    if (work == Micros{0} && location.unreturned == location.overnight)
        return {text_cell(location.due_today_all > 0 ? "all returned" : "none due", Tone::second),
                text_cell({})};
    const bool at_risk = is_at_risk(location, in.now());
    const auto share = [&](Micros time) {
        return static_cast<float>(time.count()) / static_cast<float>(scale.count());
    };
    Cell bar = text_cell({});
    bar.bar = WorkBar{.work = share(work), .tick = share(*left), .over = at_risk};
    return {showing("work-needed", bar), showing("work-needed", needs_cell(in, location, at_risk))};
}

/// Nothing at all where every promise of today was kept.
Cell missed_cell(const Layout& layout, const Location& location)
{
    if (location.promises_missed == 0) return text_cell({});
    // Without a head the cell itself says what was missed.
    if (layout.far()) return badge_cell({Standing::warning, "promise", "missed"});
    return badge_cell({Standing::warning, "missed", short_count_text(location.promises_missed)});
}

struct Line {
    Label name;
    bool unknown = false;
    Cell open, overdue, missed, next;
    Progress progress;
};

/// "16:45", "16:45 EST"; on another day the zone gives way to the weekday.
std::string next_due_text(const ReturnsInput& in, const Location& location)
{
    auto text = when_text(location.next_deadline, in.now(), location.utc_offset);
    // "1 Dec 17:00": so far away the day is enough.
    if (text.size() > 9) text.erase(text.rfind(' '));
    return text.find(':') != 2 ? text : text + zone_suffix(in.snapshot, location);
}

Line tell_line(const ReturnsInput& in, const Location& location, Micros scale)
{
    Line line;
    line.name = {location.name, location.short_name};
    if (location.hours == Hours::not_yet_monitored) {
        line.open = line.overdue = line.next = nothing_cell();
        line.missed = text_cell({});
        line.progress = {words_cell({"not yet monitored", "not monitored"}, Tone::third),
                         text_cell({})};
        return line;
    }
    if (!is_known(location, in.snapshot)) {
        line.unknown = true;
        line.open = line.overdue = line.missed = line.next = unknown_cell();
        line.progress = {text_cell("a source is silent"), unknown_cell()};
        return line;
    }
    line.open = count_cell(location.unreturned);
    line.overdue = location.overdue == 0
                     ? count_cell(0)
                     : badge_cell({Standing::action, {}, short_count_text(location.overdue)});
    line.missed = missed_cell(in.layout, location);
    line.next = nothing_cell();
    if (said(location.next_deadline)) line.next = text_cell(next_due_text(in, location));
    line.progress = progress_of(in, location, scale);
    return line;
}

Line make_line(const ReturnsInput& in, const Location& location, Micros scale)
{
    Line line = tell_line(in, location, scale);
    line.open = showing("unreturned", std::move(line.open));
    line.overdue = showing("overdue", std::move(line.overdue));
    line.next = showing("next-due", std::move(line.next));
    return line;
}

/// Without a bar its words stand where the need would be.
Cell need_or_words(const Progress& progress)
{
    const bool says_need = progress.needs.badge || !progress.needs.text.empty();
    return says_need || progress.bar.bar ? progress.needs : progress.bar;
}

/// Far has one cell: the worst that can be said of the office.
Cell worst_of(const Line& line)
{
    if (line.overdue.badge) return line.overdue;
    return line.missed.badge && !line.progress.needs.badge ? line.missed
                                                           : need_or_words(line.progress);
}

TableRow to_row(const Layout& layout, bool promises, Line line)
{
    TableRow row{.name = std::move(line.name), .unknown = line.unknown, .cells = {}};
    if (layout.wide() && promises)
        row.cells = {line.open,         line.overdue,        line.next,
                     line.progress.bar, line.progress.needs, line.missed};
    else if (layout.wide())
        row.cells = {line.open, line.overdue, line.next, line.progress.bar, line.progress.needs};
    else if (layout.upright() && promises)
        row.cells = {line.overdue, line.missed, need_or_words(line.progress)};
    else if (layout.upright())
        row.cells = {line.open, line.overdue, need_or_words(line.progress)};
    else
        row.cells = {worst_of(line)};
    return row;
}

/// Counts of four digits and more, in short, need more room for their badge.
float badge_column(const ReturnsInput& in, std::uint32_t Location::*count, float usual)
{
    constexpr std::uint32_t long_from = 1'000;
    constexpr float room = 184;
    const auto& all = in.snapshot.locations;
    return std::any_of(all.begin(), all.end(),
                       [&](const Location& location) { return location.*count >= long_from; })
             ? room
             : usual;
}

std::vector<Column> columns_for(const ReturnsInput& in, bool promises)
{
    const float overdue = badge_column(in, &Location::overdue, 140);
    const Column name{"location", 0, true};
    if (in.layout.wide() && promises)
        return {name,
                {"open", 110},
                {"overdue", overdue},
                {"next due", 212},
                {work_title(in, true), 304, true},
                {"needs", 290},
                {"promises", 256}};
    if (in.layout.wide())
        return {name,
                {"open", 110},
                {"overdue", overdue},
                {"next due", 212},
                {work_title(in), 484, true},
                {"needs", 344}};
    // The need in minutes tells how much is open.
    if (in.layout.upright() && promises)
        return {name,
                {"overdue", overdue},
                {"missed", badge_column(in, &Location::promises_missed, 132)},
                {"needs", 300}};
    if (in.layout.upright()) return {name, {"open", 100}, {"overdue", overdue}, {"needs", 300}};
    return {name, {"", 340}};
}

bool has_bar(const Line& line) { return line.progress.bar.bar.has_value(); }

}  // namespace

Table make_work_table(const ReturnsInput& in, const Box& box)
{
    Table table;
    if (in.snapshot.locations.empty() || box.empty()) return table;
    table.columns = {{work_title(in), 0, true}, {"", 560, true}};
    const Micros scale = scale_of(in);
    for (const Location& location : in.snapshot.locations) {
        Line line = make_line(in, location, scale);
        if (has_bar(line))
            table.rows.push_back(
                {.name = std::move(line.name), .unknown = false, .cells = {line.progress.bar}});
    }
    const float wanted =
        2 * hairline_row_pad + row_least * static_cast<float>(table.rows.size() + 1);
    if (table.rows.empty() || wanted > box.h) return {};
    table.box = box;
    table.pitch = std::min(
        row_most, (box.h - 2 * hairline_row_pad) / static_cast<float>(table.rows.size() + 1));
    return table;
}

Table make_returns_table(const ReturnsInput& in, const Box& box)
{
    Table table;
    table.box = box;
    if (box.empty()) return table;
    const bool promises = tells_promises(in);
    table.columns = columns_for(in, promises);
    const auto& all = in.snapshot.locations;
    table.has_head = !in.layout.far();
    const TablePage page = page_of_table(box.h, all.size(), in.turn, table.has_head);
    table.pitch = page.pitch;
    const Micros scale = scale_of(in);
    std::vector<const Location*> order;
    if (page.pages > 1)
        order = worst_first(in);
    else
        for (const Location& location : all) order.push_back(&location);
    for (std::size_t i = page.first; i < page.first + page.count; ++i) {
        table.rows.push_back(to_row(in.layout, promises, make_line(in, *order[i], scale)));
        table.rows.back().subject = order[i]->id;
    }
    if (page.pages > 1)
        table.more = fmt::format("{}\u2013{} of {} offices, worst first", page.first + 1,
                                 page.first + page.count, all.size());
    if (all.empty() && in.snapshot.complete) table.more = "no locations are configured";
    return table;
}

}  // namespace wallboard
