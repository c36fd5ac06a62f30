// Requirements, section 6: which role may do what, in its own location and in another? Every
// command of every role, both places.

#include <map>

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

/// sue supervises northside only; she and the others have one key each.
Organisation apart()
{
    auto made = two_locations();
    made.locations[0].supervisors = {{"dora"}};
    return made;
}

struct Person {
    const char* name;
    Role role;
};
constexpr Person people[] = {{"wall", Role::viewer},    {"bridge", Role::source},
                             {"anna", Role::staff},     {"ben", Role::telephone_operator},
                             {"sue", Role::supervisor}, {"carla", Role::manager},
                             {"auditor", Role::auditor}};

/// A message of anna's and one of eastside's, for each person afresh.
Collector world()
{
    Collector collector{{}, apart()};
    collector.at("08:00:00");
    for (const auto& [name, role] : people) collector.has_key(name, role);
    collector.at("09:00:00").message("own", from("0217000001"), "101");
    collector.message("colleague", from("0217000002"), "103");
    collector.message("elsewhere", from("0217000003"), "201");
    return collector.at("10:00:00");
}

using Deed = std::string (*)(Collector&, const std::string& who, const std::string& message);

std::string returned(Collector& c, const std::string& who, const std::string& message)
{
    return c.says_returned(who, message);
}
std::string attempted(Collector& c, const std::string& who, const std::string& message)
{
    return c.says_attempted(who, message);
}
std::string resolved(Collector& c, const std::string& who, const std::string& message)
{
    return c.resolves(who, message, ResolveReason::spam);
}
std::string claimed(Collector& c, const std::string& who, const std::string& message)
{
    return c.claims_caller(who, message);
}
std::string deferred(Collector& c, const std::string& who, const std::string& message)
{
    return c.defers(who, message, "2026-11-23");
}
std::string carried(Collector& c, const std::string& who, const std::string& message)
{
    return c.carries(who, message);
}

/// Who may do it to: her own message, a colleague's, one of another location.
using Allowed = std::map<std::string, std::array<bool, 3>>;

void check_table(Deed deed, const Allowed& allowed)
{
    constexpr std::array messages{"own", "colleague", "elsewhere"};
    for (const auto& [name, role] : people) {
        for (std::size_t i = 0; i < messages.size(); ++i) {
            auto collector = world();
            const auto found = allowed.find(word(role));
            const bool may = found != allowed.end() && found->second[i];
            INFO(word(role) << " on " << messages[i]);
            CHECK(deed(collector, name, messages[i]) == (may ? "done" : "not_allowed"));
        }
    }
}

}  // namespace

TEST_CASE("marking: staff their own, supervisors their location's, managers all",
          "[scenario][people][rights]")
{
    const Allowed marking{{"staff", {true, false, false}},
                          {"supervisor", {true, true, false}},
                          {"manager", {true, true, true}}};
    check_table(returned, marking);
    check_table(attempted, marking);
    check_table(resolved, marking);
    check_table(claimed, marking);
}

TEST_CASE("deferring and carrying over: supervisors their location's, managers all",
          "[scenario][people][rights]")
{
    const Allowed steering{{"supervisor", {true, true, false}}, {"manager", {true, true, true}}};
    check_table(deferred, steering);
    check_table(carried, steering);
}

TEST_CASE("a key that was never admitted, or was revoked, may do nothing",
          "[scenario][people][rights]")
{
    auto collector = world();
    CHECK(collector.says_returned("stranger", "own") == "unknown_key");
    REQUIRE(collector.asks("carla", RevokeKey{Collector::key_of("anna"), {"remark"}}) == "done");
    CHECK(collector.says_returned("anna", "own") == "unknown_key");
    CHECK(collector.state("own") == "NEW");
}

TEST_CASE("keys are a manager's, and there is always one manager's key",
          "[scenario][people][rights]")
{
    auto collector = world();
    const AdmitKey dora{.key = Collector::key_of("dora"),
                        .sign_key = Collector::key_of("dora signs").text.str(),
                        .role = Role::manager,
                        .person = {"dora"},
                        .source = {}};
    CHECK(collector.asks("sue", dora) == "not_allowed");
    CHECK(collector.asks("carla", RevokeKey{Collector::key_of("carla"), {}}) == "implausible");
    CHECK(collector.asks("carla", dora) == "done");
    CHECK(collector.asks("carla", dora) == "duplicate");
    CHECK(collector.asks("dora", RevokeKey{Collector::key_of("carla"), {}}) == "done");
    CHECK(collector.asks("carla", dora) == "unknown_key");
    CHECK(collector.asks("dora", AdmitKey{.key = Collector::key_of("carla"),
                                          .sign_key = Collector::key_of("signs").text.str(),
                                          .role = Role::manager,
                                          .person = {"carla"},
                                          .source = {}}) == "duplicate");
}

TEST_CASE("a key is of a person or source that is configured", "[scenario][people][rights]")
{
    auto collector = world();
    AdmitKey key{.key = Collector::key_of("new"),
                 .sign_key = Collector::key_of("signs").text.str(),
                 .role = Role::staff,
                 .person = {"nobody"},
                 .source = {}};
    CHECK(collector.asks("carla", key) == "unknown_subject");
    key.person = {"ben"};
    key.sign_key.clear();
    CHECK(collector.asks("carla", key) == "malformed");
    CHECK(collector.asks("carla", AdmitKey{.key = Collector::key_of("new"),
                                           .sign_key = {},
                                           .role = Role::source,
                                           .person = {},
                                           .source = {"pbx9"}}) == "unknown_subject");
    CHECK(collector.asks("carla", AdmitKey{.key = {"short"},
                                           .sign_key = {},
                                           .role = Role::viewer,
                                           .person = {},
                                           .source = {}}) == "malformed");
}

TEST_CASE("a key that is admitted before any time is known begins no watch", "[scenario][rights]")
{
    Board board;
    board.apply({{},
                 KeyAdmitted{.key = {std::string(64, 'a')},
                             .sign_key = std::string(64, 'b'),
                             .role = Role::manager,
                             .person = {"mia"},
                             .source = {},
                             .by = {}}});
    Engine engine{*Directory::make(two_locations()), Policy{}, std::move(board)};
    Facts facts;
    const Command command{.id = std::string(32, '0'),
                          .key = {std::string(64, 'a')},
                          .kind = "key_new",
                          .what = AdmitKey{.key = {std::string(64, 'c')},
                                           .sign_key = {},
                                           .role = Role::viewer,
                                           .person = {},
                                           .source = {}}};
    CHECK_FALSE(engine.step(command, Instant{}, facts));
    CHECK(facts.size() == 2);  // Taken, and admitted.
    CHECK(engine.board().days().all().empty());
}
