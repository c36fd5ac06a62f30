#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/trends_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

// "all by 17" stands over the dashed line, at the right: its letters, and room around them.
constexpr float letter = 16;
constexpr float beside_text = 4;
constexpr float above_dot = 56;

float share_of(std::uint64_t n, std::uint64_t top)
{
    return static_cast<float>(static_cast<double>(n) / static_cast<double>(top));
}

/// Where the half hour `i` begins, or now.
Instant time_of(const TrendsInput& in, std::size_t i)
{
    const bool last = in.day.running && i + 1 == in.day.open.size();
    return last ? in.now : in.day.hours.begin_of(i);
}

LinePlot line_of(const TrendsInput& in, std::uint64_t top)
{
    const TrendDay& day = in.day;
    LinePlot line;
    const auto point = [&](std::size_t i) {
        return PlotPoint{day.hours.share(time_of(in, i)), share_of(day.open[i], top)};
    };
    bool broken = true;
    for (std::size_t i = 0; i < day.slots.size(); ++i) {
        if (day.slots[i].unseen) {
            broken = true;
            continue;
        }
        if (broken) line.pieces.push_back({point(i)});
        line.pieces.back().push_back(point(i + 1));
        broken = false;
    }
    if (day.running && !broken) line.last = point(day.slots.size());
    return line;
}

/// What is open is returned by the end of the same workday (Telephone Customer Service Standards,
/// item 3).
void promise(const TrendsInput& in, const PlotFrame& frame, AreaPlot& area)
{
    const TrendHours& hours = in.day.hours;
    if (!area.line.last || in.day.open_now == 0 || in.now >= hours.closes_at) return;
    area.promise = PlotPoint{hours.share(hours.closes_at), 0};
    const std::string text = "all by " + hour_text(hours.closes_at, hours.utc_offset);
    const PlotPoint& dot = *area.line.last;
    const bool beside =
        (1 - dot.x) * frame.field.w >= letter * static_cast<float>(text.size()) + beside_text;
    if (beside && (1 - dot.y) * frame.field.h >= above_dot) area.promise_text = text;
}

PlotNumbers numbers_of(const TrendDay& day)
{
    PlotNumbers numbers;
    numbers.heads = {"\u00bd hour", "left", "closed", "open"};
    const auto text = [](std::uint64_t n) { return count_text(static_cast<std::int64_t>(n)); };
    for (std::size_t i = 0; i < day.slots.size(); ++i) {
        const TrendSlot& slot = day.slots[i];
        numbers.rows.push_back({slot_name(day.hours, i), text(slot.counts.messages_left),
                                text(slot.counts.messages_closed),
                                slot.unseen ? std::string{not_known} : text(day.open[i + 1])});
    }
    return numbers;
}

Label words_of(const TrendsInput& in)
{
    if (in.snapshot.locations.empty()) return {"no locations", {}};
    if (in.day.locations == 0) return {"not yet monitored", {}};
    if (!in.day.hours.today) return {"closed today", "closed"};
    return {};
}

}  // namespace

OpenPlot make_open_plot(const TrendsInput& in, const Box& box)
{
    const TrendDay& day = in.day;
    OpenPlot plot;
    plot.tile = start_plot(in, box, {"open messages", "messages"});
    if (box.empty()) return plot;
    std::uint64_t most = 0;
    for (const std::uint64_t n : day.open) most = std::max(most, n);
    const std::uint64_t top = axis_top(most);
    place_axes(in, count_ticks(top, field_height(box)), plot.tile);
    plot.tile.frame.words = words_of(in);
    plot.tile.badge = not_known_badge(in);
    plot.tile.numbers = numbers_of(day);
    if (day.locations == 0) return plot;
    plot.tile.figure = short_count_text(day.open_now) + " now";
    if (day.told || day.unknown > 0)
        plot.area.line = line_of(in, top);
    else if (day.running)  // Without a single row only now is known.
        plot.area.line.last = PlotPoint{day.hours.share(in.now), share_of(day.open.back(), top)};
    promise(in, plot.tile.frame, plot.area);
    return plot;
}

}  // namespace wallboard
