#include "wallboard/model/trend_day.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "wallboard/model/levels.hpp"

namespace wallboard {
namespace {

void add(std::uint32_t count, std::uint32_t& sum)
{
    sum = static_cast<std::uint32_t>(std::min<std::uint64_t>(
        std::uint64_t{sum} + count, std::numeric_limits<std::uint32_t>::max()));
}

/// Open messages of a location when it is `at`, which is not after now.
std::uint32_t open_at(const Location& location, const Trend* row, Instant at)
{
    if (row == nullptr || row->half_hours.empty()) return location.unreturned;
    const auto over = (at - row->first) / half_hour;  // Half hours that have ended by then.
    if (at < row->first || over == 0) {
        const HalfHour& first = row->half_hours.front();
        const auto before = std::int64_t{first.messages_open} + first.messages_closed -
                            std::int64_t{first.messages_left};
        return static_cast<std::uint32_t>(std::max<std::int64_t>(0, before));
    }
    const auto last = std::min<std::size_t>(static_cast<std::size_t>(over), row->half_hours.size());
    return row->half_hours[last - 1].messages_open;
}

void add_calls(const Trend& row, TrendDay& day)
{
    for (std::size_t i = 0; i < row.half_hours.size(); ++i) {
        const auto slot = day.hours.slot_of(row.first + half_hour * static_cast<std::int64_t>(i));
        if (!slot || *slot >= day.slots.size()) continue;
        add(row.half_hours[i], day.slots[*slot].counts);
        day.slots[*slot].told = true;
    }
}

void add_location(const Snapshot& snapshot, const Location& location, const Trend* row,
                  TrendDay& day)
{
    if (row != nullptr) {
        add_calls(*row, day);
        note_unseen(*row, day.unseen_since);
        for (std::size_t i = 0; i < day.slots.size() && !row->unseen.empty(); ++i)
            if (was_unseen(*row, day.hours.begin_of(i), day.hours.begin_of(i + 1)))
                day.slots[i].unseen = true;
    }
    note_unheard(snapshot, location, day.unseen_since);
    for (std::size_t i = 0; i < day.open.size(); ++i)
        day.open[i] += open_at(location, row, day.hours.begin_of(i));
}

/// Leaves what has begun by now. Calls of half hours to come are of a clock that is ahead.
void end_at(Instant now, TrendDay& day)
{
    if (!day.hours.today || now < day.hours.from) {
        day.slots.clear();
        day.open.clear();
        return;
    }
    day.running = now < day.hours.until();
    if (day.running) {
        day.slots.resize(*day.hours.slot_of(now) + 1);
        day.open.resize(day.slots.size() + 1);
        day.open.back() = day.owed_now;
    }
    for (std::size_t i = 0; i < day.slots.size(); ++i)
        if (day.unseen_since && *day.unseen_since < day.hours.begin_of(i + 1))
            day.slots[i].unseen = true;
}

bool was_called(const Trend& row)
{
    return std::any_of(row.half_hours.begin(), row.half_hours.end(),
                       [](const HalfHour& one) { return one.offered > 0; });
}

/// Who was not called today has no say, unless nobody was.
void agree_on_service_level(const std::vector<const Trend*>& rows, TrendDay& day)
{
    const bool any =
        std::any_of(rows.begin(), rows.end(), [](auto* row) { return was_called(*row); });
    const Trend* first = nullptr;
    for (const Trend* row : rows) {
        if (any && !was_called(*row)) continue;
        if (first == nullptr) first = row;
        if (row->service_level_variant.empty() ||
            row->service_level_variant != first->service_level_variant ||
            row->service_level_s != first->service_level_s)
            day.same_service_level = false;
    }
    if (first == nullptr || !day.same_service_level) return;
    day.service_level_variant = first->service_level_variant;
    day.service_level_s = first->service_level_s;
}

}  // namespace

std::uint64_t waiting_in(const HalfHour& counts)
{
    const std::uint64_t over =
        std::uint64_t{counts.answered} + counts.abandoned + counts.left_otherwise;
    return counts.offered > over ? counts.offered - over : 0;
}

void add(const HalfHour& counts, HalfHour& sum)
{
    add(counts.offered, sum.offered);
    add(counts.answered, sum.answered);
    add(counts.abandoned, sum.abandoned);
    add(counts.short_abandoned, sum.short_abandoned);
    add(counts.answered_in_threshold, sum.answered_in_threshold);
    add(counts.abandoned_in_threshold, sum.abandoned_in_threshold);
    add(counts.left_otherwise, sum.left_otherwise);
    add(counts.messages_left, sum.messages_left);
    add(counts.messages_closed, sum.messages_closed);
    sum.longest_wait = std::max(sum.longest_wait, counts.longest_wait);
}

bool was_unseen(const Trend& row, Instant from, Instant to)
{
    return std::any_of(row.unseen.begin(), row.unseen.end(), [&](const TimeSpan& span) {
        return said(span.to) && span.to > from && span.from < to;
    });
}

void note_unseen(const Trend& row, std::optional<Instant>& since)
{
    for (const TimeSpan& span : row.unseen)
        if (!said(span.to) && (!since || span.from < *since)) since = span.from;
}

void note_unheard(const Snapshot& snapshot, const Location& location, std::optional<Instant>& since)
{
    if (is_known(location, snapshot)) return;
    const Instant lost = sources_lost_at(snapshot, location);
    if (!since || lost < *since) since = lost;
}

TrendDay whole_trend_day(const Snapshot& snapshot)
{
    TrendDay day;
    day.hours = trend_hours(snapshot);
    const std::string today = date_text(day.hours.date);
    if (day.hours.today) {
        day.slots.resize(day.hours.slots);
        day.open.resize(day.hours.slots + 1);
    }
    std::vector<const Trend*> rows;
    for (const Location& location : snapshot.locations) {
        if (location.hours == Hours::not_yet_monitored) continue;
        ++day.locations;
        const bool known = is_known(location, snapshot);
        day.unknown += known ? 0 : 1;
        day.open_now += known ? location.unreturned : 0;
        day.owed_now += location.unreturned;
        if (!day.hours.today) continue;
        const Trend* row = trend_of(snapshot, location, today);
        add_location(snapshot, location, row, day);
        if (row != nullptr) rows.push_back(row);
    }
    day.told = !rows.empty();
    agree_on_service_level(rows, day);
    return day;
}

TrendDay make_trend_day(const Snapshot& snapshot, Instant now)
{
    TrendDay day = snapshot.links.made ? snapshot.links.sums.today : whole_trend_day(snapshot);
    end_at(now, day);
    return day;
}

}  // namespace wallboard
