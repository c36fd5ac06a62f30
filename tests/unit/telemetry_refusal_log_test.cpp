// Does a flood of refused messages leave one line per code and minute, and every one of them
// counted?

#include <catch2/catch.hpp>

#include "daemon/telemetry/refusal_log.hpp"

using callwatch::Instant;
using callwatch::Refusal;
using callwatch::RefusalLog;
using Code = callwatch::Refusal::Code;
using namespace std::chrono_literals;

namespace {
constexpr Instant nine{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20} + 9h};
}

TEST_CASE("the first refusal of a code is logged with who sent it and why", "[unit][telemetry]")
{
    RefusalLog log;
    CHECK(log.take({Code::oversized, "a frame of 70 KiB"}, "pbx1", nine) ==
          "refused (oversized) from pbx1: a frame of 70 KiB");
}

TEST_CASE("a minute later the next line says how many had none", "[unit][telemetry]")
{
    RefusalLog log;
    log.take({Code::malformed, "first"}, "pbx1", nine);
    CHECK_FALSE(log.take({Code::malformed, "second"}, "pbx1", nine + 1s));
    CHECK_FALSE(log.take({Code::malformed, "third"}, "pbx1", nine + 60s - 1us));
    CHECK(log.take({Code::malformed, "fourth"}, "pbx1", nine + 60s) ==
          "refused (malformed) from pbx1: fourth (2 more since the last line like this)");
    CHECK(log.take({Code::malformed, "fifth"}, "pbx1", nine + 120s) ==
          "refused (malformed) from pbx1: fifth");
}

TEST_CASE("codes neither silence nor count each other", "[unit][telemetry]")
{
    RefusalLog log;
    log.take({Code::malformed, ""}, "pbx1", nine);
    CHECK(log.take({Code::full, ""}, "pbx1", nine));
    for (int i = 0; i < 9; ++i) log.take({Code::malformed, ""}, "pbx1", nine);
    CHECK(log.count(Code::malformed) == 10);
    CHECK(log.count(Code::full) == 1);
    CHECK(log.count(Code::version) == 0);
}

TEST_CASE("a line of the log has no caller's number and no second line in it", "[unit][telemetry]")
{
    RefusalLog log;
    CHECK(log.take({Code::malformed, "caller +15125550142"}, "pbx1\nfake: line", nine) ==
          "refused (malformed) from pbx1?fake: line: caller +#");
}
