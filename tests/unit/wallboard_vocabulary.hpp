#pragma once

#include <array>
#include <chrono>
#include <numeric>
#include <string>
#include <utility>

#include "wallboard/model/departures_view.hpp"
#include "wallboard/model/end_of_day_view.hpp"
#include "wallboard/model/greetings_view.hpp"
#include "wallboard/model/health_view.hpp"
#include "wallboard/model/live_view.hpp"
#include "wallboard/model/moment.hpp"
#include "wallboard/model/returns_view.hpp"
#include "wallboard/model/team_view.hpp"
#include "wallboard/model/trends_view.hpp"

// The words the wallboard's tests are written in: a quiet office at 10:00 UTC on Tuesday
// 2026-11-24, its zone six hours behind, and what may happen to it.

namespace wallboard::test {

using namespace std::chrono_literals;

/// "16:59:59" of the day, local time.
inline Instant at(const std::string& time)
{
    const std::chrono::sys_days day = std::chrono::year{2026} / 11 / 24;
    const auto part = [&](std::size_t from) { return std::stoi(time.substr(from, 2)); };
    return Instant{day + std::chrono::hours{part(0) + 6} + std::chrono::minutes{part(3)} +
                   std::chrono::seconds{part(6)}};
}

inline Location office(const std::string& id, std::string name)
{
    Location location;
    location.id = id;
    location.name = std::move(name);
    location.zone_abbreviation = "CST";
    location.utc_offset = -6h;
    location.hours = Hours::open;
    location.opens_at = at("08:00:00");
    location.closes_at = at("17:00:00");
    location.business_date = "2026-11-24";
    location.operators_known = true;
    location.operators_staffed = 2;
    location.operators_on_call = 1;
    location.data_known = true;
    return location;
}

inline Queue line(const std::string& id, std::string name, const std::string& location)
{
    Queue queue;
    queue.id = id;
    queue.name = std::move(name);
    queue.location_id = location;
    queue.service_level_variant = "SL4";
    queue.service_level_s = 20;
    queue.amber_waiting = 3;
    queue.amber_wait_s = 60;
    queue.red_waiting = 6;
    queue.red_wait_s = 180;
    queue.data_known = true;
    return queue;
}

inline Source source(const std::string& id, SourceState state, std::vector<std::string> locations)
{
    Source s;
    s.id = id;
    s.state = state;
    s.location_ids = std::move(locations);
    return s;
}

inline Day checked(const std::string& location, Verdict verdict)
{
    Day day;
    day.location_id = location;
    day.business_date = "2026-11-24";
    day.verdict = verdict;
    day.judged = true;
    day.monitored = true;
    day.check_at = at("17:00:00");
    day.settled_at = at("17:00:09");
    day.sign_by = at("18:00:00");
    day.mailboxes = day.mailboxes_agree = 3;
    day.sources = day.sources_fresh = 1;
    return day;
}

/// Two offices with a queue each, one source each, nobody waiting.
inline Snapshot board(const std::string& time)
{
    Snapshot snapshot;
    snapshot.complete = true;
    snapshot.revision = 1;
    snapshot.as_of = at(time);
    snapshot.health = Health::ok;
    snapshot.locations = {office("north", "Northside"), office("harbor", "Harbor")};
    snapshot.queues = {line("q-north", "Northside", "north"),
                       line("q-harbor", "Harbor line", "harbor")};
    snapshot.sources = {source("pbx-north", SourceState::fresh, {"north"}),
                        source("pbx-harbor", SourceState::fresh, {"harbor"})};
    return snapshot;
}

inline void caller_waits(Queue& queue, const std::string& since, std::uint32_t callers = 1)
{
    queue.waiting = callers;
    queue.oldest_joined_at = at(since);
}

/// Open duties of an office, of which some are overdue since Monday afternoon; five minutes each.
inline void owes(Location& location, std::uint32_t open, std::uint32_t overdue = 0)
{
    location.unreturned = open;
    location.due_today = open - overdue;
    location.due_today_all = location.due_today + 10;
    location.overdue = overdue;
    location.work_needed = 5min * open;
    location.next_deadline = location.closes_at;
    if (overdue > 0) location.overdue_oldest_at = at("15:42:00") - 24h;
}

/// A day of this location in half hours from opening, `back` days before today: ten calls each, two
/// of them abandoned, answered in time but for one; five messages open.
inline Trend half_hours(const std::string& location, std::size_t n, int back = 0)
{
    HalfHour one;
    one.offered = 10;
    one.answered = 8;
    one.abandoned = 2;
    one.answered_in_threshold = 7;
    one.longest_wait = 15s;
    one.messages_open = 5;
    Trend trend;
    trend.location_id = location;
    trend.business_date = "2026-11-" + std::to_string(24 - back);
    trend.first = trend.opens_at = at("08:00:00") - 24h * back;
    trend.closes_at = at("17:00:00") - 24h * back;
    trend.half_hours.assign(n, one);
    trend.service_level_variant = "SL4";
    trend.service_level_s = 20;
    return trend;
}

/// Mailboxes of people who left, by workdays since; nobody asked for any to be switched off. Those
/// past one workday are red.
inline void people_left(Location& location, std::array<std::uint32_t, departed_days> by_workdays)
{
    Departures& departures = location.departures;
    departures.by_workdays = by_workdays;
    departures.red_after_workdays = 1;
    departures.pending = std::accumulate(by_workdays.begin(), by_workdays.end(), 0u);
    departures.red = departures.pending - by_workdays[0] - by_workdays[1];
}

/// Greetings that are asked for, of which some are out of date; the script is as it must be.
inline void greets(Location& location, std::uint32_t asked, std::uint32_t out_of_date = 0)
{
    Greetings& greetings = location.greetings;
    greetings.asked = asked;
    greetings.faults = out_of_date;
    greetings.by_kind.clear();
    if (out_of_date > 0) greetings.by_kind = {{"GREETING_STALE", out_of_date}};
    greetings.deadline = "2026-11-30";
    greetings.script = ScriptState::good;
    greetings.script_version = "4";
}

/// How the operators of an office are.
struct Operators {
    std::uint32_t staffed = 0;
    std::uint32_t on_call = 0;
    std::uint32_t weak = 0;
    std::uint32_t paused = 0;
    std::uint32_t unreachable = 0;
};
inline void works(Location& location, const Operators& operators)
{
    location.operators_staffed = operators.staffed;
    location.operators_on_call = operators.on_call;
    location.operators_weak = operators.weak;
    location.operators_paused = operators.paused;
    location.operators_unreachable = operators.unreachable;
}

/// The pages as they are at the board's own time plus `age`.
struct Wall {
    Snapshot snapshot;
    Layout layout{};
    Alarms alarms{};

    LiveView live(Micros age = Micros{0})
    {
        alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
        return make_live(snapshot, moment_of(snapshot, age), alarms, PageChoice{}, layout);
    }
    ReturnsView returns(Micros age = Micros{0}, std::size_t turn = 0)
    {
        alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
        return make_returns(snapshot, moment_of(snapshot, age), alarms,
                            {.page = Page::returns, .location = {}, .turn = turn}, layout);
    }
    TrendsView trends(Micros age = Micros{0}, std::size_t turn = 0) const
    {
        return make_trends(snapshot, moment_of(snapshot, age), alarms,
                           {.page = Page::trends, .location = {}, .turn = turn}, layout);
    }
    DeparturesView departures(Micros age = Micros{0}, std::size_t turn = 0)
    {
        alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
        return make_departures(snapshot, moment_of(snapshot, age), alarms,
                               {.page = Page::departures, .location = {}, .turn = turn}, layout);
    }
    GreetingsView greetings(Micros age = Micros{0}, std::size_t turn = 0)
    {
        alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
        return make_greetings(snapshot, moment_of(snapshot, age), alarms,
                              {.page = Page::greetings, .location = {}, .turn = turn}, layout);
    }
    TeamView team(Micros age = Micros{0}, std::size_t turn = 0)
    {
        alarms = next_alarms(alarms, snapshot, moment_of(snapshot, Micros{0}));
        return make_team(snapshot, moment_of(snapshot, age), alarms,
                         {.page = Page::team, .location = {}, .turn = turn}, layout);
    }
    HealthView health(Micros age = Micros{0}, std::size_t turn = 0) const
    {
        return make_health(snapshot, moment_of(snapshot, age), alarms,
                           {.page = Page::health, .location = {}, .turn = turn}, layout);
    }
    EndOfDayView end_of_day(const std::string& location, Micros age = Micros{0})
    {
        PageChoice choice;
        choice.page = Page::end_of_day;
        choice.location = location;
        return make_end_of_day(snapshot, moment_of(snapshot, age), alarms, choice, layout);
    }
};

}  // namespace wallboard::test
