#include "wallboard/model/trends_days.hpp"

#include <algorithm>

#include "wallboard/model/service_level.hpp"
#include "wallboard/model/trend_workdays.hpp"
#include "wallboard/model/trends_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

/// Today as it stands now.
Workday with_now(Workday day, const TrendDay& today)
{
    if (!day.today) return day;
    day.open = today.open_now;
    day.unseen = std::any_of(today.slots.begin(), today.slots.end(),
                             [](const TrendSlot& slot) { return slot.unseen; });
    return day;
}

using Days = std::vector<Workday>;

Days days_of(const TrendsInput& in)
{
    Days days;
    for (Workday& one : make_workdays(in.snapshot, in.day, in.now, workdays_most))
        days.push_back(with_now(std::move(one), in.day));
    return days;
}

float middle_of(std::size_t day, const Days& days)
{
    return (static_cast<float>(day) + 0.5f) / static_cast<float>(days.size());
}

float share_of(std::uint64_t n, std::uint64_t top)
{
    return static_cast<float>(static_cast<double>(n) / static_cast<double>(top));
}

std::string name_of(const Workday& day)
{
    return weekday_date_text(Instant{day.date}, std::chrono::seconds{0});
}

/// "Tue 24 Nov", "Tue 24", "Tue": what an axis has room for. In u.
std::string short_name_of(const Workday& day, float room)
{
    constexpr float with_month = 230;
    constexpr float with_date = 140;
    const std::string name = name_of(day);
    if (room >= with_month) return name;
    return name.substr(0, room >= with_date ? 6 : 3);
}

/// A day of which nobody told anything is not a day without calls; today may only begin.
bool is_partly_unknown(const Workday& day) { return day.unseen || (!day.told && !day.today); }

std::string count(std::uint64_t n) { return count_text(static_cast<std::int64_t>(n)); }

/// Days along the axis in place of hours, and what was not seen of them.
void place_days(const TrendsInput& in, const Days& days, std::vector<Tick> up, PlotTile& tile)
{
    place_axes(in, std::move(up), tile);
    tile.frame.along.clear();
    std::vector<bool> unseen;
    const float room =
        tile.frame.field.w / static_cast<float>(std::max<std::size_t>(1, days.size()));
    for (std::size_t i = 0; i < days.size(); ++i) {
        tile.frame.along.push_back({middle_of(i, days), short_name_of(days[i], room)});
        unseen.push_back(is_partly_unknown(days[i]));
    }
    tile.frame.gaps = gaps_of(unseen, days.size(), tile.frame.field.w);
    tile.frame.now.reset();
    tile.frame.words = days.empty() ? Label{"no data", {}} : Label{};
    tile.figure.clear();
    tile.numbers = {};
}

CallsPlot calls_of(const TrendsInput& in, const Days& days, const Box& box)
{
    CallsPlot plot = make_calls_plot(in, box);  // Its legend is the same.
    plot.bars.clear();
    plot.tile.title = {"calls per day", {}};
    std::uint64_t most = 0;
    for (const Workday& day : days)
        most = std::max(most, std::uint64_t{day.counts.answered} + day.counts.abandoned +
                                  (day.today ? waiting_in(day.counts) : 0));
    const std::uint64_t top = axis_top(most);
    place_days(in, days, count_ticks(top, field_height(box)), plot.tile);
    plot.tile.numbers.heads = {"day",     "offered",        "answered", "abandoned",
                               "waiting", "left otherwise", "seen"};
    for (std::size_t i = 0; i < days.size(); ++i) {
        const HalfHour& sum = days[i].counts;
        const std::uint64_t waiting = days[i].today ? waiting_in(sum) : 0;
        const auto n = static_cast<float>(days.size());
        constexpr float beside = 0.2f;  // Of the width of a day.
        plot.bars.push_back({(static_cast<float>(i) + beside) / n,
                             (static_cast<float>(i) + 1 - beside) / n, share_of(sum.answered, top),
                             share_of(sum.abandoned, top), share_of(waiting, top)});
        plot.tile.numbers.rows.push_back({name_of(days[i]), count(sum.offered), count(sum.answered),
                                          count(sum.abandoned), count(waiting),
                                          count(sum.left_otherwise),
                                          is_partly_unknown(days[i]) ? "not all" : "all"});
    }
    return plot;
}

/// A day that was not wholly seen, or is measured differently, has no figure.
std::optional<Share> level_of(const TrendsInput& in, const Workday& day)
{
    if (!day.told || day.unseen || !day.same_definition) return std::nullopt;
    return service_level(as_queue(day.counts, in.day));
}

ServicePlot service_of(const TrendsInput& in, const Days& days, const Box& box)
{
    ServicePlot plot = make_service_plot(in, box);  // Its title is the same.
    const Label words = plot.tile.frame.words;
    plot.line = {};
    place_days(in, days, percent_ticks(0, field_height(box)), plot.tile);
    plot.tile.numbers.heads = {"day", plot.tile.title.full};
    if (!in.day.same_service_level) {
        plot.tile.frame.words = words;
        plot.tile.frame.gaps.clear();  // Of a line that is not drawn.
    }
    bool broken = true;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto level = level_of(in, days[i]);
        plot.tile.numbers.rows.push_back(
            {name_of(days[i]),
             level ? percent_text(level->part, level->whole) : std::string{not_known}});
        const bool shown = level && level->whole > 0;
        if (shown && broken) plot.line.pieces.emplace_back();
        if (shown)
            plot.line.pieces.back().push_back(
                {middle_of(i, days), std::min(1.0f, share_of(level->part, level->whole))});
        broken = !shown;
    }
    return plot;
}

OpenPlot open_of(const TrendsInput& in, const Days& days, const Box& box)
{
    OpenPlot plot = make_open_plot(in, box);
    plot.area = {};
    const std::string now = plot.tile.figure;
    plot.tile.title = {"open messages when the day ended", "open messages"};
    std::uint64_t most = 0;
    for (const Workday& day : days) most = std::max(most, day.open);
    const std::uint64_t top = axis_top(most);
    place_days(in, days, count_ticks(top, field_height(box)), plot.tile);
    plot.tile.figure = now;
    plot.tile.numbers.heads = {"day", "open when it ended, or now"};
    bool broken = true;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const bool known = days[i].told && !days[i].unseen;
        plot.tile.numbers.rows.push_back(
            {name_of(days[i]), known ? count(days[i].open) : std::string{not_known}});
        const PlotPoint point{middle_of(i, days), share_of(days[i].open, top)};
        if (known && broken) plot.area.line.pieces.emplace_back();
        if (known) plot.area.line.pieces.back().push_back(point);
        if (known && days[i].today) plot.area.line.last = point;
        broken = !known;
    }
    return plot;
}

}  // namespace

bool has_earlier_days(const Snapshot& snapshot)
{
    const std::string today = date_text(trend_hours(snapshot).date);
    return std::any_of(snapshot.trends.begin(), snapshot.trends.end(), [&](const Trend& row) {
        return !row.half_hours.empty() && row.business_date < today;
    });
}

TrendPlots make_day_plots(const Snapshot& snapshot, Instant now, const TrendPlaces& at)
{
    const TrendDay day = make_trend_day(snapshot, now);
    const TrendsInput in{snapshot, day, now};
    const Days days = days_of(in);
    return {.calls = calls_of(in, days, at.calls),
            .service = service_of(in, days, at.service),
            .waits = make_waits_plot(in, at.waits),
            .open = open_of(in, days, at.open)};
}

}  // namespace wallboard
