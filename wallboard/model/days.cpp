#include "wallboard/model/days.hpp"

#include <algorithm>

#include "wallboard/model/links.hpp"

namespace wallboard {
namespace {

constexpr Micros last_check_for = std::chrono::hours{15};

bool is_newer(const Day& day, const Day* than)
{
    return than == nullptr || day.business_date > than->business_date;
}

}  // namespace

const Day* day_of(const Snapshot& snapshot, const Location& location, Instant now)
{
    const Day* today = nullptr;
    const Day* past = nullptr;
    for_days_of(location, snapshot, [&](const Day& day) {
        if (day.business_date == location.business_date) today = &day;
        const bool recent =
            said(day.check_at) && day.check_at <= now && now - day.check_at < last_check_for;
        if (recent && is_newer(day, past)) past = &day;
    });
    if (location.hours == Hours::open) return today;
    return past != nullptr ? past : today;
}

Instant check_time(const Day* day, const Location& location)
{
    if (day != nullptr && said(day->check_at)) return day->check_at;
    return location.closes_at;
}

bool is_settled(const Day& day) { return day.judged && !day.provisional; }

bool all_settled(const Snapshot& snapshot)
{
    bool any = false;
    for (const Location& location : snapshot.locations) {
        if (location.hours == Hours::not_yet_monitored) continue;
        const Day* day = day_of(snapshot, location, snapshot.as_of);
        if (day == nullptr || !day->monitored || !is_settled(*day)) return false;
        if (said(day->check_at) && snapshot.as_of < day->check_at) return false;
        any = true;
    }
    return any;
}

Verdict shown_verdict(const Day& day)
{
    if (!day.judged) return Verdict::unknown;
    if (day.verdict == Verdict::clear && day.provisional) return Verdict::unknown;
    return day.verdict;
}

}  // namespace wallboard
