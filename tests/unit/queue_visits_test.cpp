// Are a queue's visits found by their calls as an ordinary map would find them, however many there
// are, and do they come out in one order whatever the order in which they went in?

#include <algorithm>
#include <map>
#include <vector>

#include <catch2/catch.hpp>

#include "daemon/state/queue_visits.hpp"
#include "tests/support/seeded_random.hpp"

using namespace callwatch;

namespace {

using Times = std::pair<Instant, Instant>;
using Model = std::multimap<std::string, Times>;

Instant at(std::int64_t us) { return Instant{Micros{us}}; }

/// Calls of a few visits each, some of which are of the same instants.
Model random_visits(test::SeededRandom& random, std::size_t count)
{
    Model model;
    for (std::size_t i = 0; i < count; ++i) {
        const auto joined = static_cast<std::int64_t>(random.below(1'000));
        const auto left = joined + static_cast<std::int64_t>(random.below(3));
        model.emplace("pbx1/" + std::to_string(random.below(count)), Times{at(joined), at(left)});
    }
    return model;
}

QueueVisits visits_of(const Model& model)
{
    QueueVisits visits;
    for (const auto& [call, times] : model) visits.add({call, times.first, times.second});
    return visits;
}

bool knows(const QueueVisits& visits, const std::string& call, const Times& times)
{
    return visits.any(call, [&](const QueueVisit& visit) {
        return visit.call == call && Times{visit.joined_at, visit.left_at} == times;
    });
}

std::size_t count_of(const QueueVisits& visits, const std::string& call)
{
    std::size_t count = 0;
    visits.any(call, [&](const QueueVisit&) {
        ++count;
        return false;
    });
    return count;
}

}  // namespace

TEST_CASE("a queue's visits are found by their calls, all of them and no others", "[unit][queue]")
{
    test::SeededRandom random{test::seed_of_this_run(20261130)};
    for (const std::size_t size : {0, 1, 7, 8, 9, 500, 5'000}) {
        CAPTURE(size);
        const auto model = random_visits(random, size);
        const auto visits = visits_of(model);
        REQUIRE(visits.size() == size);
        for (std::size_t i = 0; i <= size; ++i) {
            const auto call = "pbx1/" + std::to_string(i);
            REQUIRE(count_of(visits, call) == model.count(call));
        }
        for (const auto& [call, times] : model) REQUIRE(knows(visits, call, times));
    }
}

TEST_CASE("visits come out by call and time, whatever the order they went in", "[unit][queue]")
{
    test::SeededRandom random{test::seed_of_this_run(20261131)};
    const auto model = random_visits(random, 300);
    const auto visits = visits_of(model);
    auto turned = visits.sorted();
    CHECK(std::is_sorted(turned.begin(), turned.end()));
    std::reverse(turned.begin(), turned.end());
    QueueVisits others;
    for (const auto& visit : turned) others.add(visit);
    CHECK(others == visits);
    CHECK(others.sorted() == visits.sorted());
    others.add({"pbx1/one more", at(1), at(2)});
    CHECK_FALSE(others == visits);
}

TEST_CASE("of too many visits those that were left first are forgotten", "[unit][queue]")
{
    constexpr auto kept = static_cast<std::int64_t>(QueueVisits::kept_max);
    QueueVisits visits;
    // The later it was left, the smaller its call.
    const auto call = [](std::int64_t i) { return "pbx1/" + std::to_string(9'999'999 - i); };
    for (std::int64_t i = 0; i < kept; ++i) visits.add({call(i), at(i), at(i + 1)});
    REQUIRE(visits.size() == QueueVisits::kept_max);
    visits.add({call(kept), at(kept), at(kept + 1)});
    CHECK(visits.size() == QueueVisits::kept_max * 3 / 4 + 1);
    CHECK_FALSE(knows(visits, call(kept / 4 - 1), {at(kept / 4 - 1), at(kept / 4)}));
    CHECK(knows(visits, call(kept / 4), {at(kept / 4), at(kept / 4 + 1)}));
    CHECK(knows(visits, call(kept), {at(kept), at(kept + 1)}));
}
