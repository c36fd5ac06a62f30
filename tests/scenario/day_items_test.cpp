// What `callwatchctl day` says of each item of the standards: what was kept, what was broken and by
// what, and what nobody can know. 2026-11-20 is a Friday.

#include <catch2/catch.hpp>

#include "daemon/board/rows.hpp"
#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

Collector staffed()
{
    Collector collector;
    collector.at("07:30:00")
        .has_key("anna", Role::staff)
        .has_key("sue", Role::supervisor)
        .has_key("mia", Role::manager);
    collector.at("07:59:00").logs_on("101").at("08:00:00").lists();
    return collector;
}

Collector& close_day(Collector& collector)
{
    return collector.at("16:59:59").lists().at("17:00:00").beat();
}

/// "KEPT", or "BROKEN: what"; of an item that is not listed: "".
std::string item(const Collector& collector, const std::string& number)
{
    const std::map<SourceId, SourceHealth> sources;
    const auto& location = *collector.engine().directory().location(LocationId{"northside"});
    for (const auto& one :
         make_day_items({collector.engine(), collector.now(), sources}, location, *collector.day()))
        if (one.item() == number)
            return one.state() + (one.finding().empty() ? "" : ": " + one.finding());
    return {};
}

std::vector<MailboxId> mailboxes(const Collector& collector)
{
    return collector.engine().directory().mailboxes_of(LocationId{"northside"});
}

}  // namespace

TEST_CASE("what nobody has listened to or tried is not called kept", "[scenario][items]")
{
    auto collector = staffed();
    close_day(collector);
    CHECK(item(collector, "4").starts_with("NOT_KNOWN: nobody has said what "));
    CHECK(item(collector, "8").starts_with("NOT_KNOWN: nobody has tried lately whether"));
    CHECK(item(collector, "9") == "KEPT");

    for (const auto& mailbox : mailboxes(collector))
        CHECK(collector.asks("mia", VerifyAccess{mailbox, {}}) == "done");
    CHECK(item(collector, "8") == "KEPT");
    CHECK(item(collector, "4").starts_with("NOT_KNOWN"));
}

TEST_CASE("the main line is kept only while it was seen", "[scenario][items]")
{
    auto collector = staffed();
    SECTION("a whole day")
    {
        close_day(collector);
        CHECK(item(collector, "1") == "KEPT");
        CHECK(item(collector, "2") == "KEPT");
    }
    SECTION("the telephone system was not seen for ten minutes")
    {
        collector.at("10:00:05").cannot_see("10:00:00").beat();
        collector.at("10:10:00").sees_again("10:00:00", "10:10:00");
        collector.member_list({{.agent = phone("101")}});
        close_day(collector);
        CHECK(item(collector, "1") == "NOT_KNOWN: not seen for 00:10:00");
        CHECK(item(collector, "2") == "NOT_KNOWN: not seen for 00:10:00");
    }
}

TEST_CASE("a message that was not returned breaks item 3 and leaves the signature open",
          "[scenario][items]")
{
    auto collector = staffed();
    collector.at("09:00:00").message("m1", from("0217000001"), "101").after(20s).listed("m1");
    close_day(collector);
    CHECK(item(collector, "3") == "BROKEN: 1 message was not returned");
    CHECK(item(collector, "7") == "OPEN: nobody has signed yet");
    REQUIRE(collector.signs("sue", {"m1"}) == "done");
    CHECK(item(collector, "7") == "KEPT");
}
