#include <algorithm>

#include "wallboard/model/trends_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

/// "now 14:07" and its distance from the line, in u.
constexpr float now_width = 220;
/// So far it hangs from the top of the field.
constexpr float now_height = 56;

std::uint64_t height_of(const HalfHour& counts)
{
    return std::uint64_t{counts.answered} + counts.abandoned + waiting_in(counts);
}

PlotNumbers numbers_of(const TrendDay& day)
{
    PlotNumbers numbers;
    numbers.heads = {"\u00bd hour", "offered", "answered", "abandoned", "waiting", "other", "seen"};
    const auto text = [](std::uint64_t n) { return count_text(static_cast<std::int64_t>(n)); };
    for (std::size_t i = 0; i < day.slots.size(); ++i) {
        const HalfHour& one = day.slots[i].counts;
        numbers.rows.push_back({slot_name(day.hours, i), text(one.offered), text(one.answered),
                                text(one.abandoned), text(waiting_in(one)),
                                text(one.left_otherwise), day.slots[i].unseen ? "part" : "all"});
    }
    return numbers;
}

/// Never over a bar: the clock of the page tells the time as well.
bool has_room(const PlotNow& now, const std::vector<Bar>& bars, const Box& field)
{
    const float from = now.at - now_width / field.w;
    return std::none_of(bars.begin(), bars.end(), [&](const Bar& bar) {
        const float height = bar.answered + bar.abandoned + bar.waiting;
        return bar.to > from && height * field.h > field.h - now_height;
    });
}

void mark_now(const TrendsInput& in, const std::vector<Bar>& bars, PlotFrame& frame)
{
    const TrendHours& hours = in.day.hours;
    if (!in.day.running || in.now > hours.closes_at || !frame.words.full.empty()) return;
    PlotNow now;
    now.at = hours.share(in.now);
    now.left = (1 - now.at) * frame.field.w < now_width;
    if (!now.left || has_room(now, bars, frame.field))
        now.text = "now " + hour_minute_text(in.now, hours.utc_offset);
    now.foot = bars.back().answered + bars.back().abandoned + bars.back().waiting;
    frame.now = now;
}

}  // namespace

CallsPlot make_calls_plot(const TrendsInput& in, const Box& box)
{
    const TrendDay& day = in.day;
    CallsPlot plot;
    plot.tile = start_plot(in, box, {"calls per half hour", "calls per \u00bd h"});
    if (box.empty()) return plot;
    using Swatch = LegendEntry::Swatch;
    plot.tile.legend = {{Swatch::answered, {"answered", "answ."}},
                        {Swatch::abandoned, {"abandoned", "aband."}},
                        {Swatch::waiting, {"waiting", "wait."}}};
    std::uint64_t most = 0;
    for (const TrendSlot& slot : day.slots) most = std::max(most, height_of(slot.counts));
    const std::uint64_t top = axis_top(most);
    place_axes(in, count_ticks(top, field_height(box)), plot.tile);
    plot.tile.frame.words = no_calls_words(in);
    plot.tile.numbers = numbers_of(day);

    const auto share = [&](std::uint64_t n) {
        return static_cast<float>(static_cast<double>(n) / static_cast<double>(top));
    };
    for (std::size_t i = 0; i < day.slots.size(); ++i) {
        const HalfHour& one = day.slots[i].counts;
        plot.bars.push_back({day.hours.share(day.hours.begin_of(i)),
                             day.hours.share(day.hours.begin_of(i + 1)), share(one.answered),
                             share(one.abandoned), share(waiting_in(one))});
    }
    mark_now(in, plot.bars, plot.tile.frame);
    return plot;
}

}  // namespace wallboard
