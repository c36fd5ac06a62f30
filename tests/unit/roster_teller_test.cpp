// Does the collector hear what changes in a roster, when it takes effect, once, and is a broken
// file told from a bad year?

#include <catch2/catch.hpp>

#include "daemon/bridges/roster/teller.hpp"

using namespace callwatch;
using namespace callwatch::roster;
using namespace std::chrono_literals;
using Lines = std::vector<std::string>;

namespace {

constexpr Instant day{std::chrono::sys_days{std::chrono::year{2026} / 11 / 20}};

Stay stay(const std::string& person, const std::string& location = "northside",
          const std::string& mailbox = "")
{
    Stay made{.person = person, .name = "name of " + person, .location = location};
    if (!mailbox.empty()) made.mailboxes = {mailbox};
    return made;
}

Roster roster_of(const std::vector<Stay>& stays)
{
    Roster roster{.is_usable = true};
    for (const auto& one : stays) roster.people[one.person].push_back(one);
    return roster;
}

std::string said(const v1::Event& event)
{
    if (event.has_staff_joined())
        return event.staff_joined().agent_id() + " joins " + event.staff_joined().location_id();
    if (event.has_staff_departed())
        return event.staff_departed().agent_id() + " leaves " +
               event.staff_departed().location_id();
    if (event.has_absence_recorded()) return event.absence_recorded().agent_id() + " is away";
    if (event.has_absence_ended()) return event.absence_ended().agent_id() + " is back";
    return event.shift_planned().agent_id() + " works";
}

Lines told(Teller& teller, const Roster& roster, Instant now)
{
    Lines lines;
    for (const auto& event : teller.tell(roster, now)) lines.push_back(said(event));
    return lines;
}

}  // namespace

TEST_CASE("everybody is told of once, and again when something changes", "[unit][roster]")
{
    Teller teller{{}};
    CHECK(told(teller, roster_of({stay("anna"), stay("ben")}), day) ==
          Lines{"anna joins northside", "ben joins northside"});
    CHECK(told(teller, roster_of({stay("anna"), stay("ben")}), day + 1h).empty());
    CHECK(told(teller, roster_of({stay("anna", "northside", "pbx1/101@default"), stay("ben")}),
               day + 2h) == Lines{"anna joins northside"});
    Teller after_restart{teller.told()};
    CHECK(told(after_restart,
               roster_of({stay("anna", "northside", "pbx1/101@default"), stay("ben")}), day + 3h)
              .empty());
}

TEST_CASE("who is gone from the file has left, from now on", "[unit][roster]")
{
    Teller teller{{}};
    const std::vector<Stay> all{stay("a"), stay("b"), stay("c"), stay("d"), stay("e")};
    told(teller, roster_of(all), day);
    const auto fewer = roster_of({all[0], all[1], all[2], all[3]});
    CHECK_FALSE(teller.is_suspicious(fewer));
    const auto events = teller.tell(fewer, day + 1h);
    REQUIRE(events.size() == 1);
    CHECK(said(events[0]) == "e leaves northside");
    CHECK(events[0].staff_departed().effective_at_us() ==
          (day + Micros{1h}).time_since_epoch().count());
}

TEST_CASE("joins and departures are told when they take effect", "[unit][roster]")
{
    Teller teller{{}};
    auto anna = stay("anna");
    anna.from = day + 10h;
    anna.until = day + 12h;
    const auto roster = roster_of({anna});
    CHECK(told(teller, roster, day).empty());
    CHECK(Teller::next_change(roster, day) == day + Micros{10h});
    CHECK(told(teller, roster, day + 10h) == Lines{"anna joins northside"});
    CHECK(Teller::next_change(roster, day + 10h) == day + Micros{12h});
    const auto events = teller.tell(roster, day + 13h);  // Looked at late.
    REQUIRE(events.size() == 1);
    CHECK(events[0].staff_departed().effective_at_us() ==
          (day + Micros{12h}).time_since_epoch().count());
    CHECK(Teller::next_change(roster, day + 13h) == Instant::max());
}

TEST_CASE("a move is a departure, then a join; mailboxes are free when their next owner comes",
          "[unit][roster]")
{
    Teller teller{{}};
    auto before = stay("carla", "northside", "pbx1/103@default");
    before.until = day + 12h;
    auto after = stay("carla", "eastside");
    after.from = day + 12h;
    auto next = stay("anna", "northside", "pbx1/103@default");
    next.from = day + 12h;
    const auto roster = roster_of({before, after, next});
    CHECK(told(teller, roster, day) == Lines{"carla joins northside"});
    CHECK(told(teller, roster, day + 12h) ==
          Lines{"carla leaves northside", "anna joins northside", "carla joins eastside"});
}

TEST_CASE("more than a fifth missing is suspicious", "[unit][roster]")
{
    Teller teller{{}};
    std::vector<Stay> all;
    for (int i = 0; i < 10; ++i) all.push_back(stay("p" + std::to_string(i)));
    told(teller, roster_of(all), day);
    all.resize(8);
    CHECK(teller.missing(roster_of(all)) == 2);
    CHECK_FALSE(teller.is_suspicious(roster_of(all)));
    all.resize(7);
    CHECK(teller.is_suspicious(roster_of(all)));
    CHECK(teller.is_suspicious(roster_of({})));
}

TEST_CASE("who stands in a row that was refused has not left", "[unit][roster]")
{
    Teller teller{{}};
    told(teller, roster_of({stay("anna"), stay("ben")}), day);
    auto roster = roster_of({stay("ben")});
    roster.refused = {"anna"};
    CHECK(teller.missing(roster) == 0);
    CHECK(told(teller, roster, day + 1h).empty());
    roster.refused = {};
    roster.has_nameless = true;  // It may be anna's row.
    CHECK(told(teller, roster, day + 2h).empty());
    roster.has_nameless = false;
    CHECK(told(teller, roster, day + 3h) == Lines{"anna leaves northside"});
}

TEST_CASE("an absence is told when it begins and when it is struck out", "[unit][roster]")
{
    Teller teller{{}};
    auto roster = roster_of({stay("anna")});
    told(teller, roster, day);
    roster.absences = {{"anna", day + 10h, day + 14h, ""}, {"nobody", day, {}, ""}};
    CHECK(told(teller, roster, day + 9h).empty());
    CHECK(told(teller, roster, day + 10h) == Lines{"anna is away"});
    CHECK(told(teller, roster, day + 11h).empty());
    roster.absences.clear();
    CHECK(told(teller, roster, day + 12h) == Lines{"anna is back"});
    roster.absences = {{"anna", day + 20h, day + 21h, ""}};
    CHECK(told(teller, roster, day + 20h) == Lines{"anna is away"});
    CHECK(told(teller, roster, day + 22h).empty());  // The collector knows when it was to end.
}

TEST_CASE("shifts of the next two weeks are told once", "[unit][roster]")
{
    Teller teller{{}};
    auto roster = roster_of({stay("anna")});
    roster.shifts = {{"anna", day + 8h, day + 12h, "desk"},
                     {"anna", day + 24h * 20, day + 24h * 20 + 4h, "desk"},
                     {"anna", day - 8h, day - 4h, "desk"}};
    CHECK(told(teller, roster, day) == Lines{"anna joins northside", "anna works"});
    CHECK(told(teller, roster, day + 1h).empty());
    CHECK(told(teller, roster, day + 24h * 7) == Lines{"anna works"});
}
