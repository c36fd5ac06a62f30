// Is text from outside harmless in a log, and are the levels those of the settings?

#include <catch2/catch.hpp>

#include "daemon/telemetry/logging.hpp"

using callwatch::is_log_level;
using callwatch::loggable;

TEST_CASE("extensions may be logged, longer numbers may not", "[unit][telemetry]")
{
    CHECK(loggable("ext 1064") == "ext 1064");
    CHECK(loggable("12345") == "#");
    CHECK(loggable("a15125550142b106") == "a#b106");
}

TEST_CASE("what is not printable cannot forge a line or colour a terminal", "[unit][telemetry]")
{
    CHECK(loggable("a\r\nb\x1b[31m\xc3\xa4") == "a??b?[31m??");
    CHECK(loggable("") == "");
}

TEST_CASE("a long text is cut to its limit", "[unit][telemetry]")
{
    CHECK(loggable(std::string(callwatch::loggable_bytes_max, 'x')).back() == 'x');
    const std::string cut = loggable(std::string(1'000'000, 'x'));
    CHECK(cut.size() == callwatch::loggable_bytes_max);
    CHECK(cut.ends_with("x..."));
}

TEST_CASE("the words of the settings are the only log levels", "[unit][telemetry]")
{
    CHECK(is_log_level("error"));
    CHECK(is_log_level("debug"));
    CHECK_FALSE(is_log_level("Info"));
    CHECK_FALSE(is_log_level(""));
}
