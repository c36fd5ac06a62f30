// Which messages does a question ask for? Open ones, and closed ones from a time on.

#include <catch2/catch.hpp>

#include "daemon/board/rows.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

/// One is open, one was called back at 09:30, one resolved at 10:00, and one was a missed call.
Collector morning()
{
    Collector collector;
    collector.at("08:00:00").has_key("sue", Role::supervisor);
    collector.at("09:00:00").message("open", from("0217000001"), "101");
    collector.message("called", from("0217000002"), "101");
    collector.message("resolved", from("0217000003"), "102");
    collector.message("missed", from("0217000004"), "102").listed("missed", Millis{1'000});
    collector.at("09:30:00").calls_back("101", "0217000002", 60s);
    collector.at("10:00:00").resolves("sue", "resolved", ResolveReason::spam);
    return collector.at("10:30:00");
}

std::vector<std::string> wanted(const Collector& collector, const v1::MessagesQuery& query)
{
    std::vector<std::string> names;
    for (const auto* name : {"called", "missed", "open", "resolved"})
        if (is_wanted(collector.the(name), query)) names.emplace_back(name);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("closed messages are told when they are asked for, from a time on", "[unit][messages]")
{
    const auto collector = morning();
    const auto since = [&](Instant at) {
        v1::MessagesQuery query;
        query.set_include_closed(true);
        query.set_closed_since_us(to_us(at));
        return wanted(collector, query);
    };
    CHECK(since({}) == Names{"called", "missed", "open", "resolved"});
    CHECK(since(collector.time("09:00:00")) == Names{"called", "open", "resolved"});
    const auto called_at = collector.the("called").closed_at().value();
    CHECK(since(called_at) == Names{"called", "open", "resolved"});
    CHECK(since(called_at + 1us) == Names{"open", "resolved"});
    CHECK(since(collector.time("10:00:00")) == Names{"open", "resolved"});
    CHECK(since(collector.time("10:00:00") + 1us) == Names{"open"});
}

TEST_CASE("without closed ones their time says nothing", "[unit][messages]")
{
    const auto collector = morning();
    v1::MessagesQuery query;
    CHECK(wanted(collector, query) == Names{"open"});
    query.set_closed_since_us(1);
    CHECK(wanted(collector, query) == Names{"open"});
    query.set_location_id("eastside");
    CHECK(wanted(collector, query) == Names{});
    query.set_location_id("northside");
    query.set_include_closed(true);
    query.set_mailbox_id("pbx1/102@default");
    CHECK(wanted(collector, query) == Names{"resolved"});
}
