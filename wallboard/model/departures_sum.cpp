#include <algorithm>

#include "wallboard/model/departures_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

void add(const Location& location, Departed& departed)
{
    const Departures& one = location.departures;
    ++departed.known;
    departed.pending += one.pending;
    departed.red += one.red;
    departed.unanswered += one.unanswered;
    departed.requested += one.requested;
    departed.seen_off += one.seen_off;
    departed.confirmed_today += one.confirmed_today;
    departed.unverified += one.unverified;
    departed.reopened += one.reopened;
    departed.open_messages += one.open_messages;
    std::uint64_t dated = 0;
    if (one.by_workdays)
        for (std::size_t i = 0; i < departed_days; ++i) {
            departed.by_workdays.at(i) += one.by_workdays->at(i);
            dated += one.by_workdays->at(i);
        }
    departed.undated += one.pending - std::min<std::uint64_t>(dated, one.pending);
    if (one.is_red()) departed.red_at.add(location);
    if (one.unanswered > 0) departed.unanswered_at.add(location);
}

}  // namespace

void Places::add(const Location& location)
{
    if (first == nullptr) first = &location;
    ++count;
}

std::string Places::words() const
{
    if (first == nullptr) return {};
    if (count > 1) return counted(count, "office", "offices");
    return first->short_name.empty() ? first->name : first->short_name;
}

Departed look_at_departures(const Snapshot& snapshot)
{
    Departed departed;
    bool one_limit = true;
    for (const Location& location : snapshot.locations) {
        if (location.hours == Hours::not_yet_monitored) continue;
        if (!is_known(location, snapshot)) {
            ++departed.unknown;
            continue;
        }
        const std::uint32_t limit = location.departures.red_after_workdays;
        one_limit = one_limit && (departed.known == 0 || limit == departed.red_after_workdays);
        departed.red_after_workdays = limit;
        add(location, departed);
    }
    if (!one_limit) departed.red_after_workdays = 0;
    return departed;
}

}  // namespace wallboard
