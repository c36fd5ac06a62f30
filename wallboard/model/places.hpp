#pragma once

#include <algorithm>
#include <numeric>
#include <vector>

namespace wallboard {

/// The places 0 to `count` - 1 in the order that `less` has of them; equal ones as they are. To
/// find by another key in rows that keep their own order.
template <class Place, class Less>
std::vector<Place> places_in_order(std::size_t count, Less less)
{
    std::vector<Place> places(count);
    std::iota(places.begin(), places.end(), Place{0});
    std::stable_sort(places.begin(), places.end(), less);
    return places;
}

}  // namespace wallboard
