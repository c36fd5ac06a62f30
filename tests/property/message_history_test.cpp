// Do thousands of random histories of messages, calls and lists, with random faults, end as the
// requirements say? The second opinion is slow_rules.hpp; beside it stands the truth, which no
// fault hides: no CLEAR is false, no return was made up. The invariants of requirements 8 are
// looked at after every step (watched_engine.hpp). CALLWATCH_SEED repeats one history,
// CALLWATCH_SEEDS=5000 makes a long run.

#include <sstream>

#include <catch2/catch.hpp>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/model/describe.hpp"
#include "daemon/state/ledger_text.hpp"
#include "tests/property/delivery.hpp"
#include "tests/property/slow_rules.hpp"

using namespace callwatch;
using namespace callwatch::test;
using namespace std::chrono_literals;

namespace {

std::uint64_t seeds_of_this_run(std::uint64_t otherwise)
{
    if (std::getenv("CALLWATCH_SEED") != nullptr) return 1;
    const char* given = std::getenv("CALLWATCH_SEEDS");
    return given ? std::strtoull(given, nullptr, 10) : otherwise;
}

const std::vector<LocalDate>& workdays()
{
    static const std::vector<LocalDate> dates{*parse_local_date("2026-10-30"),
                                              *parse_local_date("2026-11-02"),
                                              *parse_local_date("2026-11-03")};
    return dates;
}

bool is_holiday(const World& world, const LocationId& location, LocalDate date)
{
    return world.organisation.locations[0].id == location && date == workdays()[2];
}

/// The slow rules' opinion of all that was said in this play.
SlowRules opinion(const World& world, const std::vector<Input>& heard)
{
    return {world.organisation, world.policy, world.begins, heard};
}

/// The slow rules' opinion of what really happened: everything said, at once, by good sources.
SlowRules truth(World world)
{
    world.kinds = Kinds{.two_sources = world.kinds.two_sources,
                        .source_per_location = world.kinds.source_per_location};
    for (auto& message : world.messages) message.announced = true;
    SeededRandom unused{1};
    std::vector<Input> said;
    for (const auto& [source, stream] : statements_of(world, unused))
        for (const auto& one : stream) said.push_back(one.input);
    return opinion(world, said);
}

void compare_messages(const Board& board, const SlowRules& slow)
{
    const auto& messages = board.messages().all();
    require(messages.size() == slow.messages().size(), "the same messages are known");
    for (const auto& [id, expected] : slow.messages()) {
        const auto found = messages.find({id});
        require(found != messages.end(), id + " is known");
        const auto& message = found->second;
        require(message.left.deadline == expected.deadline, id + ": deadline");
        require(message.left.due_date == expected.due_date, id + ": due day");
        require(message.no_duty.empty() == expected.is_duty, id + ": is a duty");
        if (!expected.is_duty) continue;
        require(static_cast<bool>(message.returned) == expected.returned_at.has_value(),
                id + ": returned or not");
        if (message.returned)
            require(message.returned->returned_at == *expected.returned_at &&
                        message.returned->call == expected.returned_by &&
                        message.returned->by_delegate == expected.by_delegate,
                    id + ": by which call");
        require(message.attempts.empty() != expected.attempted_at.has_value(),
                id + ": attempted or not");
        if (expected.attempted_at)
            require(message.attempts.front() == *expected.attempted_at, id + ": attempted");
        if (!expected.overdue_depends_on_arrival)
            require(message.overdue == expected.overdue, id + ": overdue");
    }
}

/// What only one of them has, and which.
std::string difference(const std::set<std::string>& real, const std::set<std::string>& expected)
{
    std::string text;
    for (const auto& id : real)
        if (!expected.contains(id)) text += ", not expected " + id;
    for (const auto& id : expected)
        if (!real.contains(id)) text += ", missing " + id;
    return text;
}

void compare_day(const Play& play, const LocationId& location, LocalDate date,
                 const SlowRules& slow)
{
    const auto what = location.text + " " + describe(date);
    const auto expected = slow.day(location, date);
    const auto& days = *play.collector().board().days().find(location);
    const auto* day = play.collector().board().days().find(location, date);
    if (!expected.is_settled) {
        require(day == nullptr || day->provisional, what + ": not settled");
        if (day != nullptr && play.collector().now() >= day->check_at)
            require(day->verdict == (expected.is_proved ? Verdict::violations : Verdict::unknown),
                    what + ": not settled, and " + word(day->verdict));
        return;
    }
    require(day != nullptr && !day->provisional, what + ": settled");
    const auto signed_by =
        days.settled_at.at(date) + play.collector().engine().policy().signoff_deadline;
    if (play.collector().now() >= signed_by) return;  // It keeps what it said.
    std::set<std::string> open, violations;
    for (const auto& one : day->open) {
        open.insert(one.message.text.str());
        if (one.violation) violations.insert(one.message.text.str());
    }
    require(open == expected.open, what + ": open" + difference(open, expected.open));
    require(violations == expected.violations,
            what + ": violations" + difference(violations, expected.violations));
    std::string doubts;
    for (const auto& doubt : expected.doubts) doubts += doubt + "; ";
    require(word(day->verdict) == expected.verdict,
            what + ": " + word(day->verdict) + ", expected " + expected.verdict + " " + doubts);
}

/// `believed` is the world as the slow rules see it: the same, but for the canary.
void compare(const World& world, const World& believed, const Play& play)
{
    const auto slow = opinion(believed, play.heard());
    for (const auto& [id, message] : slow.messages())
        if (message.return_depends_on_arrival) return;
    compare_messages(play.collector().board(), slow);
    for (const auto& location : world.organisation.locations)
        for (const auto date : workdays())
            if (!is_holiday(world, location.id, date)) compare_day(play, location.id, date, slow);
}

/// A message that no source ever spoke of, or that was deleted before anybody could see it, is
/// beyond any rule. One whose caller still spoke at the check becomes known after it: then the
/// check is revised.
bool is_knowable(const World& world, const SlowRules& slow, const std::string& id, Instant check)
{
    return std::any_of(world.messages.begin(), world.messages.end(), [&](const TrueMessage& one) {
        return one.mailbox.text + "#" + one.name == id && one.left_at < check && one.announced &&
               (slow.messages().contains(id) || !one.deleted_at);
    });
}

/// What the collector said is never better than what really happened.
void compare_with_truth(const World& world, const Play& play)
{
    const auto real = truth(world);
    const auto slow = opinion(world, play.heard());
    for (const auto& dated : play.collector().facts()) {
        const auto* day = dated.fact.as<DayChecked>();
        if (day == nullptr || day->verdict != Verdict::clear) continue;
        for (const auto& id : real.day(day->location, day->date).violations)
            require(!is_knowable(world, slow, id, day->check_at),
                    "a false CLEAR: nobody has returned " + id);
    }
    for (const auto& [id, message] : play.collector().board().messages().all()) {
        const auto found = real.messages().find(id.text.str());
        if (found == real.messages().end() || !found->second.is_duty) continue;
        const auto& really = found->second;
        if (message.returned)
            require(really.returned_at && *really.returned_at <= message.returned->returned_at,
                    "a return that nobody made: " + id.text);
        if (message.overdue && world.kinds.is_whole())
            require(really.overdue, "a false violation: " + id.text);
    }
}

/// A single seed that fails tells its history, as `callwatchctl journal print` does.
template <class Body>
void tell_if_it_fails(const Play& play, Body body)
{
    try {
        body();
    } catch (const std::logic_error&) {
        if (std::getenv("CALLWATCH_SEED") != nullptr)
            for (const auto& fact : play.collector().facts())
                std::printf("%s %s\n", describe(fact.decided_at).c_str(), describe(fact).c_str());
        throw;
    }
}

/// One history: drawn, played, compared.
void run_history(std::uint64_t seed)
{
    SeededRandom random{seed};
    const auto world = draw_world(draw_kinds(random), random);
    const auto streams = statements_of(world, random);
    Play play{world, streams};
    tell_if_it_fails(play, [&] {
        play.run(draw_delivery(world, random, 5h), random,
                 [&](const Play& so_far) { compare(world, world, so_far); });
        compare_with_truth(world, play);
    });
}

std::string ledger_of(const World& world, const Streams& streams, SeededRandom& random)
{
    Play play{world, streams};
    tell_if_it_fails(play, [&] {
        play.run(draw_delivery(world, random, 20min), random, [](const Play&) {});
        static int plays = 0;
        if (const char* tell = std::getenv("CALLWATCH_TELL"); tell && ++plays == std::atoi(tell))
            throw std::logic_error{"told"};
    });
    return ledger_text(play.collector().board());
}

/// A gap hides whether a call that was up at a deadline had ended before; then it matters whether
/// its end is told before every source has passed the deadline, or after. And a loss is taken to
/// reach back to its source's last event, however far it had said it was.
bool depends_on_arrival(const World& world, const Streams& streams)
{
    std::vector<Input> said;
    for (const auto& [source, stream] : streams)
        for (const auto& one : stream) said.push_back(one.input);
    const auto slow = opinion(world, said);
    return std::any_of(slow.messages().begin(), slow.messages().end(), [](const auto& one) {
        return one.second.overdue_depends_on_arrival || one.second.return_depends_on_arrival;
    });
}

/// The first line that is not the same in both.
std::string difference(const std::string& one, const std::string& other)
{
    std::istringstream left{one}, right{other};
    std::string a, b;
    while (std::getline(left, a) && std::getline(right, b))
        if (a != b) return a + " | " + b;
    return {};
}

/// Runs `history` with many seeds; the seed of the first that fails, and why.
template <class History>
std::string first_failure(std::uint64_t seeds, History history)
{
    const auto first = seed_of_this_run(1);
    for (auto seed = first; seed < first + seeds; ++seed) {
        try {
            history(seed);
        } catch (const std::logic_error& error) {
            return "CALLWATCH_SEED=" + std::to_string(seed) + ": " + error.what();
        }
    }
    return {};
}

}  // namespace

TEST_CASE("random histories end as the requirements say, and no CLEAR is false",
          "[property][history]")
{
    CHECK(first_failure(seeds_of_this_run(30), run_history) == "");
}

TEST_CASE("the order in which sources are heard, and restarts, leave no trace in the ledger",
          "[property][history]")
{
    CHECK(first_failure(seeds_of_this_run(15), [](std::uint64_t seed) {
              SeededRandom random{seed};
              auto kinds = draw_kinds(random);
              kinds.two_sources = !kinds.source_per_location;
              kinds.dies = false;
              auto world = draw_world(kinds, random);
              world.policy.signoff_deadline = 12h;
              const auto streams = statements_of(world, random);
              if (depends_on_arrival(world, streams)) return;
              SeededRandom one{random.next()}, other{random.next()};
              const auto ledger = ledger_of(world, streams, one);
              const auto again = ledger_of(world, streams, other);
              require(ledger == again, "the order of arrival shows: " + difference(ledger, again));
          }) == "");
}

TEST_CASE("a second opinion that asks for a second more of talk is told apart (canary)",
          "[property][history][canary]")
{
    CHECK(first_failure(100, [](std::uint64_t seed) {
              SeededRandom random{seed};
              auto kinds = draw_kinds(random);
              kinds.short_calls = true;
              const auto world = draw_world(kinds, random);
              auto believed = world;
              believed.policy.min_talk += 1s;
              const auto streams = statements_of(world, random);
              Play play{world, streams};
              play.run(draw_delivery(world, random, 5h), random,
                       [&](const Play& so_far) { compare(world, believed, so_far); });
          }) != "");
}
