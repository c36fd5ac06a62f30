#include "wallboard/model/trends_parts.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

// From the edges of a tile to the field of its plot: the title above, the hours below.
constexpr float field_below_top = 86;
constexpr float field_above_bottom = 76;
constexpr float unknown_indent = 24;  // An unknown tile has a hatched strip at its left.
constexpr float beside_axis = 14;
constexpr float question_width = 40;

bool queues_were_called(const Snapshot& snapshot)
{
    return std::any_of(snapshot.queues.begin(), snapshot.queues.end(),
                       [&](const Queue& queue) { return queue.offered > 0; });
}

}  // namespace

PlotTile start_plot(const TrendsInput& in, const Box& box, Label title)
{
    PlotTile tile;
    tile.box = box;
    tile.title = std::move(title);
    if (in.day.all_unknown()) tile.standing = Standing::unknown;
    return tile;
}

float field_height(const Box& box)
{
    return std::max(0.0f, box.h - field_below_top - field_above_bottom);
}

void place_field(const TrendHours& hours, float gutter, PlotTile& tile)
{
    const Box& box = tile.box;
    const float strip = tile.standing == Standing::unknown ? unknown_indent : 0;
    const float left = box.x + tile_padding + strip + gutter;
    tile.frame.field = {left, box.y + field_below_top, box.right() - tile_padding - left,
                        field_height(box)};
    tile.frame.along = hour_ticks(hours, tile.frame.field.w);
}

void place_axes(const TrendsInput& in, std::vector<Tick> up, PlotTile& tile)
{
    place_field(in.day.hours, ticks_width(up) + beside_axis, tile);
    tile.frame.up = std::move(up);
    std::vector<bool> unseen;
    for (const TrendSlot& slot : in.day.slots) unseen.push_back(slot.unseen);
    tile.frame.gaps = gaps_of(unseen, in.day.hours.slots, tile.frame.field.w);
}

std::vector<PlotGap> gaps_of(const std::vector<bool>& unseen, std::size_t slots, float width)
{
    std::vector<PlotGap> gaps;
    if (slots == 0) return gaps;
    const auto all = static_cast<float>(slots);
    float last_question = -question_width;
    for (std::size_t i = 0; i < unseen.size(); ++i) {
        if (!unseen[i]) continue;
        const std::size_t first = i;
        while (i + 1 < unseen.size() && unseen[i + 1]) ++i;
        PlotGap gap{static_cast<float>(first) / all, static_cast<float>(i + 1) / all};
        const float middle = (gap.from + gap.to) / 2 * width;
        gap.question = middle - last_question >= question_width;
        if (gap.question) last_question = middle;
        gaps.push_back(gap);
    }
    return gaps;
}

Label no_calls_words(const TrendsInput& in)
{
    const TrendDay& day = in.day;
    if (in.snapshot.locations.empty()) return {"no locations", {}};
    if (day.locations == 0) return {"not yet monitored", {}};
    if (!day.hours.today) return {"closed today", "closed"};
    const bool unseen = std::any_of(day.slots.begin(), day.slots.end(),
                                    [](const TrendSlot& slot) { return slot.unseen; });
    const bool called = std::any_of(day.slots.begin(), day.slots.end(),
                                    [](const TrendSlot& slot) { return slot.counts.offered > 0; });
    if (called || unseen) return {};
    // An older collector does not tell half hours.
    if (!day.told && queues_were_called(in.snapshot)) return {"not known", {}};
    return {"no calls yet", {}};
}

std::optional<Badge> not_known_badge(const TrendsInput& in)
{
    if (in.day.unknown == 0) return std::nullopt;
    if (in.day.all_unknown()) return Badge{Standing::unknown, "not known", {}};
    return Badge{Standing::unknown, fmt::format("{} not known", in.day.unknown), {}};
}

std::string slot_name(const TrendHours& hours, std::size_t slot)
{
    return hour_minute_text(hours.begin_of(slot), hours.utc_offset);
}

}  // namespace wallboard
