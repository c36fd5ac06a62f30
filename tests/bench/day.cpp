// P9: how long does the end-of-day check of a large office take, and does an event or a tick cost
// more because a hundred thousand messages are there that nothing is due of?

#include <time.h>

#include <fmt/format.h>

#include "daemon/engine/engine.hpp"
#include "daemon/policy/day_check.hpp"
#include "tests/bench/items.hpp"

namespace callwatch::bench {
namespace {

constexpr std::size_t mailboxes = 10'000;
constexpr std::size_t messages_many = 100'000;
constexpr std::size_t messages_few = 1'000;
constexpr std::size_t open_every = 50;  ///< One of so many is not returned.
constexpr int ticks = 100'000;
constexpr int events = 20'000;

/// Wednesday 2026-12-02, in Chicago: the check is at 23:00 UTC.
constexpr Instant morning{std::chrono::sys_days{std::chrono::year{2026} / 12 / 2} +
                          std::chrono::hours{14}};
constexpr Instant evening = morning + std::chrono::hours{9};

double thread_seconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

MailboxId mailbox(std::size_t n) { return {fmt::format("pbx1/{}@default", 10'000 + n)}; }
PersonId person(std::size_t n) { return {fmt::format("p{}", n)}; }

Organisation office()
{
    Organisation made;
    Location location{.id = {"office"}, .name = "Office", .zone = "America/Chicago"};
    for (std::size_t weekday = 1; weekday <= 5; ++weekday)
        location.weekly[weekday] = DayHours{std::chrono::hours{8}, std::chrono::hours{17}};
    location.supervisors = {{"s"}};
    made.locations = {location};
    made.people.push_back({.id = {"s"}, .name = "s", .location = {"office"}});
    for (std::size_t n = 0; n < mailboxes; ++n) {
        made.people.push_back(
            {.id = person(n), .name = "n", .location = {"office"}, .supervisor = {"s"}});
        made.people.back().mailboxes.push_back({.id = mailbox(n), .from = {}, .until = {}});
        made.mailboxes.push_back({.id = mailbox(n), .location = {"office"}, .group = {}});
    }
    made.sources = {{.id = {"pbx1"}, .kind = "asterisk", .locations = {{"office"}}}};
    return made;
}

Board board_with(std::size_t messages)
{
    Board board;
    const auto apply = [&](Fact fact) { board.apply({morning, std::move(fact)}); };
    apply(MonitoringBegan{{"office"}, morning - std::chrono::days{30}});
    apply(SourceOpened{{"pbx1"}, 1, 1, "bench"});
    const LocalDate today{std::chrono::days{20'789}};
    for (std::size_t n = 0; n < messages; ++n) {
        const MessageId id{fmt::format("m{}", n)};
        apply(MessageLeft{.message = id,
                          .mailbox = mailbox(n % mailboxes),
                          .location = {"office"},
                          .person = person(n % mailboxes),
                          .call = {fmt::format("pbx1/c{}", n)},
                          .caller = {.number = {fmt::format("{:032x}", n)}},
                          .received_at = morning,
                          .left_at = morning,
                          .due_date = today,
                          .deadline = evening,
                          .origin = Origin::live});
        if (n % open_every != 0)
            apply(MessageReturned{.message = id, .call = {"pbx1/o"}, .returned_at = morning});
    }
    return board;
}

/// An office with so many messages of today.
class Day {
public:
    explicit Day(std::size_t messages)
        : engine_{*Directory::make(office()), Policy{}, board_with(messages)}
    {
        Facts decided;
        engine_.step(Tick{}, now_, decided);
        engine_.step(SourceBeat{{"pbx1"}, now_}, now_, decided);
    }

    /// Milliseconds of CPU of one check.
    double measure_check()
    {
        const auto known = engine_.known(now_);
        const auto hours = engine_.directory()
                               .calendar({"office"})
                               .hours_on(engine_.directory().calendar({"office"}).local_date(now_));
        const auto begin = thread_seconds();
        const auto check = check_day(known, {"office"}, *hours);
        const auto took = (thread_seconds() - begin) * 1e3;
        if (check.due == 0) throw std::runtime_error{"nothing was due"};
        return took;
    }

    /// Nanoseconds of CPU.
    double measure_tick()
    {
        const auto begin = thread_seconds();
        Facts decided;
        for (int i = 0; i < ticks; ++i) engine_.step(Tick{}, now_, decided);
        return (thread_seconds() - begin) / ticks * 1e9;
    }

    /// Microseconds of CPU: a call out to somebody who left no message.
    double measure_event()
    {
        const auto begin = thread_seconds();
        Facts decided;
        for (int i = 0; i < events; ++i) {
            engine_.step(Event{.source = {"pbx1"},
                               .sequence = ++sequence_,
                               .occurred_at = now_,
                               .origin = Origin::live,
                               .kind = "outbound_call_failed",
                               .what = OutboundFailed{.call = {fmt::format("pbx1/x{}", sequence_)},
                                                      .agent = {"pbx1/1"},
                                                      .dialled = {.number = {"nobody"}},
                                                      .started_at = now_,
                                                      .ring = std::chrono::seconds{20},
                                                      .result = DialResult::no_answer}},
                         now_, decided);
            decided.clear();
        }
        return (thread_seconds() - begin) / events * 1e6;
    }

private:
    const Instant now_ = morning + std::chrono::hours{1};
    std::uint64_t sequence_ = 0;
    Engine engine_;
};

}  // namespace

void measure_day(const Options& options, Report& report)
{
    Day few{messages_few};
    Day many{messages_many};
    Series checks, ticks_ratio, events_ratio, ticks_many, events_many;
    for (int round = 0; round < options.rounds; ++round) {
        checks.add(many.measure_check());
        const auto tick = many.measure_tick();
        const auto event = many.measure_event();
        ticks_ratio.add(tick / few.measure_tick());
        events_ratio.add(event / few.measure_event());
        ticks_many.add(tick);
        events_many.add(event);
    }
    report.add({.item = "P9",
                .what = "day check, 10 k mailboxes, 100 k messages",
                .target = Target{Target::Kind::at_most, 50, "ms"},
                .figures = checks,
                .measured = fmt::format("{:.1f} ms of CPU", checks.median())});
    report.add({.item = "P9",
                .what = "a tick, 100 k messages against 1 k",
                .target = {},
                .figures = ticks_ratio,
                .measured = fmt::format("{:.0f} ns", ticks_many.median())});
    report.add({.item = "P9",
                .what = "an event, 100 k messages against 1 k",
                .target = {},
                .figures = events_ratio,
                .measured = fmt::format("{:.2f} us", events_many.median())});
}

}  // namespace callwatch::bench
