#include "wallboard/model/alarms.hpp"

#include <algorithm>

#include "wallboard/model/places.hpp"

namespace wallboard {
namespace {

struct Condition {
    std::string subject;
    Level level;
};

std::vector<Condition> conditions_of(const Snapshot& snapshot, Instant now)
{
    std::vector<Condition> all;
    for (const Queue& queue : snapshot.queues)
        if (is_known(queue, snapshot))
            all.push_back(
                {queue_subject(queue), std::max(wait_level(queue, now), depth_level(queue))});
    for (const Location& location : snapshot.locations) {
        if (!is_known(location, snapshot)) continue;
        all.push_back({operators_subject(location), operator_level(location, now)});
        const bool judged = location.hours != Hours::not_yet_monitored;
        const auto red_if = [&](bool red) { return judged && red ? Level::red : Level::normal; };
        all.push_back({overdue_subject(location), red_if(location.overdue > 0)});
        all.push_back({departed_subject(location), red_if(location.departures.is_red())});
        all.push_back({route_subject(location), red_if(location.greetings.bad_routes > 0)});
    }
    return all;
}

const AlarmAct* act_of(const Snapshot& snapshot, const std::string& subject)
{
    const auto found = std::find_if(snapshot.alarm_acts.begin(), snapshot.alarm_acts.end(),
                                    [&](const AlarmAct& act) { return act.alarm == subject; });
    return found == snapshot.alarm_acts.end() ? nullptr : &*found;
}

/// What people did about it. `first`: nobody was looking before, so that the alarm may have begun
/// long ago; then one that was acknowledged lately is that one.
void take_act(Alarm& alarm, const AlarmAct* act, Instant now, bool first)
{
    alarm.seen_at = alarm.shelved_until = not_said;
    if (act == nullptr) return;
    if (act->shelved_until > now) alarm.shelved_until = act->shelved_until;
    if (!said(act->acknowledged_at)) return;
    if (first && now - act->acknowledged_at < acknowledged_within)
        alarm.since = std::min(alarm.since, act->acknowledged_at);
    if (alarm.since <= act->acknowledged_at) alarm.seen_at = act->acknowledged_at;
}

Alarm next_alarm(const Alarm* before, const Condition& condition, Instant now)
{
    const bool held = before != nullptr && before->level > condition.level &&
                      now >= before->last_seen && now - before->last_seen < leave_colour_after;
    if (held) return *before;
    const bool same = before != nullptr && before->level == condition.level;
    return {.subject = condition.subject,
            .level = condition.level,
            .since = same ? std::min(before->since, now) : now,
            .last_seen = now};
}

}  // namespace

std::string queue_subject(const Queue& queue) { return "queue/" + queue.id; }
std::string operators_subject(const Location& location) { return "operators/" + location.id; }
std::string overdue_subject(const Location& location) { return "overdue/" + location.id; }
std::string departed_subject(const Location& location) { return "departed/" + location.id; }
std::string route_subject(const Location& location) { return "route/" + location.id; }

Page explained_by(const Alarm& alarm)
{
    const auto is_about = [&](std::string_view what) { return alarm.subject.rfind(what, 0) == 0; };
    if (is_about("overdue/")) return Page::returns;
    if (is_about("departed/")) return Page::departures;
    return is_about("route/") ? Page::greetings : Page::live;
}

const Alarm* Alarms::find(std::string_view subject) const
{
    const auto at = std::partition_point(by_subject.begin(), by_subject.end(),
                                         [&](auto one) { return active[one].subject < subject; });
    return at != by_subject.end() && active[*at].subject == subject ? &active[*at] : nullptr;
}

Level Alarms::level(std::string_view subject) const
{
    const Alarm* alarm = find(subject);
    return alarm == nullptr ? Level::normal : alarm->level;
}

bool Alarms::any_red(Page page) const
{
    return std::any_of(active.begin(), active.end(), [&](const Alarm& alarm) {
        return alarm.level == Level::red && explained_by(alarm) == page && !alarm.is_handled();
    });
}

Instant Alarms::newest_red_of(Page page) const
{
    Instant newest = not_said;
    for (const Alarm& alarm : active)
        if (alarm.level == Level::red && explained_by(alarm) == page)
            newest = std::max(newest, alarm.since);
    return newest;
}

Alarms next_alarms(const Alarms& before, const Snapshot& snapshot, const Moment& moment)
{
    if (moment.stale) return before;
    const Instant now = moment.figures;
    Alarms next;
    next.began = snapshot.complete;
    next.newest_red = std::min(before.newest_red, now);
    next.last_red_seen = std::min(before.last_red_seen, now);
    for (const Condition& condition : conditions_of(snapshot, now)) {
        Alarm alarm = next_alarm(before.find(condition.subject), condition, now);
        if (alarm.level == Level::normal) continue;
        take_act(alarm, act_of(snapshot, alarm.subject), now, !before.began);
        if (alarm.level == Level::red && explained_by(alarm) == Page::live &&
            !said(alarm.shelved_until)) {
            next.last_red_seen = std::max(next.last_red_seen,
                                          said(alarm.seen_at) ? std::min(alarm.seen_at, now) : now);
            next.newest_red = std::max(next.newest_red, alarm.since);
        }
        next.active.push_back(alarm);
    }
    next.by_subject = places_in_order<std::uint32_t>(next.active.size(), [&](auto a, auto b) {
        return next.active[a].subject < next.active[b].subject;
    });
    return next;
}

bool is_outlined(const Alarm& alarm, const Snapshot& snapshot, const Moment& moment)
{
    if (alarm.level != Level::red || alarm.is_handled()) return false;
    if (moment.stale || snapshot.rate_milli != 1000) return false;
    const auto s = std::chrono::floor<std::chrono::seconds>(moment.figures - alarm.since).count();
    if (s < 10) return s % 2 == 1;
    return s % 10 == 0;
}

}  // namespace wallboard
