#pragma once

#include <cstdint>
#include <string>

#include "wallboard/model/greetings.hpp"
#include "wallboard/model/table.hpp"

namespace wallboard {

/// From one block to the next of a share bar, in u.
constexpr float share_pitch = 19.5f;

/// How many blocks a width holds; at most 24, as more cannot be seen apart.
std::size_t share_blocks(float width);

/// One scale for all bars of a table: how many a block stands for.
struct ShareScale {
    std::size_t blocks = 24;
    std::uint64_t per_block = 1;  ///< 1, 2, 5, 10, 20, …

    void make_room_for(std::uint64_t n);

    /// "greetings that conform", or with what a block stands for: "conform, a block is 5".
    std::string title(bool wide) const;
};

/// What is wrong or not known has at least one block, so that it is seen in any crowd.
ShareBar share_bar(const GreetingShares& shares, const ShareScale& scale);

}  // namespace wallboard
