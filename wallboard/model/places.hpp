#pragma once

#include <algorithm>
#include <cstdint>
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

/// Pointers to the rows in the order of what `rank_of` says of each, the least first; equal ones as
/// they are. Each is asked once.
template <class Row, class RankOf>
std::vector<const Row*> in_rank_order(const std::vector<Row>& rows, RankOf rank_of)
{
    std::vector<decltype(rank_of(rows.front()))> ranks;
    ranks.reserve(rows.size());
    for (const Row& row : rows) ranks.push_back(rank_of(row));
    std::vector<const Row*> order;
    order.reserve(rows.size());
    for (const std::uint32_t place : places_in_order<std::uint32_t>(
             rows.size(), [&](auto a, auto b) { return ranks[a] < ranks[b]; }))
        order.push_back(&rows[place]);
    return order;
}

}  // namespace wallboard
