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
    std::vector<const Item*> chosen;
    chosen.reserve(all.size());
    for (const Item& item : all) chosen.push_back(&item);
    if (chosen.size() <= room) return chosen;
    std::stable_sort(chosen.begin(), chosen.end(),
                     [&](const Item* a, const Item* b) { return quietness(*a) < quietness(*b); });
    chosen.resize(room);
    std::sort(chosen.begin(), chosen.end());  // One array: by address is the order of `all`.
    return chosen;
}

}  // namespace wallboard
