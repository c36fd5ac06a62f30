#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "wallboard/model/team_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

/// What stands in a column; words that are said in place of figures begin in the first.
enum class Part { marks, free, on_call, on_break, off, phone_only, away, no_cover, to_return };

/// From what is given up first where the names have no room.
constexpr std::array dropped_in_order{Part::phone_only, Part::off, Part::away, Part::no_cover,
                                      Part::on_break};

struct PartColumn {
    Part part;
    Column column;
};

constexpr float between_columns = 24;
constexpr float least_name = 270;    ///< Where a column is given up for the names.
constexpr float least_of_all = 200;  ///< Where the list of one cell takes the table's place.
constexpr float marks_width = 142;   ///< Five of them.

/// What the board tells of an office.
enum class Seen { nothing, not_monitored, not_open, no_operators, all };

Seen seen_of(const TeamInput& in, const Location& location)
{
    if (!is_known(location, in.live.snapshot)) return Seen::nothing;
    if (location.hours == Hours::not_yet_monitored) return Seen::not_monitored;
    if (location.hours != Hours::open) return Seen::not_open;
    return sees_operators(location) ? Seen::all : Seen::no_operators;
}

std::uint32_t count_of(const Location& location, Part part)
{
    switch (part) {
        case Part::free: return free_operators(location);
        case Part::on_call: return location.operators_on_call;
        case Part::on_break: return location.operators_paused;
        case Part::off: return location.operators_unreachable;
        case Part::phone_only: return std::min(location.operators_weak, location.operators_staffed);
        case Part::away: return location.staff_away;
        case Part::no_cover: return location.no_cover;
        case Part::to_return: return location.unreturned;
        case Part::marks: break;
    }
    return 0;
}

/// Room for the longest figure of a column: a long one is told in short, never cut.
float figure_width(const TeamInput& in, Part part)
{
    std::uint32_t most = 0;
    for (const Location& location : in.live.snapshot.locations)
        most = std::max(most, count_of(location, part));
    const float badge = part == Part::no_cover ? 40 : 0;
    return (most < 1'000 ? 80 : most < 10'000 ? 112 : 144) + badge;
}

std::vector<PartColumn> all_columns(const TeamInput& in, bool has_no_cover)
{
    const bool wide = in.live.layout.wide();
    std::vector<PartColumn> all{{Part::marks, {"", marks_width, true}}};
    const auto add = [&](Part part, const char* title, float width, Mark mark) {
        // Elsewhere the one that Live explains is enough.
        const Mark shown = wide || mark == Mark::on_call ? mark : Mark::none;
        const float least = width + (shown == Mark::none ? 0 : 34);
        all.push_back({part, {title, std::max(least, figure_width(in, part))}});
        all.back().column.mark = shown;
    };
    add(Part::free, "free", 76, Mark::free);
    add(Part::on_call, "on call", 120, Mark::on_call);
    add(Part::on_break, "break", 100, Mark::pause);
    add(Part::off, "off", 60, Mark::off);
    add(Part::phone_only, "phone only", 192, Mark::phone_only);
    add(Part::away, "away", 92, Mark::none);
    if (has_no_cover) add(Part::no_cover, "no cover", 152, Mark::none);
    add(Part::to_return, "to return", 160, Mark::none);
    return all;
}

float name_room(const std::vector<PartColumn>& columns, const Box& box)
{
    float room = box.w - 2 * tile_padding;
    for (const PartColumn& one : columns) room -= one.column.width + between_columns;
    return room;
}

/// Empty where not even the names have room.
std::vector<PartColumn> columns_for(const TeamInput& in, const AwaySum& sum, const Box& box)
{
    std::vector<PartColumn> all = all_columns(in, sum.no_cover > 0);
    for (const Part part : dropped_in_order) {
        if (name_room(all, box) >= least_name) break;
        std::erase_if(all, [&](const PartColumn& one) { return one.part == part; });
    }
    constexpr float head_row_and_foot = 3 * row_least + 2 * hairline_row_pad;
    if (name_room(all, box) < least_of_all || box.h < head_row_and_foot) all.clear();
    return all;
}

Cell no_cover_cell(std::uint32_t n)
{
    return n == 0 ? count_cell(0) : badge_cell({Standing::warning, {}, short_count_text(n)});
}

/// Marks of the operators, or what is to be said in place of them, as on Live.
Cell marks_cell(const CoverageRow& row, const Location& location, Seen seen)
{
    if (seen == Seen::nothing || seen == Seen::no_operators) return text_cell({});
    if (row.badge) return badge_cell(*row.badge);
    const bool is_staffed = seen == Seen::all && location.operators_staffed > 0;
    if (!is_staffed) return text_cell(row.words, row.tone);
    Cell cell = text_cell({});
    if (const StaffMarks marks = staff_marks(location); marks != StaffMarks{}) cell.staff = marks;
    return cell;
}

Cell tell_part(const CoverageRow& row, const Location& location, Seen seen, Part part)
{
    if (part == Part::marks) return marks_cell(row, location, seen);
    const std::uint32_t n = count_of(location, part);
    if (seen == Seen::nothing) return unknown_cell();
    if (part == Part::away || part == Part::no_cover || part == Part::to_return) {
        if (seen == Seen::not_monitored) return nothing_cell();
        return part == Part::no_cover ? no_cover_cell(n) : count_cell(n);
    }
    if (seen == Seen::no_operators) return unknown_cell();
    // "nobody, 0:32" needs their room.
    const bool is_said = (part == Part::free || part == Part::on_call) && !row.badge &&
                         is_without_operator(location);
    return seen == Seen::all && !is_said ? count_cell(n) : text_cell({});
}

const char* figure_of(Part part)
{
    switch (part) {
        case Part::free: return "operators-free";
        case Part::on_call: return "operators-on-call";
        case Part::on_break: return "operators-on-break";
        case Part::off: return "operators-off";
        case Part::phone_only: return "phone-only";
        case Part::away: return "away";
        case Part::no_cover: return "no-cover";
        case Part::to_return: return "unreturned";
        case Part::marks: break;
    }
    return nullptr;
}

Cell part_cell(const CoverageRow& row, const Location& location, Seen seen, Part part)
{
    Cell cell = tell_part(row, location, seen, part);
    const char* figure = figure_of(part);
    return figure == nullptr ? cell : showing(figure, std::move(cell));
}

/// Far: the one thing that is to be said of an office.
Cell only_cell(const CoverageRow& row, const Location& location, Seen seen)
{
    if (seen == Seen::nothing || seen == Seen::no_operators) return unknown_cell();
    if (row.badge) return badge_cell(*row.badge);
    if (seen != Seen::all || location.operators_staffed == 0) return text_cell(row.words, row.tone);
    return text_cell(short_count_text(free_operators(location)) + " free");
}

TableRow make_row(const TeamInput& in, const Location& location,
                  const std::vector<PartColumn>& columns)
{
    const Seen seen = seen_of(in, location);
    const CoverageRow coverage = make_coverage_row(in.live, location);
    TableRow row{.name = coverage.name,
                 .unknown = seen == Seen::nothing || seen == Seen::no_operators,
                 .cells = {},
                 .subject = location.id};
    if (columns.empty()) row.cells = {only_cell(coverage, location, seen)};
    for (const PartColumn& one : columns)
        row.cells.push_back(part_cell(coverage, location, seen, one.part));
    return row;
}

}  // namespace

Table make_team_table(const TeamInput& in, const AwaySum& sum, const Box& box)
{
    Table table;
    table.box = box;
    if (box.empty()) return table;
    const auto columns = columns_for(in, sum, box);
    table.has_head = !columns.empty();
    table.columns = {{"location", 0, true}};
    for (const PartColumn& one : columns) table.columns.push_back(one.column);
    constexpr float one_cell = 340;
    if (columns.empty()) table.columns.push_back({"", one_cell});
    const auto& all = in.live.snapshot.locations;
    const TablePage page = page_of_table(box.h, all.size(), in.turn, table.has_head);
    table.pitch = page.pitch;
    for (std::size_t i = page.first; i < page.first + page.count; ++i)
        table.rows.push_back(make_row(in, all[i], columns));
    if (page.pages > 1)
        table.more = fmt::format("{}\u2013{} of {} offices", page.first + 1,
                                 page.first + page.count, all.size());
    if (all.empty() && in.live.snapshot.complete) table.more = "no locations are configured";
    return table;
}

}  // namespace wallboard
