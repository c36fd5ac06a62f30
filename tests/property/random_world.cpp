#include "tests/property/random_world.hpp"

#include <algorithm>

#include "tests/support/organisation.hpp"

namespace callwatch::test {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t messages_max = 14;
constexpr std::size_t calls_max = 16;

Instant utc(int month, unsigned day, int hour)
{
    using namespace std::chrono;
    return Instant{sys_days{year{2026} / month / static_cast<int>(day)}} + hours{hour};
}

LocalDate third_of_november() { return std::chrono::local_days{std::chrono::year{2026} / 11 / 3}; }

bool once_in(SeededRandom& random, std::uint64_t n) { return random.below(n) == 0; }

Micros span(SeededRandom& random, Micros below)
{
    return Micros{
        static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(below.count())))};
}

template <class T>
const T& one_of(SeededRandom& random, const std::vector<T>& choices)
{
    return choices[random.below(choices.size())];
}

Instant draw_time(const World& world, SeededRandom& random)
{
    const auto close = one_of(random, closings());
    if (world.kinds.near_deadlines && !once_in(random, 3)) {
        static const std::vector<Micros> steps{-30s, -5s, -2s, -1s, -1us, 0us, 1us, 1s, 3s, 20s};
        return close + one_of(random, steps);
    }
    return close - 9h + span(random, 10h);
}

Party draw_caller(const World& world, SeededRandom& random)
{
    if (world.kinds.withheld && once_in(random, 5)) return {{}, {}, true};
    if (world.kinds.internal && once_in(random, 4)) return {{}, once_in(random, 2) ? "103" : "201"};
    return {{"021700000" + std::to_string(random.below(4))}, {}};
}

TrueMessage draw_message(const World& world, std::size_t nth, SeededRandom& random)
{
    static const std::vector<std::string> boxes{"101", "101", "102", "103", "199", "201", "299"};
    const auto name = "m" + std::to_string(nth);
    TrueMessage message{.name = name,
                        .msg_id = {name},
                        .mailbox = box(one_of(random, boxes)),
                        .caller = draw_caller(world, random),
                        .received_at = draw_time(world, random),
                        .left_at = {}};
    message.left_at = message.received_at + 10s + span(random, 40s);
    message.duration = Millis{3'000 + static_cast<std::int64_t>(random.below(60'000))};
    if (world.kinds.short_messages && once_in(random, 4))
        message.duration = once_in(random, 2) ? Millis{2'999} : Millis{3'000};
    if (world.kinds.unseen && once_in(random, 3)) message.announced = false;
    if (world.kinds.touched && !once_in(random, 3))
        message.heard_at = message.left_at + 5s + span(random, 2h);
    if (world.kinds.touched && once_in(random, 3))
        message.deleted_at = message.heard_at.value_or(message.left_at + 5s) + span(random, 1h);
    return message;
}

void draw_messages(World& world, SeededRandom& random)
{
    const auto count = 1 + random.below(messages_max);
    for (std::size_t i = 0; i < count; ++i) {
        world.messages.push_back(draw_message(world, i, random));
        if (!world.kinds.copies || !once_in(random, 3)) continue;
        auto copy = world.messages.back();
        copy.mailbox = copy.mailbox == box("102") ? box("201") : box("102");
        world.messages.push_back(copy);
    }
}

Micros draw_talk(const World& world, SeededRandom& random)
{
    static const std::vector<Micros> short_talks{0us, 1s, 5s - 1us, 5s, 5s + 1us};
    if (world.kinds.short_calls && !once_in(random, 3)) return one_of(random, short_talks);
    return 5s + span(random, once_in(random, 4) ? Micros{40min} : Micros{3min});
}

TrueCall draw_call(const World& world, std::size_t nth, SeededRandom& random)
{
    static const std::vector<std::string> phones{"101", "101", "102", "103", "201", "999"};
    TrueCall call{.call = {"pbx1/c" + std::to_string(nth)},
                  .device = phone(one_of(random, phones)),
                  .dialled = draw_caller(world, random),
                  .started_at = draw_time(world, random),
                  .answered_at = {},
                  .ended_at = {}};
    if (!once_in(random, 3)) {
        // Somebody calls back whoever left a message, some time later.
        const auto& message = one_of(random, world.messages);
        call.dialled = message.caller;
        call.started_at = message.received_at + span(random, 3h);
    }
    const auto ring = once_in(random, 2) ? span(random, 14s) : Micros{15s} + span(random, 20s);
    if (world.kinds.ring_outs && once_in(random, 3)) {
        call.ended_at = call.started_at + ring;
        return call;
    }
    call.answered_at = call.started_at + ring;
    call.ended_at = *call.answered_at + draw_talk(world, random);
    return call;
}

Organisation organisation_of(const Kinds& kinds)
{
    if (kinds.two_sources) return two_sources();
    auto made = two_locations();
    if (!kinds.source_per_location) return made;
    made.sources = {{.id = {"east"}, .kind = "asterisk", .locations = {{"eastside"}}},
                    {.id = {"pbx1"}, .kind = "asterisk", .locations = {{"northside"}}}};
    return made;
}

}  // namespace

const std::vector<Instant>& closings()
{
    // Friday 30 October (daylight time), Monday 2 and Tuesday 3 November (standard time): 17:00 in
    // New York and in Chicago; on Tuesday northside closes at noon and eastside has a holiday.
    static const std::vector<Instant> at{utc(10, 30, 21), utc(10, 30, 22), utc(11, 2, 22),
                                         utc(11, 2, 23), utc(11, 3, 18)};
    return at;
}

Kinds draw_kinds(SeededRandom& random)
{
    Kinds kinds;
    for (bool* kind : {&kinds.two_sources, &kinds.touched, &kinds.copies, &kinds.withheld,
                       &kinds.internal, &kinds.short_messages, &kinds.short_calls, &kinds.ring_outs,
                       &kinds.near_deadlines, &kinds.restarts, &kinds.duplicates, &kinds.counts})
        *kind = once_in(random, 2);
    kinds.missed_calls = once_in(random, 2);
    kinds.source_per_location = !kinds.two_sources && !kinds.copies && once_in(random, 2);
    for (bool* kind : {&kinds.events_lost, &kinds.upstream_lost, &kinds.dies, &kinds.lists_missing,
                       &kinds.unseen, &kinds.unwatched, &kinds.nonsense})
        *kind = once_in(random, 4);
    return kinds;
}

World draw_world(const Kinds& kinds, SeededRandom& random)
{
    World world{.kinds = kinds,
                .organisation = organisation_of(kinds),
                .policy = {},
                .begins = utc(10, 30, 12),
                .ends = utc(11, 4, 6),
                .messages = {},
                .calls = {},
                .missed = {}};
    auto& locations = world.organisation.locations;
    locations[0].exceptions[third_of_november()] = std::nullopt;
    locations[1].exceptions[third_of_november()] = DayHours{8h, 12h};
    // Its own night is longer than the longest signing time, so that days do not overlap.
    world.policy.signoff_deadline = once_in(random, 2) ? 1h : 12h;
    world.policy.no_answer =
        once_in(random, 2) ? Policy::NoAnswer::counts : Policy::NoAnswer::does_not_count;
    world.policy.internal_messages_are_duties = once_in(random, 2);
    world.policy.cross_location_match = once_in(random, 4);
    if (once_in(random, 4)) world.policy.eod_grace = 10min;
    if (once_in(random, 4)) world.policy.after_hours_due = Policy::AfterHoursDue::same_calendar_day;
    draw_messages(world, random);
    const auto calls = random.below(calls_max);
    for (std::size_t i = 0; i < calls; ++i) world.calls.push_back(draw_call(world, i, random));
    for (int i = 0; kinds.missed_calls && i < 4; ++i)
        world.missed.emplace_back(
            box(once_in(random, 2) ? "101" : "299"),
            closings()[random.below(closings().size())] - 4min + span(random, 5min));
    return world;
}

}  // namespace callwatch::test
