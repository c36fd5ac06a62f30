#include <algorithm>

#include <fmt/format.h>

#include "daemon/ctl/day.hpp"
#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/ctl/watch_lines.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::DayRow;
using callwatch::v1::LocationRow;
using enum Column::Kind;

/// Worst first: overdue, at risk, not known, what is still to return.
int rank_of(const LocationRow& row)
{
    if (!row.data_known()) return 2;
    if (row.overdue() > 0) return 0;
    if (row.at_risk()) return 1;
    return row.unreturned() > 0 ? 3 : 4;
}

Cell figure_cell(std::uint32_t value, const LocationRow& row, Tone tone)
{
    if (row.hours() == LocationRow::NOT_YET_MONITORED) return {"–", Tone::quiet};
    if (!row.data_known()) return {last_known(count(value)), Tone::doubt};
    return {count(value), value == 0 ? Tone::quiet : tone};
}

std::string work_text(std::uint32_t seconds)
{
    const std::uint32_t min = (seconds + 59) / 60;
    return min < 100 ? fmt::format("{} min", min) : fmt::format("{} h {:02}", min / 60, min % 60);
}

Cell needs_cell(const LocationRow& row)
{
    if (!row.data_known()) return {"?", Tone::doubt};
    if (row.at_risk()) return {"AT RISK " + work_text(row.work_needed_s()), Tone::amber};
    if (row.work_needed_s() == 0) return {"–", Tone::quiet};
    return {work_text(row.work_needed_s())};
}

Cell left_cell(const LocationRow& row, const WatchView& view)
{
    if (row.hours() == LocationRow::NOT_YET_MONITORED) return {"not yet monitored", Tone::quiet};
    if (row.hours() != LocationRow::OPEN) return {"closed", Tone::quiet};
    if (row.closes_at_us() == 0) return {"?", Tone::doubt};
    return {duration((row.closes_at_us() - view.now_us()) / 1'000)};
}

std::string why_of(const DayRow& day)
{
    for (const auto& reason : day.reasons())
        if (reason.code() != "unreturned") return clean(reason.text());
    return {};
}

/// "CLEAR, 2 attempted" is never plain CLEAR (requirement TS-7), and a provisional day is none.
Cell verdict_cell(const DayRow& day)
{
    if (!day.monitored()) return {"not monitored", Tone::quiet};
    const std::string word = verdict_word(day.verdict());
    if (word == "CLEAR" && day.provisional()) return {"? UNKNOWN, not settled", Tone::doubt};
    if (word == "CLEAR")
        return {day.attempted() > 0 ? fmt::format("CLEAR, {} attempted", day.attempted()) : word,
                Tone::strong};
    if (word == "VIOLATIONS") return {"VIOLATIONS", Tone::red};
    return {"? UNKNOWN", Tone::doubt};
}

Cell settled_cell(const DayRow& day, const WatchView& view)
{
    if (day.signed_at_us() > 0)
        return {"signed " +
                view.times().moment(day.location_id(), day.signed_at_us(), view.now_us())};
    if (day.provisional()) return {"provisional", Tone::amber};
    if (day.settled_at_us() > 0)
        return {"settled " +
                view.times().moment(day.location_id(), day.settled_at_us(), view.now_us())};
    return {"unsigned"};
}

}  // namespace

WatchSection returns_section(const WatchView& view)
{
    auto all = view.rows<LocationRow>();
    if (all.empty()) return {"RETURNS", {}, false};
    std::ranges::stable_sort(all, {}, [](const LocationRow* row) { return rank_of(*row); });
    Table table{{{"LOCATION", name},
                 {"OPEN", figure},
                 {"OVERDUE", figure},
                 {"DUE TODAY", figure},
                 {"RETURNED", figure},
                 {"NEXT DUE", figure},
                 {"NEEDS", figure},
                 {"TO CLOSE", figure}}};
    for (const LocationRow* row : all)
        table.add(
            {{row->name().empty() ? row->location_id() : row->name()},
             figure_cell(row->unreturned(), *row, Tone::strong),
             figure_cell(row->overdue(), *row, Tone::red),
             figure_cell(row->due_today(), *row, Tone::plain),
             figure_cell(row->returned_today(), *row, Tone::plain),
             {view.times().moment(row->location_id(), row->next_deadline_us(), view.now_us())},
             needs_cell(*row),
             left_cell(*row, view)});
    return {"RETURNS", lines_of(table, view.look), true};
}

WatchSection days_section(const WatchView& view)
{
    auto all = view.rows<DayRow>();
    if (all.empty()) return {"END OF DAY", {}, false};
    std::ranges::stable_sort(all, std::ranges::greater{}, &DayRow::business_date);
    Table table{{{"LOCATION", name},
                 {"DAY", text},
                 {"VERDICT", text},
                 {"DUE", figure},
                 {"RETURNED", figure},
                 {"OPEN", figure},
                 {"", text},
                 {"WHY", name}}};
    for (const DayRow* day : all)
        table.add({{day->location_id()},
                   {day->business_date()},
                   verdict_cell(*day),
                   {count(day->due())},
                   {count(day->returned())},
                   {count(day->open()), day->open() > 0 ? Tone::strong : Tone::quiet},
                   settled_cell(*day, view),
                   {why_of(*day)}});
    return {"END OF DAY", lines_of(table, view.look), true};
}

}  // namespace callwatch::ctl
