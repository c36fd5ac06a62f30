// Does the calendar agree with a second, slow implementation, in 12 zones, around every change of
// the clocks from 1999 to 2037? The second one knows only the C library's localtime_r(): it walks
// time in steps of a quarter of an hour, writes down what the wall clock showed, and searches that
// list. Hours are random multiples of a quarter of an hour, so that they touch the changes; the
// zones are those whose changes lie on quarters too. CALLWATCH_SEED repeats a run.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <ctime>
#include <random>

#include "tests/support/calendar_vocabulary.hpp"

using namespace callwatch;
using callwatch::test::calendar_of;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr minutes step{15};

const char* const zones[] = {
    "America/Chicago",     "America/New_York",  "America/Kentucky/Louisville",
    "America/Phoenix",     "America/Sao_Paulo", "America/Havana",
    "Europe/Dublin",       "Africa/Casablanca", "Asia/Kathmandu",
    "Australia/Lord_Howe", "Pacific/Chatham",   "Pacific/Apia"};

// What the wall clock shows at one instant, by the C library.
struct Seen {
    std::time_t at;
    std::time_t local;  // Counted as if it were UTC.
    long offset;
};

Seen look(std::time_t at)
{
    std::tm wall{};
    localtime_r(&at, &wall);
    return {.at = at, .local = at + wall.tm_gmtoff, .offset = wall.tm_gmtoff};
}

// The arithmetic is our own, so that a seed means the same with every standard library.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : engine_{seed} {}
    std::int64_t below(std::int64_t n)
    {
        return static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(n));
    }

private:
    std::mt19937_64 engine_;
};

std::uint64_t seed_of_run()
{
    const char* given = std::getenv("CALLWATCH_SEED");
    return given ? std::strtoull(given, nullptr, 10) : 20120615;
}

Location random_office(Dice& dice, const char* zone)
{
    Location location;
    location.zone = zone;
    for (auto& weekday : location.weekly) {
        if (dice.below(4) == 0) continue;
        // Half of the days open or close in the small hours, where clocks change.
        const auto from = dice.below(2) == 0 ? dice.below(16) : dice.below(95);
        const auto to = dice.below(2) == 0 ? std::min<std::int64_t>(96, from + 1 + dice.below(8))
                                           : from + 1 + dice.below(96 - from);
        weekday = DayHours{from * step, to * step};
    }
    return location;
}

std::vector<std::time_t> changes_of_clocks()
{
    constexpr std::time_t day = 86400;
    const std::time_t first = callwatch::test::day("1999-01-10").time_since_epoch() / seconds{1};
    const std::time_t last = callwatch::test::day("2037-12-15").time_since_epoch() / seconds{1};
    std::vector<std::time_t> found{first};  // Zones without any change are looked at as well.
    for (std::time_t at = first; at < last; at += day)
        if (look(at).offset != look(at + day).offset) found.push_back(at);
    return found;
}

// The slow calendar: a list of quarters of an hour, and searches.
class SlowCalendar {
public:
    SlowCalendar(const Location& location, std::time_t around) : location_{location}
    {
        for (std::time_t at = around - 86400 * 10; at < around + 86400 * 10;
             at += seconds{step}.count())
            seen_.push_back(look(at));
    }

    const std::vector<Seen>& seen() const { return seen_; }

    std::optional<BusinessHours> hours_on(LocalDate date) const
    {
        const auto weekday = std::chrono::weekday{date}.c_encoding();
        if (!location_.weekly[weekday]) return std::nullopt;
        const std::time_t midnight = date.time_since_epoch() / seconds{1};
        const std::time_t from = midnight + location_.weekly[weekday]->from.count();
        const std::time_t to = midnight + location_.weekly[weekday]->to.count();
        // An instant that shows the time, the first to open and the last to close; none shows it:
        // the first one past it.
        const auto past_from = std::find_if(seen_.begin(), seen_.end(),
                                            [&](const Seen& s) { return s.local >= from; });
        const auto past_to =
            std::find_if(seen_.begin(), seen_.end(), [&](const Seen& s) { return s.local >= to; });
        const auto last_to = std::find_if(seen_.rbegin(), seen_.rend(),
                                          [&](const Seen& s) { return s.local == to; });
        if (past_from == seen_.end() || past_to == seen_.end()) return std::nullopt;
        const std::time_t open = past_from->at;
        const std::time_t close = last_to != seen_.rend() ? last_to->at : past_to->at;
        if (open >= close) return std::nullopt;
        return BusinessHours{
            .date = date, .opens = Instant{seconds{open}}, .closes = Instant{seconds{close}}};
    }

    std::optional<BusinessHours> due(const Seen& received) const
    {
        LocalDate date{std::chrono::floor<days>(seconds{received.local})};
        const auto today = hours_on(date);
        if (today && Instant{seconds{received.at}} < today->closes) return today;
        for (int i = 1; i <= 8; ++i)
            if (const auto next = hours_on(date + days{i})) return next;
        return std::nullopt;
    }

private:
    Location location_;
    std::vector<Seen> seen_;
};

struct Differences {
    int compared = 0;
    int found = 0;
    std::string first;

    void compare(bool same, const char* what, const Seen& seen)
    {
        ++compared;
        if (same) return;
        if (++found == 1) first = what + (" at " + std::to_string(seen.at));
    }
};

void compare_around(const Location& location, std::time_t around, Dice& dice, Differences& out)
{
    const BusinessCalendar calendar = calendar_of(location);
    const SlowCalendar slow{location, around};

    // One day on each side of the change, from inside a list that reaches ten days further.
    for (int i = 0; i < 24; ++i) {
        const auto index =
            slow.seen().size() / 2 - 96 + static_cast<std::size_t>(dice.below(4 * 96));
        const Seen& seen = slow.seen()[index];
        const Instant at{seconds{seen.at}};
        const LocalDate date{std::chrono::floor<days>(seconds{seen.local})};
        const auto hours = slow.hours_on(date);

        const auto clock = calendar.local_clock(at);
        out.compare(clock.local.time_since_epoch() == seconds{seen.local}, "local time", seen);
        out.compare(clock.utc_offset == seconds{seen.offset}, "offset", seen);
        out.compare(calendar.local_date(at) == date, "local date", seen);
        out.compare(calendar.hours_on(date) == hours, "hours", seen);
        out.compare(calendar.is_open(at) == (hours && hours->opens <= at && at < hours->closes),
                    "open", seen);
        const auto due = calendar.due(at, Policy::AfterHoursDue::next_workday);
        // The slow one sees ten days; a later workday is beyond it.
        if (const auto expected = slow.due(seen)) out.compare(due == expected, "due", seen);
        if (!hours) continue;
        out.compare(!calendar.is_open(hours->closes), "closed at close", seen);
        if (calendar.local_date(hours->closes - microseconds{1}) == date)
            out.compare(calendar.is_open(hours->closes - microseconds{1}), "open before", seen);
    }
}

}  // namespace

TEST_CASE("the calendar and a walk through the C library's clock agree around every change",
          "[property][calendar]")
{
    const auto* zone = GENERATE(from_range(std::begin(zones), std::end(zones)));
    const auto seed = seed_of_run();
    CAPTURE(zone, seed);
    REQUIRE(setenv("TZ", (std::string{":"} + zone).c_str(), 1) == 0);
    tzset();

    Dice dice{seed};
    Differences differences;
    for (const std::time_t around : changes_of_clocks())
        compare_around(random_office(dice, zone), around, dice, differences);

    CHECK(differences.compared > 100);
    CHECK(differences.found == 0);
    CHECK(differences.first == "");
}
