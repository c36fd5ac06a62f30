#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/departures_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr float cap = 31;
constexpr float column_gap = 24;
constexpr float block_width = 130;
constexpr float block_most = 80;   ///< High.
constexpr float block_least = 40;  ///< Lower, and its mark would touch its edge.
constexpr float block_gap = 8;
constexpr float over_line = 16;
constexpr float line_thick = 3;

const std::array<Label, departed_days> day_labels{{{"today", {}},
                                                   {"1 day", {}},
                                                   {"2 days", {}},
                                                   {"3 days", {}},
                                                   {"4 days", {}},
                                                   {"5 or more", "5 +"}}};

/// Where the blocks of one column may stand.
struct Room {
    float x = 0;
    float w = 0;
    float top = 0;
    float base = 0;

    float height() const { return base - top; }
    Box box(float from_base, float h) const
    {
        const float width = std::min(block_width, w);
        return {x + (w - width) / 2, base - from_base - h, width, h};
    }
};

/// What a column holds; the red ones lie at the bottom.
struct Stack {
    std::uint64_t red = 0;
    std::uint64_t rest = 0;

    std::uint64_t all() const { return red + rest; }
};

/// As many are red as the collector says: those that left first.
std::array<Stack, departed_days> stacks_of(const Departed& departed)
{
    std::array<Stack, departed_days> stacks;
    std::uint64_t red = departed.red;
    for (std::size_t i = departed_days; i-- > 0;) {
        stacks.at(i).red = std::min(red, departed.by_workdays.at(i));
        stacks.at(i).rest = departed.by_workdays.at(i) - stacks.at(i).red;
        red -= stacks.at(i).red;
    }
    return stacks;
}

/// One height for all blocks of the page.
float block_height(const std::array<Stack, departed_days>& stacks, float room)
{
    const auto fit = static_cast<std::uint64_t>((room + block_gap) / (block_least + block_gap));
    std::uint64_t most = 1;
    for (const Stack& stack : stacks)
        if (stack.all() <= fit) most = std::max(most, stack.all());
    return std::min(block_most, (room + block_gap) / static_cast<float>(most) - block_gap);
}

/// More than fit: the number stands on one tall block of each kind.
std::vector<Block> tall_blocks(const Stack& stack, const Room& room)
{
    std::vector<Block> blocks;
    const bool both = stack.red > 0 && stack.rest > 0;
    const float h = both ? (room.height() - block_gap) / 2 : room.height();
    float from = 0;
    for (const auto& [n, standing] :
         {std::pair{stack.red, Standing::action}, std::pair{stack.rest, Standing::normal}}) {
        if (n == 0) continue;
        blocks.push_back({room.box(from, h), standing, short_count_text(n)});
        from += h + block_gap;
    }
    return blocks;
}

std::vector<Block> blocks_of(const Stack& stack, const Room& room, float h)
{
    const float pitch = h + block_gap;
    if (static_cast<float>(stack.all()) * pitch > room.height() + block_gap + 0.5f)
        return tall_blocks(stack, room);
    std::vector<Block> blocks;
    for (std::uint64_t i = 0; i < stack.all(); ++i)
        blocks.push_back({room.box(static_cast<float>(i) * pitch, h),
                          i < stack.red ? Standing::action : Standing::normal,
                          {}});
    return blocks;
}

/// The dashed line stands before the first day that is red.
void place_limit(const Departed& departed, DayBlocks& days, float words_bottom)
{
    const std::uint32_t after = departed.red_after_workdays;
    if (after == 0) return;
    days.limit_words = "red after " + counted(after, "workday", "workdays");
    if (after + 1 >= departed_days) return;
    const Box& foot = days.columns.at(after + 1).foot;
    const float top = days.box.y + tile_padding + cap + column_gap;
    days.limit = Box{foot.x - (column_gap + line_thick) / 2, top, line_thick,
                     days.box.bottom() - tile_padding - top};
    constexpr float words_width = 345;
    bool free = days.box.right() - tile_padding - foot.x >= words_width;
    for (std::size_t i = after + 1; i < departed_days; ++i)
        for (const Block& block : days.columns.at(i).blocks)
            free = free && block.box.y > words_bottom;
    days.words_beside_it = free;
}

}  // namespace

DayBlocks make_day_blocks(const Departed& departed, const Box& box)
{
    DayBlocks days;
    days.box = box;
    if (box.empty()) return days;
    days.title = "workdays since the person left";
    const bool not_watched = departed.nothing_known() && departed.unknown == 0;
    const bool unknown = departed.nothing_known()
                           ? departed.unknown > 0
                           : departed.undated == departed.pending && departed.pending > 0;
    if (unknown) days.standing = Standing::unknown;
    if (not_watched) days.title = "not yet monitored";
    if (!unknown && departed.undated > 0)
        days.badge =
            Badge{Standing::unknown, short_count_text(departed.undated) + " not dated", {}};

    const float left = box.x + tile_padding + (unknown ? column_gap : 0);
    const float pitch = (box.right() - tile_padding + column_gap - left) / departed_days;
    const float line = box.bottom() - tile_padding - cap - over_line - line_thick;
    Room room{left, pitch - column_gap, box.y + tile_padding + cap + column_gap, line - over_line};
    const auto stacks = stacks_of(departed);
    const float h = block_height(stacks, room.height());
    for (std::size_t i = 0; i < departed_days; ++i, room.x += pitch) {
        DayColumn column{day_labels.at(i), {room.x, line, room.w, line_thick}, {}};
        column.blocks = blocks_of(stacks.at(i), room, h);
        if (unknown)
            column.blocks = {{room.box(0, std::min(block_most, room.height())), Standing::unknown,
                              std::string{not_known}}};
        days.columns.push_back(std::move(column));
    }
    if (!unknown && !not_watched) place_limit(departed, days, room.top + cap + over_line);
    return days;
}

}  // namespace wallboard
