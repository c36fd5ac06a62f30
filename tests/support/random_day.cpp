#include "tests/support/random_day.hpp"

#include <array>
#include <vector>

#include "tests/support/collector.hpp"

namespace callwatch::test {
namespace {

constexpr std::array days{"2026-11-20", "2026-11-23", "2026-11-24"};
constexpr std::array boxes{"101", "102", "103", "199", "201", "299"};
constexpr std::array phones{"101", "102", "103", "201"};
constexpr int steps_a_day = 60;

/// One random thing after another.
class RandomDays {
public:
    explicit RandomDays(SeededRandom& random) : random_{random} {}

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
        switch (random_.below(10)) {
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
