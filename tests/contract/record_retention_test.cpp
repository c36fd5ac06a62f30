// Which months of the record may be removed, and is one missed that is gone too early?

#include <catch2/catch.hpp>

#include "daemon/journal/record_retention.hpp"

using namespace callwatch;
using std::chrono::days;

namespace {

const std::string base = "/data/journal.db";
std::string month(const std::string& name) { return "/data/journal-" + name + ".db"; }

std::chrono::sys_days day(int year, unsigned month, unsigned of_month)
{
    return std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{of_month};
}

}  // namespace

TEST_CASE("a month may be removed when its last day is older than the record is kept",
          "[contract][retention]")
{
    const std::vector<std::string> segments{base, month("2026-02"), month("2026-03")};
    const auto on = [&](std::chrono::sys_days today) {
        return retention_of(base, segments, today, days{365}).may_be_removed;
    };
    CHECK(on(day(2027, 1, 31)).empty());
    CHECK(on(day(2027, 2, 1)) == std::vector{base});
    CHECK(on(day(2027, 3, 1)) == std::vector{base, month("2026-02")});
    CHECK(on(day(2037, 1, 1)).size() == 2);  // Never the one that is written.
}

TEST_CASE("months that are gone before their time are missed", "[contract][retention]")
{
    const std::vector<std::string> segments{month("2026-02"), month("2026-03")};
    const auto on = [&](std::chrono::sys_days today) {
        return retention_of(base, segments, today, days{365}).missing_before;
    };
    CHECK(on(day(2026, 12, 1)) == "2026-02");
    CHECK(on(day(2027, 1, 31)) == "2026-02");
    CHECK(on(day(2027, 2, 1)).empty());
    CHECK(retention_of(base, {base}, day(2026, 12, 1), days{365}).missing_before.empty());
    CHECK(retention_of(base, {}, day(2026, 12, 1), days{365}).missing_before.empty());
}
