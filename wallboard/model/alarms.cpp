#include "wallboard/model/alarms.hpp"

#include <algorithm>
#include <utility>

namespace wallboard {
namespace {

constexpr std::string_view of_queue = "queue/";
constexpr std::string_view of_operators = "operators/";
constexpr std::string_view of_overdue = "overdue/";
constexpr std::string_view of_departed = "departed/";
constexpr std::string_view of_route = "route/";

bool is_about(const Alarm& alarm, std::string_view kind)
{
    return alarm.subject.compare(0, kind.size(), kind) == 0;
}

std::string subject_of(std::string_view kind, const std::string& id)
{
    return std::string{kind} += id;
}

/// Something that a row may be in alarm for, as it is now.
struct Condition {
    std::string_view kind;
    const std::string& id;
    std::size_t row;
    Level level;
};

/// Calls `visit` with each alarm of a kind and the place of its row, where the board has it. Most
/// often the row is where it was; else it is looked for from the last one's on, for alarms stand in
/// the board's order.
template <class Row, class Visit>
void for_alarms(const Alarms& alarms, std::string_view kind, const std::vector<Row>& rows,
                Visit visit)
{
    std::size_t at = 0;
    for (const Alarm& alarm : alarms.active) {
        if (!is_about(alarm, kind)) continue;
        const std::string_view id = std::string_view{alarm.subject}.substr(kind.size());
        if (alarm.row < rows.size() && rows[alarm.row].id == id) at = alarm.row;
        for (std::size_t looked_at = 0; looked_at < rows.size(); ++looked_at) {
            if (rows[at].id == id) {
                visit(alarm, at);
                break;
            }
            at = at + 1 == rows.size() ? 0 : at + 1;
        }
    }
}

template <class Row>
std::vector<Level> levels_of(const Alarms& alarms, std::string_view kind,
                             const std::vector<Row>& rows)
{
    std::vector<Level> levels(rows.size(), Level::normal);
    for_alarms(alarms, kind, rows,
               [&](const Alarm& alarm, std::size_t at) { levels[at] = alarm.level; });
    return levels;
}

/// The alarms of before by the places of their rows.
template <class Row>
std::vector<const Alarm*> alarms_by_row(const Alarms& before, std::string_view kind,
                                        const std::vector<Row>& rows)
{
    std::vector<const Alarm*> all(rows.size(), nullptr);
    for_alarms(before, kind, rows, [&](const Alarm& alarm, std::size_t at) { all[at] = &alarm; });
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

/// The next state of one condition; of what is not filled in.
Alarm next_alarm(const Alarm* before, Level level, Instant now)
{
    const bool held = before != nullptr && before->level > level && now >= before->last_seen &&
                      now - before->last_seen < leave_colour_after;
    if (held)
        return {.level = before->level, .since = before->since, .last_seen = before->last_seen};
    const bool same = before != nullptr && before->level == level;
    return {.level = level, .since = same ? std::min(before->since, now) : now, .last_seen = now};
}

/// Goes through all conditions of a board, and remembers those that are not normal. Most are, and
/// of these nothing is made: no subject, no alarm.
class Judge {
public:
    Judge(const Alarms& before, const Snapshot& snapshot, Instant now)
        : before_{before},
          snapshot_{snapshot},
          now_{now}
    {
        next_.began = snapshot.complete;
        next_.newest_red = std::min(before.newest_red, now);
        next_.last_red_seen = std::min(before.last_red_seen, now);
    }

    Alarms judge_all()
    {
        judge_queues();
        judge_locations();
        return std::move(next_);
    }

private:
    void judge_queues()
    {
        const auto was = alarms_by_row(before_, of_queue, snapshot_.queues);
        for (std::size_t i = 0; i < was.size(); ++i) {
            const Queue& queue = snapshot_.queues[i];
            if (!is_known(queue, snapshot_)) continue;
            const Level level = std::max(wait_level(queue, now_), depth_level(queue));
            judge({of_queue, queue.id, i, level}, was[i]);
        }
    }

    void judge_locations()
    {
        const auto& rows = snapshot_.locations;
        const auto operators = alarms_by_row(before_, of_operators, rows);
        const auto overdue = alarms_by_row(before_, of_overdue, rows);
        const auto departed = alarms_by_row(before_, of_departed, rows);
        const auto route = alarms_by_row(before_, of_route, rows);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Location& one = rows[i];
            if (!is_known(one, snapshot_)) continue;
            const bool judged = one.hours != Hours::not_yet_monitored;
            const auto red_if = [&](bool red) {
                return judged && red ? Level::red : Level::normal;
            };
            judge({of_operators, one.id, i, operator_level(one, now_)}, operators[i]);
            judge({of_overdue, one.id, i, red_if(one.overdue > 0)}, overdue[i]);
            judge({of_departed, one.id, i, red_if(one.departures.is_red())}, departed[i]);
            judge({of_route, one.id, i, red_if(one.greetings.bad_routes > 0)}, route[i]);
        }
    }

    void judge(const Condition& condition, const Alarm* was)
    {
        if (condition.level == Level::normal && was == nullptr) return;
        Alarm alarm = next_alarm(was, condition.level, now_);
        if (alarm.level == Level::normal) return;
        alarm.subject = subject_of(condition.kind, condition.id);
        alarm.row = condition.row;
        take_act(alarm, act_of(snapshot_, alarm.subject), now_, !before_.began);
        if (alarm.level == Level::red && explained_by(alarm) == Page::live &&
            !said(alarm.shelved_until)) {
            next_.last_red_seen = std::max(
                next_.last_red_seen, said(alarm.seen_at) ? std::min(alarm.seen_at, now_) : now_);
            next_.newest_red = std::max(next_.newest_red, alarm.since);
        }
        next_.active.push_back(std::move(alarm));
    }

    const Alarms& before_;
    const Snapshot& snapshot_;
    Instant now_;
    Alarms next_;
};

}  // namespace

std::string queue_subject(const Queue& queue) { return subject_of(of_queue, queue.id); }
std::string operators_subject(const Location& location)
{
    return subject_of(of_operators, location.id);
}
std::string overdue_subject(const Location& location)
{
    return subject_of(of_overdue, location.id);
}
std::string departed_subject(const Location& location)
{
    return subject_of(of_departed, location.id);
}
std::string route_subject(const Location& location) { return subject_of(of_route, location.id); }

Page explained_by(const Alarm& alarm)
{
    if (is_about(alarm, of_overdue)) return Page::returns;
    if (is_about(alarm, of_departed)) return Page::departures;
    return is_about(alarm, of_route) ? Page::greetings : Page::live;
}

const Queue* queue_of(const Alarm& alarm, const Snapshot& snapshot)
{
    if (!is_about(alarm, of_queue)) return nullptr;
    const std::string_view id = std::string_view{alarm.subject}.substr(of_queue.size());
    const auto& rows = snapshot.queues;
    if (alarm.row < rows.size() && rows[alarm.row].id == id) return &rows[alarm.row];
    return find_queue(snapshot, id);
}

std::vector<Level> queue_levels(const Alarms& alarms, const Snapshot& snapshot)
{
    return levels_of(alarms, of_queue, snapshot.queues);
}

std::vector<Level> operator_levels(const Alarms& alarms, const Snapshot& snapshot)
{
    return levels_of(alarms, of_operators, snapshot.locations);
}

const Alarm* Alarms::find(std::string_view subject) const
{
    const auto at = std::find_if(active.begin(), active.end(),
                                 [&](const Alarm& alarm) { return alarm.subject == subject; });
    return at == active.end() ? nullptr : &*at;
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
    return Judge{before, snapshot, moment.figures}.judge_all();
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
