#include "wallboard/model/share_scale.hpp"

#include <algorithm>

#include "wallboard/model/words.hpp"

namespace wallboard {

std::size_t share_blocks(float width)
{
    constexpr std::size_t most = 24;
    constexpr float gap = share_pitch - 15;  // None after the last one.
    if (width <= 0) return 0;
    return std::min(most, static_cast<std::size_t>((width + gap) / share_pitch));
}

void ShareScale::make_room_for(std::uint64_t n)
{
    if (blocks == 0) return;
    // 1, 2, 5, 10: each at most two and a half times the last.
    while (per_block * blocks < n) {
        std::uint64_t ten = 1;
        while (ten * 10 <= per_block) ten *= 10;
        per_block = per_block / ten == 2 ? 5 * ten : 2 * per_block;
    }
}

std::string ShareScale::title(bool wide) const
{
    if (per_block == 1) return wide ? "greetings that conform" : "conform";
    return (wide ? "conform, a block is " : "a block is ") + short_count_text(per_block);
}

ShareBar share_bar(const GreetingShares& shares, const ShareScale& scale)
{
    const auto at_least_one = [&](std::uint64_t n) {
        return static_cast<std::size_t>((n + scale.per_block - 1) / scale.per_block);
    };
    ShareBar bar;
    bar.wrong = std::min(scale.blocks, at_least_one(shares.faults));
    bar.unknown = std::min(scale.blocks - bar.wrong, at_least_one(shares.not_known));
    bar.good = std::min(
        scale.blocks - bar.wrong - bar.unknown,
        static_cast<std::size_t>((shares.conform + scale.per_block / 2) / scale.per_block));
    return bar;
}

}  // namespace wallboard
