// Is what is kept of a location's mailboxes and people what counting all of them says, whatever
// happened and however much time passed? Random histories of two locations: greetings, absences,
// departures, hand-overs, a roster, owners with a date, messages, restarts.

#include <array>
#include <optional>
#include <utility>

#include <catch2/catch.hpp>

#include "daemon/board/standings.hpp"
#include "tests/support/collector.hpp"
#include "tests/support/seeded_random.hpp"

using namespace callwatch;
using namespace std::chrono_literals;
using test::Collector;
using test::SeededRandom;

namespace {

Instant at(const char* date, std::chrono::seconds after_midnight)
{
    return Instant{parse_local_date(date).value().time_since_epoch() + after_midnight};
}

/// Whose mailbox changes hands at an instant that no fact tells of; greetings have a deadline.
Organisation dated_owners()
{
    auto made = test::two_locations();
    made.sources.push_back(
        {.id = {"staff"}, .kind = "roster", .locations = {{"eastside"}, {"northside"}}});
    made.locations[1].messages_deadline = parse_local_date("2026-11-21");
    made.people[2].mailboxes[0].until = at("2026-11-21", 15h + 30s);
    made.people[0].mailboxes.push_back(
        {.id = test::box("103"), .from = at("2026-11-23", 14h + 7s), .until = {}});
    return made;
}

/// A collector to which something happens, and standings that are kept beside it.
class History {
public:
    explicit History(std::uint64_t seed) : random_{seed}, world_{{}, dated_owners()}
    {
        world_.at("07:30:00").has_key("sue", Role::supervisor).has_key("mia", Role::manager);
        world_.beat();
        start();
    }

    void go_on()
    {
        happen();
        for (; noted_ < world_.facts().size(); ++noted_)
            standings_->note(world_.facts()[noted_].fact);
    }

    std::string kept(std::size_t place) { return standings_->of(view(), place).row.DebugString(); }
    std::string counted(std::size_t place) const
    {
        const auto& location = world_.engine().directory().organisation().locations[place];
        return make_location_standing(view(), location).row.DebugString();
    }

private:
    BoardView view() const { return {world_.engine(), world_.now(), health_}; }

    void start()
    {
        standings_.emplace(world_.engine());
        noted_ = world_.facts().size();
    }

    template <class Item>
    Item one_of(const std::vector<Item>& items)
    {
        return items[random_.below(items.size())];
    }
    std::string box() { return one_of<std::string>({"101", "102", "103", "107", "201"}); }
    std::string person() { return one_of<std::string>({"anna", "ben", "carla", "emil", "dora"}); }
    std::string new_name() { return "n" + std::to_string(++names_); }
    Micros a_while() { return one_of<Micros>({-1h, 0us, 1us, 40s, 59min, 1h, 26h}); }

    void happen()
    {
        const auto what = random_.below(24);
        if (what < 7) return pass_time();
        if (what < 10) return happen_to_messages(what);
        if (what < 14) return happen_to_greetings(what);
        if (what < 17) return happen_to_absences(what);
        if (what < 22) return happen_to_departures(what);
        happen_to_roster(what);
    }

    void pass_time()
    {
        world_.after(one_of<Micros>({1us, 700ms, 13s, 60s, 17min, 2h, 9h}));
        world_.tick();
        if (random_.below(4) != 0) world_.beat();
        if (random_.below(20) != 0) return;
        world_.restart();
        start();
    }

    void happen_to_messages(std::uint64_t what)
    {
        const auto& messages = world_.board().messages().all();
        if (what == 7) {
            world_.message(new_name(), test::from("5550000000"), box());
        } else if (what == 8) {
            world_.reaches_greeting(new_name(), box());
        } else if (!messages.empty()) {
            const auto one = std::next(messages.begin(),
                                       static_cast<std::ptrdiff_t>(random_.below(messages.size())));
            if (one->second.is_open())
                world_.asks("sue", ResolveMessage{one->first, ResolveReason::spam, {}});
            else
                world_.asks("sue", ReopenMessage{one->first, {}});
        }
    }

    void happen_to_greetings(std::uint64_t what)
    {
        if (what == 10) world_.attests_in_office("sue", box(), "09:00", "12:00");
        if (what == 11) world_.attests_away("sue", box(), "2026-11-23", "0");
        if (what == 12) world_.records_greeting(box());
        if (what == 13)
            world_.says(MailboxStateObserved{.mailbox = test::box(box()),
                                             .is_there = random_.below(4) != 0,
                                             .accepts_messages = random_.below(2) == 0});
    }

    void happen_to_absences(std::uint64_t what)
    {
        if (what == 16) {
            world_.ends_absence("sue", person());
            return;
        }
        const auto from = world_.now() + a_while();
        world_.asks("sue", RecordAbsence{.person = {person()},
                                         .from = from,
                                         .to = random_.below(2) == 0 ? Instant{} : from + 90min,
                                         .cover = {random_.below(2) == 0 ? "" : "ben"}});
    }

    void happen_to_departures(std::uint64_t what)
    {
        if (what == 17)
            world_.asks("mia", LeaveLocation{.person = {person()},
                                             .location = {"northside"},
                                             .effective_at = world_.now() + a_while()});
        if (what == 18) world_.requests_disconnection("sue", box());
        if (what == 19) world_.confirms_disconnection("mia", box());
        if (what == 20) world_.hands_over("mia", box(), person());
        if (what == 21) world_.mailboxes_are({"101", "102", "103", "199", "201", "299"});
    }

    void happen_to_roster(std::uint64_t what)
    {
        if (what == 22)
            world_.routes_are({{"0", RouteKind::mailbox, test::box(box()).text.str()}});
        else
            world_.by_source("staff")
                .says(StaffJoined{.person = {person()},
                                  .name = {},
                                  .location = {one_of<std::string>({"northside", "eastside"})},
                                  .supervisor = {"sue"},
                                  .role = "staff",
                                  .effective_at = world_.now(),
                                  .devices = {},
                                  .mailboxes = {test::box(box())}},
                      "staff_joined")
                .by_source("pbx1");
    }

    SeededRandom random_;
    Collector world_;
    std::map<SourceId, SourceHealth> health_{{{"pbx1"}, {v1::SourceRow::FRESH, {}}}};
    std::optional<Standings> standings_;
    std::size_t noted_ = 0;
    int names_ = 0;
};

constexpr int histories = 30;
constexpr int steps = 250;
constexpr std::size_t locations = 2;

}  // namespace

TEST_CASE("what is kept of mailboxes and people is what counting all of them says",
          "[property][board]")
{
    const auto seed = test::seed_of_this_run(20261129);
    int changes = 0;
    for (int nth = 0; nth < histories; ++nth) {
        INFO("CALLWATCH_SEED=" << seed << ", history " << nth);
        History history{seed + static_cast<std::uint64_t>(nth)};
        std::array<std::string, locations> before;
        for (int step = 0; step < steps; ++step) {
            INFO("step " << step);
            history.go_on();
            for (std::size_t place = 0; place < locations; ++place) {
                const auto counted = history.counted(place);
                REQUIRE(history.kept(place) == counted);
                changes += std::exchange(before[place], counted) != counted ? 1 : 0;
            }
        }
    }
    CHECK(changes > histories * steps / 4);  // Something was told, or nothing was proved.
}
