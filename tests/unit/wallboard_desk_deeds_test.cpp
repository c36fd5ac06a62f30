// Which deeds are offered to whom? One table of role and state a page.

#include <catch2/catch.hpp>

#include "tests/unit/desk_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::desk;
using namespace wallboard::desk::test;
using Desk = wallboard::desk::test::Desk;

namespace {

/// What this role is offered on an open message, changed by `change`.
template <class Change>
std::string on_message(const std::string& role, Change change)
{
    Desk desk{role};
    change(desk.left("m1"));
    return desk.offered();
}

constexpr auto as_it_is = [](Message&) {};

}  // namespace

TEST_CASE("who may mark a message is offered it, who may steer it more", "[unit][desk]")
{
    CHECK(on_message("staff", as_it_is) == "c r t x u");
    CHECK(on_message("supervisor", as_it_is) == "c r t x d v u");
    CHECK(on_message("manager", as_it_is) == "c r t x d v u");
    // The collector refuses them (daemon/policy/rights.cpp).
    CHECK(on_message("auditor", as_it_is).empty());
    CHECK(on_message("operator", as_it_is).empty());
    CHECK(on_message("viewer", as_it_is).empty());
    CHECK(on_message("", as_it_is).empty());
    Desk nobody{"manager", ""};
    nobody.left("m1");
    CHECK(nobody.offered().empty());
}

TEST_CASE("a message is offered deeds as long as it is open", "[unit][desk]")
{
    for (const auto* state : {"NEW", "HEARD", "ATTEMPTED", "DEFERRED", "CARRIED"})
        CHECK(on_message("staff", [&](Message& m) { m.state = state; }) == "c r t x u");
    for (const auto* state : {"RETURNED", "RESOLVED", "MISSED_CALL"})
        CHECK(on_message("manager", [&](Message& m) { m.state = state; }).empty());
}

TEST_CASE("a claim can be given up by who has it, and made by nobody else", "[unit][desk]")
{
    Desk desk{"staff"};
    desk.left("m1").claimed_by = "sam";
    CHECK(deeds_on(desk.state, desk.known()).front().deed == Deed::release);
    desk.rows.messages[0].claimed_by = "ada";
    CHECK(desk.offered() == "r t x u");
    desk.rows.messages[0].claimed_by.clear();
    CHECK(deeds_on(desk.state, desk.known()).front().deed == Deed::claim);
}

TEST_CASE("cover is assigned where the owner is away or left", "[unit][desk]")
{
    for (const auto* flag : {"OWNER_ABSENT", "OWNER_DEPARTED"}) {
        const auto owner_gone = [&](Message& m) { m.flags = {"OVERDUE", flag}; };
        CHECK(on_message("supervisor", owner_gone) == "c r t x d v g u");
        CHECK(on_message("staff", owner_gone) == "c r t x u");
    }
}

TEST_CASE("only a masked number can be unmasked", "[unit][desk]")
{
    for (const auto* caller : {"withheld", "not known", "ext. 102"})
        CHECK(on_message("staff", [&](Message& m) { m.caller = caller; }) == "c r t x");
}

TEST_CASE("only what can be taken back is done by one key", "[unit][desk]")
{
    Desk desk{"manager"};
    desk.left("m1").flags = {"OWNER_ABSENT"};
    for (const Choice& choice : deeds_on(desk.state, desk.known()))
        CHECK(choice.at_once == (choice.deed == Deed::claim || choice.deed == Deed::release));
}

TEST_CASE("each key on a page begins one deed", "[unit][desk]")
{
    Desk desk{"manager"};
    desk.left("m1").flags = {"OWNER_ABSENT"};
    auto keys = letters_of(desk.offered());
    std::erase(keys, U' ');
    std::sort(keys.begin(), keys.end());
    CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("a day is signed once, after its check, by who supervises", "[unit][desk]")
{
    const auto on_day = [](const std::string& role, auto change) {
        Desk desk{role};
        desk.page(Page::end_of_day);
        change(desk.checked("north", "CLEAR"));
        return desk.offered();
    };
    const auto checked_day = [](DayRecord&) {};
    CHECK(on_day("supervisor", checked_day) == "s");
    CHECK(on_day("manager", checked_day) == "s");
    for (const auto* role : {"staff", "auditor", "operator", ""})
        CHECK(on_day(role, checked_day).empty());
    CHECK(on_day("manager", [](DayRecord& day) { day.revision = 0; }).empty());
    CHECK(on_day("manager", [](DayRecord& day) { day.signature.by = "ada"; }).empty());

    Desk not_answered;
    CHECK(not_answered.page(Page::end_of_day).offered().empty());
}

TEST_CASE("a greeting is attested by who supervises", "[unit][desk]")
{
    const auto on_greeting = [](const std::string& role) {
        Desk desk{role};
        desk.page(Page::greetings);
        desk.greeting("box", "ada");
        return desk.offered();
    };
    CHECK(on_greeting("supervisor") == "t");
    CHECK(on_greeting("manager") == "t v");
    CHECK(on_greeting("staff").empty());
    Desk empty;
    CHECK(empty.page(Page::greetings).offered().empty());
}

TEST_CASE("a disconnection is requested by one and confirmed by another, a manager", "[unit][desk]")
{
    const auto on_departure = [](const std::string& role, const std::string& requested_by) {
        Desk desk{role};
        desk.page(Page::departures);
        desk.departed("box", "leo").requested_by = requested_by;
        const std::string all = desk.offered();
        return std::pair{all.find('q') != std::string::npos, all.find('f') != std::string::npos};
    };
    CHECK(on_departure("supervisor", "") == std::pair{true, false});
    CHECK(on_departure("supervisor", "ada") == std::pair{false, false});
    CHECK(on_departure("manager", "") == std::pair{true, false});
    CHECK(on_departure("manager", "ada") == std::pair{false, true});
    CHECK(on_departure("manager", "sam") == std::pair{false, false});
    CHECK(on_departure("staff", "ada") == std::pair{false, false});
}
