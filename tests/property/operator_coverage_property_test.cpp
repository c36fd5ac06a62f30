// Does the record of operator coverage say of every second what a naive look at that second says?
// Random days: members come, go and take breaks, telephones go off and on, the bridge loses sight
// of its telephone system, events are lost, lists come or do not, sources are heard late, the
// collector restarts. Changes happen at whole seconds, so that seconds are exact. CALLWATCH_SEED
// repeats one.

#include <array>

#include <catch2/catch.hpp>

#include "tests/support/collector.hpp"
#include "tests/support/seeded_random.hpp"

using namespace callwatch;
using namespace callwatch::test;
using std::chrono::seconds;

namespace {

constexpr int histories = 60;
constexpr int changes_max = 80;
const std::array<std::string, 3> devices{"101", "102", "103"};

/// What a plain program would remember: everything that was said, second by second.
struct Naive {
    struct Member {
        Membership said = Membership::away;
        bool is_fresh = false;  ///< Said since anything was last missed.
        bool is_on = true;
    };
    std::array<Member, 3> members;
    bool is_blind = false;
    bool is_complete = false;

    Coverage state() const
    {
        if (is_blind) return Coverage::not_known;
        for (const auto& member : members)
            if (member.said == Membership::ready && member.is_fresh && member.is_on)
                return Coverage::covered;
        return is_complete ? Coverage::uncovered : Coverage::not_known;
    }
    void miss()
    {
        is_complete = false;
        for (auto& member : members) member.is_fresh = false;
    }
};

/// One random day, told to a collector and to the naive program.
class RandomDay {
public:
    explicit RandomDay(std::uint64_t seed) : random_{seed}, has_lists_{random_.below(4) != 0}
    {
        restarts_ = random_.below(2) != 0;
        gaps_ = random_.below(3) != 0;
        collector_.at("07:30:00");
        naive_at_.resize(24 * 3600);
        now_ = 27'000;
        while (now_ < 61'000 && ++told_ < changes_max) {
            change();
            fill(static_cast<int>(random_.below(900)) + (random_.below(4) == 0 ? 0 : 1));
        }
        fill(61'500 - std::min(now_, 61'499));
        if (naive_.is_blind) see_again();
        collector_.after(seconds{1}).beat().tick();
    }

    const Collector& collector() const { return collector_; }
    Coverage naive_at(int second) const { return naive_at_[static_cast<std::size_t>(second)]; }

private:
    /// The state from now on; what happened in one second counts from that second on.
    void fill(int span)
    {
        const int until = now_ + span;
        for (; now_ < until; ++now_) naive_at_[static_cast<std::size_t>(now_)] = naive_.state();
        collector_.after(seconds{span});
        if (random_.below(2) == 0) collector_.beat();
        if (restarts_ && random_.below(6) == 0) collector_.restart();
    }

    void change()
    {
        if (naive_.is_blind) return see_again();
        const auto which = random_.below(devices.size());
        const auto& device = devices[which];
        auto& member = naive_.members[which];
        switch (random_.below(gaps_ ? 9 : 7)) {
            case 0: say(member, Membership::ready), collector_.logs_on(device); break;
            case 1: say(member, Membership::away), collector_.logs_off(device); break;
            case 2: say(member, Membership::paused), collector_.pauses(device); break;
            case 3: say(member, Membership::ready), collector_.resumes(device); break;
            case 4:
                member.is_on = random_.below(3) != 0;
                collector_.telephone(device, member.is_on);
                break;
            case 5:
            case 6: list(); break;
            case 7: lose_sight(); break;
            default: lose_events(); break;
        }
    }

    void say(Naive::Member& member, Membership said)
    {
        // One who is logged on and paused stays paused when she logs on once more; that is drawn
        // as a return from the break instead.
        if (member.said == Membership::paused && said == Membership::ready)
            collector_.resumes(device_of(member));
        member = {said, true, member.is_on};
        if (!was_missed_) naive_.is_complete = true;
    }

    const std::string& device_of(const Naive::Member& member) const
    {
        return devices[static_cast<std::size_t>(&member - naive_.members.data())];
    }

    void list()
    {
        if (!has_lists_) return;
        std::vector<QueueSnapshot::Member> members;
        for (std::size_t i = 0; i < devices.size(); ++i) {
            auto& member = naive_.members[i];
            member.is_fresh = true;
            if (member.said == Membership::away) continue;
            members.push_back({.agent = phone(devices[i]),
                               .paused = member.said == Membership::paused,
                               .reachable = member.is_on});
        }
        collector_.member_list(members);
        naive_.is_complete = true;
    }

    void lose_sight()
    {
        naive_.is_blind = true;
        was_missed_ = true;
        naive_.miss();
        lost_at_ = collector_.now();
        collector_.says(UpstreamLost{lost_at_}, "upstream_lost");
    }

    void see_again()
    {
        naive_.is_blind = false;
        naive_.miss();
        collector_.says(UpstreamRestored{lost_at_, collector_.now()}, "upstream_restored");
    }

    /// Events are lost now and the next one comes in the same second. Not in the one in which
    /// something was said: what came first within a microsecond nobody can tell.
    void lose_events()
    {
        fill(1);
        was_missed_ = true;
        collector_.says(OtherEvent{}).loses(2).says(OtherEvent{});
        naive_.miss();
    }

    SeededRandom random_;
    Collector collector_;
    Naive naive_;
    std::vector<Coverage> naive_at_;
    bool has_lists_ = true;
    bool restarts_ = false;
    bool gaps_ = true;
    bool was_missed_ = false;
    Instant lost_at_;
    int now_ = 0;
    int told_ = 0;
};

/// The record of one day as a state for each second of business hours.
std::vector<Coverage> by_second(const Collector& collector, const CoverageDay& day)
{
    std::vector<Coverage> states;
    const auto opens = collector.time("08:00:00");
    for (const auto& stretch : day.stretches) {
        const auto until = (*stretch.until - opens) / seconds{1};
        while (static_cast<std::int64_t>(states.size()) < until) states.push_back(stretch.state);
    }
    return states;
}

}  // namespace

TEST_CASE("every second of a random day is recorded as a naive look at it says",
          "[property][coverage]")
{
    const auto seed = seed_of_this_run(20'261'120);
    int seconds_uncovered = 0;
    for (int i = 0; i < histories; ++i) {
        INFO("CALLWATCH_SEED=" << seed << ", history " << i);
        const RandomDay day{seed + static_cast<std::uint64_t>(i)};
        const auto* coverage = day.collector().board().coverage().find({"northside"});
        REQUIRE(coverage != nullptr);
        const auto* said = coverage->find(parse_local_date("2026-11-20").value());
        REQUIRE(said != nullptr);
        CHECK(said->covered + said->uncovered + said->not_known == std::chrono::hours{9});

        const auto states = by_second(day.collector(), *said);
        REQUIRE(states.size() == 9 * 3600);
        for (int second = 0; second < 9 * 3600; ++second) {
            const auto naive = day.naive_at(8 * 3600 + second);
            seconds_uncovered += naive == Coverage::uncovered ? 1 : 0;
            if (states[static_cast<std::size_t>(second)] == naive) continue;
            for (const auto& line : day.collector().told()) UNSCOPED_INFO(line);
            INFO("second " << second << " of the day");
            REQUIRE(states[static_cast<std::size_t>(second)] == naive);
        }
    }
    // A run in which nothing ever happened would prove nothing.
    CHECK(seconds_uncovered > histories * 60);
}
