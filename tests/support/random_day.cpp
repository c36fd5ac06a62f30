#include "tests/support/random_day.hpp"

#include <array>
#include <vector>

#include "tests/support/collector.hpp"

namespace callwatch::test {
namespace {

constexpr std::array days{"2026-11-20", "2026-11-23", "2026-11-24"};
constexpr std::array boxes{"101", "102", "103", "199", "201", "299"};
constexpr std::array phones{"101", "102", "103", "201"};
constexpr std::array alarms{"queue/pbx1/main", "overdue/northside", "operators/eastside"};
constexpr int steps_a_day = 60;

/// One random thing after another.
class RandomDays {
public:
    explicit RandomDays(SeededRandom& random) : random_{random}, world_{Policy{}, office()}
    {
        world_.at("07:10:00").has_key("sue", Role::supervisor).has_key("mia", Role::manager);
        world_.has_key("anna", Role::staff);
    }

    Facts facts()
    {
        for (const auto* day : days) {
            if (day != days.front()) world_.on(day).at("07:00:00").beat();
            for (int step = 0; step < steps_a_day; ++step) {
                world_.after(std::chrono::seconds{20 + random_.below(400)});
                something();
                if (random_.below(3) == 0) world_.beat();
            }
            if (world_.now() < world_.time("16:58:00")) world_.at("16:58:00");
            if (random_.below(4) != 0) world_.lists();
            if (world_.now() < world_.time("18:05:00")) world_.at("18:05:00");
            world_.beat().tick().after(std::chrono::minutes{1}).tick();
        }
        return world_.facts();
    }

private:
    /// With people from a roster, an answering system, and routes that may go bad.
    static Organisation office()
    {
        auto made = two_locations();
        made.sources.push_back(
            {.id = {"staff"}, .kind = "roster", .locations = {{"eastside"}, {"northside"}}});
        made.locations[1].has_answering_system = true;
        made.locations[1].routes = {{"1", RouteKind::mailbox, "pbx1/103@default"},
                                    {"2", RouteKind::device, "pbx1/777"}};
        return made;
    }

    std::string one_of(const auto& list) { return list[random_.below(list.size())]; }
    std::string number() { return "02170000" + std::to_string(10 + random_.below(12)); }
    std::string new_name() { return "m" + std::to_string(++made_); }

    Party caller()
    {
        switch (random_.below(8)) {
            case 0: return withheld();
            case 1: return extension(one_of(phones));
            default: return from(number());
        }
    }

    void message()
    {
        const auto name = new_name();
        world_.message(name, caller(), one_of(boxes));
        messages_.push_back(name);
    }

    void about_a_message()
    {
        if (messages_.empty()) return message();
        const auto at = random_.below(messages_.size());
        const auto name = messages_[at];
        switch (random_.below(5)) {
            case 0: world_.listed(name, Millis{random_.below(2) == 0 ? 1'000 : 20'000}); break;
            case 1: world_.heard(name, one_of(phones)); break;
            case 2: world_.moved(name, random_.below(2) == 0 ? "Work" : "INBOX"); break;
            case 3: world_.forgotten_by_telephones(name); break;
            default:
                world_.deleted(name, one_of(phones));
                messages_.erase(messages_.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }

    void about_a_queue()
    {
        if (waiting_.empty() || random_.below(2) == 0) {
            waiting_.push_back("q" + std::to_string(++made_));
            world_.joins(waiting_.back());
            return;
        }
        world_.leaves(waiting_.back(), static_cast<DequeueCause>(1 + random_.below(5)));
        waiting_.pop_back();
    }

    void about_a_source()
    {
        switch (random_.below(6)) {
            case 0: world_.loses(1 + random_.below(3)); break;
            case 1: world_.source_silent().after(std::chrono::seconds{30}).source_speaks(); break;
            case 2: world_.new_spool(); break;
            case 3:
                world_.counts(one_of(boxes), static_cast<std::uint32_t>(random_.below(4)), 0);
                break;
            default: world_.restart();
        }
    }

    void something()
    {
        switch (random_.below(14)) {
            case 13: about_alarms(); break;
            case 10: about_greetings(); break;
            case 11: about_people(); break;
            case 12: about_callers(); break;
            case 0:
            case 1: message(); break;
            case 2:
            case 3: about_a_message(); break;
            case 4: about_a_queue(); break;
            case 5:
                world_.calls_back(one_of(phones), number(),
                                  std::chrono::seconds{random_.below(40)});
                break;
            case 6:
                world_.rings_out(one_of(phones), number(), std::chrono::seconds{random_.below(40)});
                break;
            case 7: world_.reaches_greeting("g" + std::to_string(++made_), one_of(boxes)); break;
            case 8: operators(); break;
            default: about_a_source();
        }
    }

    void about_greetings()
    {
        switch (random_.below(6)) {
            case 0: world_.attests_in_office("anna", "101", "15:00", "16:00"); break;
            case 1: world_.attests_in_office("sue", "102"); break;
            case 2: world_.attests_away("sue", "101", "2026-11-25", "0"); break;
            case 3: world_.records_greeting(one_of(boxes)); break;
            case 4: world_.attests_script(random_.below(2) == 0 ? "sue" : "mia", "1"); break;
            default: world_.records_training("sue", "anna", "2026-11-02");
        }
    }

    void about_people()
    {
        switch (random_.below(6)) {
            case 0: world_.asks("sue", RecordAbsence{{"anna"}, world_.now(), {}, {}}); break;
            case 1: world_.ends_absence("sue", "anna"); break;
            case 2:
                world_.by_source("staff").says(StaffJoined{.person = {"emil"},
                                                           .name = {"a name"},
                                                           .location = {"northside"},
                                                           .supervisor = {"sue"},
                                                           .role = new_name(),
                                                           .effective_at = world_.now(),
                                                           .devices = {phone("107")},
                                                           .mailboxes = {box("107")}});
                world_.by_source("pbx1");
                break;
            case 3:
                world_.by_source("staff").says(
                    StaffDeparted{{"carla"}, {"northside"}, world_.now()});
                world_.by_source("pbx1");
                break;
            case 4:
                world_.by_source("staff").says(StaffShift{
                    {"ben"}, world_.now(), world_.now() + std::chrono::hours{4}, "desk"});
                world_.by_source("pbx1");
                break;
            default: world_.routes_are({{"0", RouteKind::queue, "pbx1/" + new_name()}});
        }
    }

    void about_alarms()
    {
        const auto alarm = one_of(alarms);
        switch (random_.below(4)) {
            case 0: world_.acknowledges("sue", alarm); break;
            case 1: world_.unshelves("mia", alarm); break;
            default: world_.shelves("mia", alarm, "23:00:00");
        }
    }

    void about_callers()
    {
        const auto call = "r" + std::to_string(++made_);
        switch (random_.below(4)) {
            case 0: world_.asks_for_call(call, caller()); break;
            case 1: world_.misses(call, one_of(phones), Millis{random_.below(20'000)}); break;
            default:
                world_.joins_from(call, caller());
                if (random_.below(2) == 0) world_.answers(call, one_of(phones), Millis{4'000});
                world_.leaves(
                    call, random_.below(2) == 0 ? DequeueCause::answered : DequeueCause::abandoned);
        }
    }

    void operators()
    {
        std::vector<QueueSnapshot::Member> members;
        for (const auto* device : phones)
            if (random_.below(2) == 0)
                members.push_back({.agent = phone(device), .paused = random_.below(3) == 0});
        world_.member_list(members);
    }

    SeededRandom& random_;
    Collector world_;
    std::vector<std::string> messages_;
    std::vector<std::string> waiting_;
    int made_ = 0;
};

}  // namespace

Facts random_days(SeededRandom& random) { return RandomDays{random}.facts(); }

}  // namespace callwatch::test
