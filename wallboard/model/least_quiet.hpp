#pragma once

#include <algorithm>
#include <vector>

namespace wallboard {

/// Which of `all` are shown when only `room` fit: those that are least quiet, in the order of
/// `all`. `quietness` has a number for each of them.
template <class Item>
std::vector<const Item*> least_quiet(const std::vector<Item>& all,
                                     const std::vector<int>& quietness, std::size_t room)
{
    struct Ranked {
        int rank;
        const Item* item;  // One array: by address is the order of `all`.
        bool operator<(const Ranked& other) const
        {
            return rank != other.rank ? rank < other.rank : item < other.item;
        }
    };
    std::vector<const Item*> chosen;
    if (all.size() <= room) {
        for (const Item& item : all) chosen.push_back(&item);
        return chosen;
    }
    std::vector<Ranked> ranked;
    ranked.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) ranked.push_back({quietness[i], &all[i]});
    std::nth_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(room),
                     ranked.end());
    for (std::size_t i = 0; i < room; ++i) chosen.push_back(ranked[i].item);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace wallboard
