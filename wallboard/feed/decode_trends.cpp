#include <algorithm>

#include "wallboard/feed/decode_rows.hpp"

namespace wallboard {
namespace {

namespace v1 = callwatch::v1;

/// "2026-11-20": days are put in order and counted by it.
bool is_date(const std::string& text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    const auto number = [&](std::size_t from, std::size_t n) {
        int value = 0;
        for (std::size_t i = from; i < from + n; ++i) {
            if (text[i] < '0' || text[i] > '9') return -1;
            value = 10 * value + (text[i] - '0');
        }
        return value;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 1970 || month < 0 || day < 0) return false;
    return std::chrono::year_month_day{std::chrono::year{year},
                                       std::chrono::month{static_cast<unsigned>(month)},
                                       std::chrono::day{static_cast<unsigned>(day)}}
        .ok();
}

}  // namespace

HalfHour RowReader::half_hour(const v1::TrendRow::HalfHour& wire)
{
    constexpr std::int64_t wait_ms_max =
        std::int64_t{7} * 24 * 3600 * 1000;  // Nobody waits a week.
    if (wire.longest_wait_ms() < 0 || wire.longest_wait_ms() > wait_ms_max)
        refuse("bad_time", "longest_wait_ms");
    return {.offered = wire.offered(),
            .answered = wire.answered(),
            .abandoned = wire.abandoned(),
            .short_abandoned = wire.short_abandoned(),
            .answered_in_threshold = wire.answered_in_threshold(),
            .abandoned_in_threshold = wire.abandoned_in_threshold(),
            .left_otherwise = wire.left_otherwise(),
            .longest_wait = std::chrono::milliseconds{std::clamp<std::int64_t>(
                wire.longest_wait_ms(), 0, wait_ms_max)},
            .messages_left = wire.messages_left(),
            .messages_closed = wire.messages_closed(),
            .messages_open = wire.messages_open()};
}

Trend RowReader::trend(const v1::TrendRow& wire)
{
    Trend row;
    row.location_id = id(wire.location_id());
    row.business_date = id(wire.business_date());
    if (!is_date(row.business_date)) refuse("bad_date", row.business_date);
    row.opens_at = time(wire.opens_at_us());
    row.closes_at = time(wire.closes_at_us());
    if (row.closes_at < row.opens_at) refuse("bad_time", "closes_at_us");
    row.first = time(wire.first_us());
    if (wire.half_hours_size() > 0 && !said(row.first)) refuse("bad_time", "first_us");
    if (fits(wire.half_hours_size(), "half_hours", half_hours_max))
        for (const auto& one : wire.half_hours()) row.half_hours.push_back(half_hour(one));
    row.service_level_variant = id(wire.service_level_variant());
    row.service_level_s = wire.service_level_s();
    if (!fits(wire.unseen_size(), "unseen")) return row;
    for (const auto& span : wire.unseen()) {
        row.unseen.push_back({time(span.from_us()), time(span.to_us())});
        const TimeSpan& last = row.unseen.back();
        if (said(last.to) && last.to < last.from) refuse("bad_time", "unseen");
    }
    return row;
}

}  // namespace wallboard
