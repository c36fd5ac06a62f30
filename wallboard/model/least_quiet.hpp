#pragma once

#include <algorithm>
#include <vector>

namespace wallboard {

/// Which of `all` are shown when only `room` fit: those with the smallest quietness, in the order
/// of `all`.
template <class Item, class Quietness>
std::vector<const Item*> least_quiet(const std::vector<Item>& all, std::size_t room,
                                     Quietness quietness)
{
    struct Ranked {
        decltype(quietness(all.front())) rank;
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
    for (const Item& item : all) ranked.push_back({quietness(item), &item});
    std::nth_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(room),
                     ranked.end());
    for (std::size_t i = 0; i < room; ++i) chosen.push_back(ranked[i].item);
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

}  // namespace wallboard
