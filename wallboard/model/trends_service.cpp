#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/service_level.hpp"
#include "wallboard/model/trends_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

struct SlotLevel {
    std::size_t slot = 0;
    std::optional<Share> share;  ///< Nothing: not known. A whole of 0: nothing was offered.

    bool shown() const { return share && share->whole > 0; }
    float percent() const
    {
        const double part = 100.0 * static_cast<double>(share->part);
        return std::min(100.0f, static_cast<float>(part / static_cast<double>(share->whole)));
    }
    std::string text() const
    {
        return share ? percent_text(share->part, share->whole) : std::string{not_known};
    }
};

std::vector<SlotLevel> levels_of(const TrendDay& day)
{
    std::vector<SlotLevel> levels;
    for (std::size_t i = 0; i < day.slots.size(); ++i) {
        SlotLevel level{i, std::nullopt};
        if (!day.slots[i].unseen) level.share = service_level(as_queue(day.slots[i].counts, day));
        levels.push_back(level);
    }
    return levels;
}

/// "SL4 20 s, %"
Label title_of(const TrendDay& day)
{
    if (day.service_level_variant.empty()) return {"service level, %", "SL, %"};
    return {service_level_title(as_queue({}, day)) + ", %", day.service_level_variant + ", %"};
}

/// Half hours without a figure break the line: never 0, never 100.
LinePlot line_of(const TrendDay& day, const std::vector<SlotLevel>& levels, float foot)
{
    LinePlot line;
    bool broken = true;
    for (const SlotLevel& level : levels) {
        if (!level.shown()) {
            broken = true;
            continue;
        }
        const Instant middle = day.hours.begin_of(level.slot) + half_hour / 2;
        const PlotPoint point{day.hours.share(middle), (level.percent() - foot) / (100 - foot)};
        if (broken) line.pieces.emplace_back();
        line.pieces.back().push_back(point);
        broken = false;
        if (day.running && level.slot + 1 == levels.size()) line.last = point;
    }
    return line;
}

Label words_of(const TrendsInput& in)
{
    Label words = no_calls_words(in);
    if (!words.full.empty()) return words;
    if (!in.day.same_service_level) return {"differs between queues", "differs"};
    return {};
}

}  // namespace

Queue as_queue(const HalfHour& counts, const TrendDay& day)
{
    Queue queue;
    queue.offered = counts.offered;
    queue.answered = counts.answered;
    queue.abandoned = counts.abandoned;
    queue.short_abandoned = counts.short_abandoned;
    queue.answered_in_threshold = counts.answered_in_threshold;
    queue.abandoned_in_threshold = counts.abandoned_in_threshold;
    queue.left_otherwise = counts.left_otherwise;
    queue.service_level_variant = day.service_level_variant;
    queue.service_level_s = day.service_level_s;
    return queue;
}

ServicePlot make_service_plot(const TrendsInput& in, const Box& box)
{
    const TrendDay& day = in.day;
    ServicePlot plot;
    plot.tile = start_plot(in, box, title_of(day));
    if (box.empty()) return plot;
    const auto levels = levels_of(day);
    const bool low = std::any_of(levels.begin(), levels.end(), [](const SlotLevel& level) {
        return level.shown() && level.percent() < 50;
    });
    const int foot = low ? 0 : 50;
    place_axes(in, percent_ticks(foot, field_height(box)), plot.tile);
    plot.tile.frame.words = words_of(in);
    plot.tile.badge = not_known_badge(in);
    plot.tile.numbers.heads = {"\u00bd hour", title_of(day).full};
    for (const SlotLevel& level : levels)
        plot.tile.numbers.rows.push_back({slot_name(day.hours, level.slot), level.text()});
    if (!day.same_service_level) {
        plot.tile.frame.gaps.clear();  // Of a line that is not drawn.
        return plot;
    }
    plot.line = line_of(day, levels, static_cast<float>(foot));
    if (plot.line.last) plot.tile.figure = levels.back().text() + " now";
    return plot;
}

}  // namespace wallboard
