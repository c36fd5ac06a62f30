#pragma once

#include "wallboard/model/live_parts.hpp"
#include "wallboard/model/team_view.hpp"

namespace wallboard {

/// What the parts of the page Team are made from. Lives as long as one call of make_team().
struct TeamInput {
    LiveInput live;
    std::size_t turn;  ///< Which page of the table.
};

/// People who are away, of all offices that are heard and monitored, open or not.
struct AwaySum {
    std::size_t known = 0;
    std::size_t unknown = 0;  ///< Offices.
    std::uint64_t away = 0;
    std::uint64_t no_cover = 0;
};
AwaySum sum_of_away(const Snapshot& snapshot);

Hero make_free_hero(const LiveInput& in, const Answering& answering, const Box& box);
Hero make_on_call_hero(const Answering& answering, const Box& box);
Hero make_on_break_hero(const Answering& answering, const Box& box);
Hero make_away_hero(const AwaySum& sum, const Box& box);

/// Far: both in one, where two heroes are all there is room for.
Hero make_call_and_break_hero(const Answering& answering, const Box& box);

Table make_team_table(const TeamInput& in, const AwaySum& sum, const Box& box);

}  // namespace wallboard
