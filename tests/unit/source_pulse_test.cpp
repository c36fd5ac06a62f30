// Does the shell measure a source without jumping to conclusions: clock, lag, what it says, gaps?

#include <catch2/catch.hpp>

#include "daemon/app/source_pulse.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

const SourceId pbx{"pbx1"};

/// A pulse whose uptime runs by the second beside the fake world.
class Pulse {
public:
    explicit Pulse(bool compares_clocks = true)
        : pulse_{two_locations().sources, 5s, compares_clocks}
    {
    }

    /// A heartbeat whose clock is `skew` from ours, then a second passes.
    const SourceVitals& beats(Micros skew)
    {
        const Instant now = world.now();
        heard::Heartbeat said;
        said.source = pbx;
        said.source_clock_us = (now + skew).time_since_epoch().count();
        said.spool_watch_alive = true;
        said.fetched_again = 7;
        pulse_.beat(said, now);
        return second();
    }
    const SourceVitals& second()
    {
        uptime_ += 1s;
        world.after(1s);
        pulse_.look(world.engine(), uptime_, world.now());
        return pulse_.vitals().at(pbx);
    }
    const SourceVitals& says(v1::SourceStatus::State state, const std::string& detail)
    {
        v1::SourceStatus status;
        status.set_state(state);
        status.set_detail(detail);
        pulse_.status(pbx, status);
        return second();
    }

    Collector world;

private:
    SourcePulse pulse_;
    Uptime uptime_{1h};
};

}  // namespace

TEST_CASE("a clock beyond the limit is doubted, and believed again well inside it",
          "[unit][sources]")
{
    Pulse pulse;
    pulse.world.at("09:00:00");
    CHECK_FALSE(pulse.second().clock_known);
    CHECK_FALSE(pulse.beats(5s).clock_doubt);
    CHECK(pulse.beats(5s + 1us).clock_doubt);
    for (int i = 0; i < 6; ++i) CHECK(pulse.beats(4'500ms).clock_doubt);  // Inside, not well.
    for (int i = 0; i < 5; ++i) (void)pulse.beats(4s);
    CHECK_FALSE(pulse.beats(4s).clock_doubt);
    CHECK(pulse.beats(4s).clock_skew == 4s);
}

TEST_CASE("a heartbeat that was held up on its way is no slow clock", "[unit][sources]")
{
    Pulse pulse;
    pulse.world.at("09:00:00");
    (void)pulse.beats(-20ms);
    CHECK_FALSE(pulse.beats(-8s).clock_doubt);
    CHECK(pulse.beats(-9s).clock_skew == -20ms);
    for (int i = 0; i < 5; ++i) (void)pulse.beats(-9s);
    CHECK(pulse.beats(-9s).clock_doubt);  // Five in a row are not late, they are slow.
}

TEST_CASE("while time follows a recording no clock is compared", "[unit][sources]")
{
    Pulse pulse{false};
    pulse.world.at("09:00:00");
    CHECK_FALSE(pulse.beats(2h).clock_known);
    CHECK(pulse.beats(2h).fetched_again == 7);
    CHECK(pulse.beats(2h).spool_watch_alive);
}

TEST_CASE("lag is kept as the worst of each ten seconds, for ten minutes", "[unit][sources]")
{
    Pulse pulse;
    pulse.world.at("09:00:00").beat();
    CHECK(pulse.second().lag_by_10s_ms.size() == 1);
    for (int i = 0; i < 9; ++i) (void)pulse.second();
    CHECK(pulse.second().lag == 11s);
    CHECK(pulse.second().lag_by_10s_ms == std::vector<std::uint32_t>{10'000, 12'000});
    pulse.world.beat();
    CHECK(pulse.second().lag_by_10s_ms == std::vector<std::uint32_t>{10'000, 12'000});
    for (int i = 0; i < 700; ++i) (void)pulse.second();
    CHECK(pulse.second().lag_by_10s_ms.size() == 60);
}

TEST_CASE("what a source says of itself is shown cleaned, until it says that it is up",
          "[unit][sources]")
{
    Pulse pulse;
    pulse.world.at("09:00:00");
    CHECK(pulse.says(v1::SourceStatus::DEGRADED, "no permission:\x1b[2J call 5551234567").trouble ==
          "no permission:?[2J call #");
    CHECK(pulse.says(v1::SourceStatus::DOWN, "").trouble == "it says that it is down");
    CHECK(pulse.says(v1::SourceStatus::DEGRADED, std::string(5'000, 'x')).trouble.size() <= 200);
    CHECK(pulse.says(v1::SourceStatus::UP, "fine").trouble.empty());
}

TEST_CASE("a gap stays open until every mailbox was listed after it", "[unit][sources]")
{
    Pulse pulse;
    pulse.world.at("09:00:00").beat().lists();
    CHECK(pulse.second().gaps.empty());
    pulse.world.loses(3).message("m1", from("5550100"), "101");
    REQUIRE(pulse.second().gaps.size() == 1);
    CHECK(pulse.second().gaps_healed_today == 0);
    pulse.world.lists();
    CHECK(pulse.second().gaps.empty());
    CHECK(pulse.second().gaps_healed_today == 1);
}

TEST_CASE("a source that does not see its telephone system says since when", "[unit][sources]")
{
    Pulse pulse;
    pulse.world.at("09:00:00").beat();
    const Instant lost = pulse.world.now();
    pulse.world.says(UpstreamLost{lost});
    CHECK(pulse.second().upstream_lost_since == lost);
    pulse.world.at("09:05:00").says(UpstreamRestored{lost, pulse.world.now()});
    CHECK(pulse.second().upstream_lost_since == Instant{});
}
