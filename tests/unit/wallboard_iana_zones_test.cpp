// Time zones as this computer has them: what a local time stands for on the days when the clocks
// are changed. 2027 in America/Chicago: forward on 14 March, back on 7 November, at 02:00.

#include <catch2/catch.hpp>

#include "wallboard/app/iana_zones.hpp"

using namespace std::chrono_literals;
using wallboard::Instant;
using wallboard::Micros;
using Kind = wallboard::desk::ZoneTime::Kind;

namespace {

const std::string chicago = "America/Chicago";

Micros local(std::chrono::year_month_day date, std::chrono::minutes clock)
{
    return std::chrono::sys_days{date}.time_since_epoch() + clock;
}

Instant utc(std::chrono::year_month_day date, std::chrono::minutes clock)
{
    return Instant{std::chrono::sys_days{date}} + clock;
}

constexpr auto forward = std::chrono::year{2027} / 3 / 14;
constexpr auto back = std::chrono::year{2027} / 11 / 7;

}  // namespace

TEST_CASE("a clock time before and after a change is an hour apart in UTC", "[unit][zones]")
{
    const auto zones = wallboard::iana_zones();
    const auto before = zones.resolve(chicago, local(forward, 1h + 30min));
    const auto after = zones.resolve(chicago, local(forward, 9h));
    CHECK(before.kind == Kind::once);
    CHECK(before.at == utc(forward, 7h + 30min));
    CHECK(after.kind == Kind::once);
    CHECK(after.at == utc(forward, 14h));
    CHECK(zones.offset(chicago, before.at) == -6h);
    CHECK(zones.offset(chicago, after.at) == -5h);
}

TEST_CASE("a clock time that is skipped tells when the clocks are put forward", "[unit][zones]")
{
    const auto found = wallboard::iana_zones().resolve(chicago, local(forward, 2h + 30min));
    CHECK(found.kind == Kind::never);
    CHECK(found.at == utc(forward, 8h));
}

TEST_CASE("of a clock time that comes twice the earlier is meant", "[unit][zones]")
{
    const auto found = wallboard::iana_zones().resolve(chicago, local(back, 1h + 30min));
    CHECK(found.kind == Kind::twice);
    CHECK(found.at == utc(back, 6h + 30min));
}

TEST_CASE("a zone that nobody knows is not guessed", "[unit][zones]")
{
    const auto zones = wallboard::iana_zones();
    CHECK(zones.resolve("Nowhere/Atlantis", Micros{0}).kind == Kind::no_zone);
    CHECK_FALSE(zones.offset("Nowhere/Atlantis", Instant{}));
}
