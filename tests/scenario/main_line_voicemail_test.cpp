// Telephone Customer Service Standards, item 2 (TS-2, TS-2b): is every caller of the main number,
// or of option "0", who reaches voicemail told at once, with the way there, and only those?

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

const std::string main_number = "0205550100";

Organisation with_main_number()
{
    auto organisation = two_locations();
    organisation.locations[1].main_numbers = {main_number};
    organisation.locations[1].operator_devices = {phone("100")};
    return organisation;
}

Collector at_ten(Policy policy = {})
{
    Collector collector{policy, with_main_number()};
    collector.at("07:30:00").member_list({{.agent = phone("101")}});
    collector.at("10:00:00").beat();
    return collector;
}

}  // namespace

TEST_CASE("a caller of the main number who hears a greeting is told at once, with the way",
          "[scenario][main line]")
{
    auto collector = at_ten();
    collector.arrives("c", main_number).is_sent("c", RouteKind::queue, "main");
    collector.after(25s).is_sent("c", RouteKind::mailbox, "199@default").hears_greeting("c", "199");
    CHECK(collector.told_about("MAIN_TO_VM") ==
          Lines{"16:00:25.000 northside MAIN_TO_VM: pbx1/c by main number 0205550100: queue "
                "pbx1/main, mailbox pbx1/199@default"});
    // A message that follows, a second greeting, and the list that shows the message add nothing.
    collector.after(10s).message("c", from("0217000009"), "199").listed("c");
    collector.hears_greeting("c", "101").restart();
    CHECK(collector.main_line() == Lines{"10:00:25 violation c"});
}

TEST_CASE("a message without a greeting counts when it is left", "[scenario][main line]")
{
    auto collector = at_ten();
    collector.arrives("c", main_number);
    SECTION("left")
    {
        collector.after(5s).leaves_message("c", "199");
        CHECK(collector.main_line() == Lines{"10:00:05 violation c"});
    }
    SECTION("hung up before the tone was over")
    {
        collector.says(VoicemailReached{.call = {"pbx1/c"}, .mailbox = box("199")});
        collector.says(CallCleared{{"pbx1/c"}, {}, true});
        CHECK(collector.main_line().empty());
    }
}

TEST_CASE("option 0 makes any caller one of the operators'", "[scenario][main line]")
{
    auto collector = at_ten();
    collector.arrives("c", "0205550201").is_sent("c", RouteKind::queue, "main");
    SECTION("chosen, and not answered")
    {
        collector.presses("c", "0").is_sent("c", RouteKind::operator_phone, "100");
        collector.after(8s).hears_greeting("c", "199");
        CHECK(collector.told_about("MAIN_TO_VM") ==
              Lines{"16:00:08.000 northside MAIN_TO_VM: pbx1/c by option 0: queue pbx1/main, "
                    "option 0, operator_phone pbx1/100, mailbox pbx1/199@default"});
    }
    SECTION("another key is none")
    {
        collector.presses("c", "9").after(8s).hears_greeting("c", "199");
        CHECK(collector.main_line().empty());
    }
}

TEST_CASE("callers of other numbers and colleagues may reach voicemail", "[scenario][main line]")
{
    auto collector = at_ten();
    collector.arrives("c", "0205550106").hears_greeting("c", "101");
    collector.says(VoicemailReached{.call = {"pbx1/inside"},
                                    .mailbox = box("199"),
                                    .greeting_played = true,
                                    .direction = Direction::internal});
    collector.message("inside", extension("102"), "199");
    CHECK(collector.main_line().empty());
}

TEST_CASE("business hours decide, to the microsecond", "[scenario][main line]")
{
    struct Row {
        const char* at;
        Policy::MainToVmScope scope;
        const char* outcome;
    };
    using enum Policy::MainToVmScope;
    const auto row = GENERATE(Row{"07:59:59.999999", business_hours, "after_hours"},
                              Row{"08:00:00", business_hours, "violation"},
                              Row{"16:59:59.999999", business_hours, "violation"},
                              Row{"17:00:00", business_hours, "after_hours"},
                              Row{"17:00:00", always, "violation"});
    INFO(row.at);
    Policy policy;
    policy.main_to_vm_scope = row.scope;
    Collector collector{policy, with_main_number()};
    collector.at("07:30:00").arrives("c", main_number).at(row.at).hears_greeting("c", "199");
    REQUIRE(collector.main_line().size() == 1);
    CHECK(collector.main_line()[0].find(row.outcome) != std::string::npos);
}

TEST_CASE("exempt is one whom an operator answered first and sent to a personal mailbox",
          "[scenario][main line]")
{
    struct Row {
        const char* what;
        void (*way)(Collector&);
        const char* outcome;
    };
    const auto row = GENERATE(
        Row{"answered and transferred",
            [](Collector& c) {
                c.is_answered("c", "100").is_transferred("c", "100").hears_greeting("c", "102");
            },
            "via_operator"},
        Row{"a member of the operators' queue did",
            [](Collector& c) {
                c.is_answered("c", "101").is_transferred("c", "101").hears_greeting("c", "102");
            },
            "via_operator"},
        Row{"the bridge names the operator",
            [](Collector& c) { c.hears_greeting("c", "102", "100"); }, "via_operator"},
        Row{"to the shared mailbox",
            [](Collector& c) {
                c.is_answered("c", "100")
                    .is_transferred("c", "100")
                    .hears_greeting("c", "199", "100");
            },
            "violation"},
        Row{"answered and not transferred",
            [](Collector& c) { c.is_answered("c", "100").hears_greeting("c", "102"); },
            "violation"},
        Row{"transferred by somebody who is no operator",
            [](Collector& c) {
                c.is_answered("c", "103")
                    .is_transferred("c", "103")
                    .hears_greeting("c", "102", "103");
            },
            "violation"},
        Row{"nobody answered", [](Collector& c) { c.hears_greeting("c", "102"); }, "violation"});
    INFO(row.what);
    auto collector = at_ten();
    row.way(collector.arrives("c", main_number));
    REQUIRE(collector.main_line().size() == 1);
    CHECK(collector.main_line()[0].find(row.outcome) != std::string::npos);
}

TEST_CASE("a caller whose way was not seen is not known, never guessed", "[scenario][main line]")
{
    auto collector = at_ten();
    SECTION("the arrival was lost")
    {
        collector.loses(2).hears_greeting("c", "199");
        CHECK(collector.main_line() == Lines{"10:00:00 not known c"});
    }
    SECTION("something on the way was")
    {
        collector.arrives("c", main_number).at("10:00:10").loses(2);
        collector.at("10:00:20").hears_greeting("c", "102");
        CHECK(collector.main_line() == Lines{"10:00:20 not known c"});
    }
    SECTION("what the bridge could not see ended before the call came")
    {
        collector.at("10:01:00").sees_again("10:00:10", "10:00:50");
        collector.arrives("c", main_number).hears_greeting("c", "102");
        CHECK(collector.main_line() == Lines{"10:01:00 violation c"});
    }
    SECTION("told again from a new spool, it is known")
    {
        collector.loses(2).hears_greeting("c", "199").new_spool();
        collector.at("10:05:00").says_of("09:59:50", CallArrived{{"pbx1/c"}, {.raw = main_number}});
        collector.says_of(
            "10:00:00",
            VoicemailReached{.call = {"pbx1/c"}, .mailbox = box("199"), .greeting_played = true});
        CHECK(collector.main_line().size() == 1);
    }
}

TEST_CASE("a day told again from a new spool tells no caller of the main number twice",
          "[scenario][main line]")
{
    auto collector = at_ten();
    const auto tell = [&] {
        collector.says_of("10:00:00", CallArrived{{"pbx1/c"}, {.raw = main_number}});
        collector.says_of(
            "10:00:10",
            VoicemailReached{.call = {"pbx1/c"}, .mailbox = box("199"), .greeting_played = true});
        collector.says_of("10:00:20", CallCleared{{"pbx1/c"}, {}, true});
    };
    collector.at("10:30:00");
    tell();
    collector.new_spool();
    tell();
    collector.at("12:00:00").arrives("later", main_number).new_spool();
    tell();
    CHECK(collector.main_line() == Lines{"10:00:10 violation c"});
}

TEST_CASE("calls on their way are forgotten when they are over, or after a bound",
          "[scenario][main line]")
{
    auto collector = at_ten();
    collector.arrives("ended", main_number).says(CallCleared{{"pbx1/ended"}, {}, true});
    collector.arrives("forgotten", main_number);
    CHECK(collector.board().main_line().calls().size() == 2);
    collector.at("10:30:00").arrives("c1", main_number);
    CHECK(collector.board().main_line().find({"pbx1/ended"}) == nullptr);
    collector.at("23:00:00").arrives("c2", main_number);
    CHECK(collector.board().main_line().calls().size() == 1);
}
