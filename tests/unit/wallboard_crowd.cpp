#include "tests/unit/wallboard_crowd.hpp"

#include <algorithm>
#include <array>

#include "tests/unit/wallboard_vocabulary.hpp"

namespace wallboard::test {
namespace {

/// One of each kind of trouble, over and over, with names as long as they may be.
std::vector<Source> crowd_of_sources(std::size_t n)
{
    std::vector<Source> all;
    for (std::size_t i = 0; i < n; ++i) {
        Source one = source(long_name(i), SourceState::fresh, {"l0"});
        one.kind = "asterisk";
        one.sequence = 12'345'678'901;
        one.lag_known = true;
        one.lag = std::chrono::hours{30};
        one.lag_by_10s_ms.assign(60, 4'000'000'000u);
        one.fetched_again = 7'654'321;
        one.gaps_healed_today = i % 2 == 0 ? 1'234'567 : 0;
        one.clock_known = true;
        one.clock_skew = std::chrono::hours{-123};
        one.spool_watched = true;
        switch (i % 8) {
            case 1: one.state = SourceState::never_seen; break;
            case 2:
                one.state = SourceState::silent;
                one.silent_since = at("08:00:01") - 48h;
                break;
            case 3: one.upstream_lost_since = at("08:00:01"); break;
            case 4: one.clock_doubt = true; break;
            case 5: one.gaps_open = 20; break;
            case 6: one.trouble = long_name(1) + long_name(2) + long_name(3); break;
            case 7: one.state = SourceState::catching_up; break;
            default: break;
        }
        all.push_back(one);
    }
    return all;
}

/// Days with numbers of seven digits, things that were not seen, and holes.
std::vector<Trend> crowd_of_trends(std::size_t locations)
{
    std::vector<Trend> all;
    for (std::size_t i = 0; i < std::min<std::size_t>(locations, 8); ++i)
        for (const int back : {0, 1, 4, 6, 7}) {
            Trend day = half_hours("l" + std::to_string(i), 18, back);
            for (HalfHour& one : day.half_hours) {
                one.offered = 7'654'321;
                one.answered = 5'432'101;
                one.messages_open = 6'543'210;
                one.longest_wait = std::chrono::seconds{20 * (i + 1)};
            }
            if (i % 4 == 1) day.service_level_variant = "SL3";
            if (i % 2 == 0)
                for (const auto from : {0h, 2h, 5h})
                    day.unseen.push_back({day.first + from, day.first + from + 20min});
            all.push_back(day);
        }
    return all;
}

/// Counts of seven digits, and each state of departures, greetings and scripts.
void crowd_standards(Location& location, std::size_t i)
{
    constexpr std::uint32_t many = 1'234'567;
    const bool few = i % 6 == 5;
    const std::uint32_t n = few ? 1 : many;
    people_left(location, {n, 2 * n, few ? 0 : n, 3, static_cast<std::uint32_t>(i % 4), n});
    Departures& departures = location.departures;
    departures.unanswered = i % 4 == 1 ? n : 0;
    departures.requested = departures.pending - n;
    departures.seen_off = 2 * n;
    departures.confirmed_today = departures.unverified = n;
    departures.reopened = i % 7 == 0 ? departures.red : 0;
    departures.open_messages = many;
    departures.next_promise = at("15:30:00") + 24h * (i % 3);
    departures.red_after_workdays = i < 6 ? static_cast<std::uint32_t>(i == 0 ? 60 : 1) : 3;
    if (i == 6) departures.by_workdays.reset();
    greets(location, 6 * n + 1, n);
    Greetings& greetings = location.greetings;
    greetings.by_kind = {{"GREETING_STALE", n / 2}, {"GREETING_OF_A_LATER_VERSION", n}};
    greetings.not_known = i % 3 == 0 ? n : 0;
    greetings.barred = many;
    greetings.script_version = "2026-11-24";
    constexpr std::array scripts{ScriptState::unknown,  ScriptState::not_asked,
                                 ScriptState::outdated, ScriptState::not_attested,
                                 ScriptState::good,     ScriptState::not_approved};
    greetings.script = scripts.at(i % scripts.size());
    if (i % 5 != 0) return;
    greetings.bad_routes = few ? 1 : many;
    greetings.bad_route_first = {.option = few ? "" : "12345678", .fault = "departed"};
}

/// Operators of each kind, a few or millions; one office without any.
void crowd_staff(Location& location, std::size_t i)
{
    constexpr std::uint32_t many = 1'234'567;
    const auto n = static_cast<std::uint32_t>(i);
    works(location, {.staffed = i == 1 ? 0 : n % 8,
                     .on_call = n % 2,
                     .weak = n % 3,
                     .paused = n % 4,
                     .unreachable = many});
    if (i % 9 == 8) works(location, {4 * many, many, many, many, many});
    location.operators_known = i % 7 != 5;
    location.staff_away = i % 5 == 0 ? 7'654'321 : n;
    location.no_cover = i % 5 == 0 ? many : 0;
}

}  // namespace

std::string long_name(std::size_t n)
{
    std::string name =
        "Überlingen Workforce and Employers Service Center Wide " + std::to_string(n);
    name.resize(61, 'M');  // 60 characters: "Ü" has two bytes.
    return name;
}

Snapshot crowded(const std::string& time, std::size_t locations, std::size_t queues)
{
    Snapshot snapshot = board(time);
    snapshot.locations.clear();
    snapshot.queues.clear();
    snapshot.days.clear();
    for (std::size_t i = 0; i < locations; ++i) {
        Location location = office("l" + std::to_string(i), long_name(i));
        location.unreturned = i == 0 ? 7'654'321 : 1'234;
        location.due_today = i == 0 ? 6'543'210 : 987;
        location.due_today_all = 7'000'000;
        location.work_needed = std::chrono::seconds{300} * (i % 7) * location.due_today;
        location.at_risk = i % 3 == 0;
        location.overdue = i % 5 == 0 ? 1'234'567 : 0;
        location.overdue_oldest_at = at("15:42:00") - (i == 0 ? 30 * 24h : 24h);
        location.next_deadline = at("17:00:00") + 24h * (i % 9);
        location.promises_missed = i % 4 == 1 ? 1'234'567 : i % 4 == 0 && locations > 1 ? 2 : 0;
        location.main_to_voicemail = 1'234'567;
        crowd_staff(location, i);
        if (i % 2 == 1) location.zone_abbreviation = "AKDT";
        location.no_operator_since = at("08:00:01");
        location.data_known = i != 2;
        crowd_standards(location, i);
        if (i == 3) location.hours = Hours::closed;
        if (i == 4) location.hours = Hours::not_yet_monitored;
        snapshot.locations.push_back(location);
    }
    snapshot.sources = crowd_of_sources(locations == 0 ? 0 : locations == 1 ? 1 : 30);
    snapshot.collector = {.said = true,
                          .position = 123'456'789'012,
                          .chain_head = "9e417c0255a0f3d8",
                          .written_at = at(time),
                          .room_left_bytes = locations == 6 ? 1u : std::uint64_t{61} << 40,
                          .events_accepted = 9'876'543'210,
                          .refused = 1'234'567,
                          .clock_doubt = locations == 40};
    snapshot.trends = crowd_of_trends(locations);
    for (std::size_t i = 0; i < queues; ++i) {
        Queue queue = line("q" + std::to_string(i), long_name(i), "l0");
        if (i % 3 == 0) caller_waits(queue, i == 0 ? "08:00:00" : "16:58:30", 12);
        queue.answered = queue.offered = 123'456;
        queue.abandoned = 6'543;
        queue.waiting_by_minute.assign(30, 7);
        queue.data_known = i != 1;
        snapshot.queues.push_back(queue);
    }
    return snapshot;
}

}  // namespace wallboard::test
