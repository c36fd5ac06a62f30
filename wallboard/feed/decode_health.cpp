#include <algorithm>

#include "wallboard/feed/decode_rows.hpp"

namespace wallboard {
namespace {

namespace v1 = callwatch::v1;

constexpr std::int64_t ms_max = std::int64_t{366} * 24 * 3600 * 1000;

/// A year either way is as good as any more; so a sum of two cannot overflow.
Micros bounded_ms(std::int64_t ms)
{
    return std::chrono::milliseconds{std::clamp(ms, -ms_max, ms_max)};
}

}  // namespace

void RowReader::health(const v1::SourceRow& wire, Source& row)
{
    row.sequence = wire.head();
    row.lag_known = wire.watermark_us() > 0;
    row.lag = bounded_ms(wire.lag_ms());
    if (fits(wire.lag_by_10s_ms_size(), "lag_by_10s_ms"))
        row.lag_by_10s_ms.assign(wire.lag_by_10s_ms().begin(), wire.lag_by_10s_ms().end());
    row.clock_known = wire.clock_known();
    row.clock_skew = bounded_ms(wire.clock_skew_ms());
    row.clock_doubt = wire.clock_doubt();
    row.gaps_open = static_cast<std::uint32_t>(wire.gaps_size());
    if (wire.gaps_size() > 0) row.gap_since = time(wire.gaps(wire.gaps_size() - 1).from_us());
    row.gaps_healed_today = wire.gaps_healed_today();
    row.fetched_again = wire.fetched_again();
    row.upstream_lost_since = time(wire.upstream_lost_since_us());
    row.spool_watched = wire.spool_watch_alive();
    row.trouble = text(wire.trouble());
}

Collector RowReader::collector(const v1::CollectorRow& wire)
{
    Collector row;
    row.said = wire.journal_position() > 0;
    row.from_recording = wire.time_mode() == "source";
    row.position = wire.journal_position();
    row.chain_head = id(wire.chain_head());
    row.written_at = time(wire.written_at_us());
    row.room_left_bytes = wire.room_left_bytes();
    row.events_accepted = wire.events_accepted();
    row.refused = wire.refused();
    row.clock_doubt = wire.clock_doubt();
    return row;
}

void RowReader::coverage(const v1::LocationRow& wire, Location& row)
{
    row.operators_weak = wire.operators_weak();
    row.operators_paused = wire.operators_paused();
    row.operators_unreachable = wire.operators_unreachable();
    row.staff_away = wire.staff_away();
    row.no_cover = wire.no_cover();
    row.no_operator_alarm = wire.no_operator_alarm();
    row.main_to_voicemail = wire.main_to_voicemail();
    if (wire.coverage_debounce_s() > 0)
        row.coverage_debounce = std::chrono::seconds{wire.coverage_debounce_s()};
    if (!fits(wire.unseen_size(), "unseen") || wire.unseen_size() == 0) return;
    const v1::TimeSpan& last = wire.unseen(wire.unseen_size() - 1);
    if (last.to_us() == 0) row.unseen_since = time(last.from_us());
}

}  // namespace wallboard
