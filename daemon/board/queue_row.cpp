#include "daemon/board/rows.hpp"

namespace callwatch {
namespace {

constexpr int minutes_shown = 30;

void set_counts(v1::QueueRow& row, const QueueCounts& counts)
{
    row.set_offered(counts.offered);
    row.set_answered(counts.answered);
    row.set_abandoned(counts.abandoned);
    row.set_short_abandoned(counts.short_abandoned);
    row.set_answered_in_threshold(counts.answered_in_threshold);
    row.set_abandoned_in_threshold(counts.abandoned_in_threshold);
    row.set_timed_out(counts.timed_out);
    row.set_left_by_key(counts.left_by_key);
    row.set_left_otherwise(counts.left_otherwise);
    row.set_longest_wait_today_ms(counts.longest_wait.count());
    row.set_answered_wait_ms(counts.answered_wait.count());
}

/// The deepest of each of the last minutes; a minute without events is as deep as the one before
/// ended.
void set_minutes(v1::QueueRow& row, const QueueState& state, Instant now)
{
    const auto this_minute = std::chrono::floor<std::chrono::minutes>(now);
    auto event = state.minutes.begin();
    std::uint32_t carried = 0;
    for (int back = minutes_shown - 1; back >= 0; --back) {
        const auto minute = this_minute - std::chrono::minutes{back};
        while (event != state.minutes.end() && event->minute < minute) carried = (event++)->last;
        if (event != state.minutes.end() && event->minute == minute) {
            row.add_waiting_by_minute(event->deepest);
            carried = (event++)->last;
        } else {
            row.add_waiting_by_minute(carried);
        }
    }
}

v1::QueueRow::Level level_of(const QueueThresholds& thresholds, int waiting)
{
    if (thresholds.red_waiting > 0 && waiting >= thresholds.red_waiting) return v1::QueueRow::RED;
    if (thresholds.amber_waiting > 0 && waiting >= thresholds.amber_waiting)
        return v1::QueueRow::AMBER;
    return v1::QueueRow::NORMAL;
}

}  // namespace

v1::QueueRow make_queue_row(const BoardView& view, const Queue& queue)
{
    v1::QueueRow row;
    row.set_queue_id(queue.id.text.str());
    row.set_name(queue.name);
    row.set_location_id(queue.location.text.str());
    row.set_service_level_variant("SL4");
    row.set_service_level_s(static_cast<std::uint32_t>(queue.service_level.count()));
    row.set_amber_waiting(static_cast<std::uint32_t>(queue.thresholds.amber_waiting));
    row.set_amber_wait_s(static_cast<std::uint32_t>(queue.thresholds.amber_wait.count()));
    row.set_red_waiting(static_cast<std::uint32_t>(queue.thresholds.red_waiting));
    row.set_red_wait_s(static_cast<std::uint32_t>(queue.thresholds.red_wait.count()));
    row.set_data_known(view.is_known(queue.location));
    row.set_level_by_depth(v1::QueueRow::NORMAL);
    const auto* state = view.board().queues().find(queue.id);
    if (state == nullptr) return row;
    row.set_waiting(static_cast<std::uint32_t>(state->waiting.size()));
    if (const auto oldest = state->oldest()) row.set_oldest_joined_at_us(to_us(*oldest));
    row.set_level_by_depth(level_of(queue.thresholds, static_cast<int>(state->waiting.size())));
    set_counts(row, state->counts(view.directory().calendar(queue.location).local_date(view.now)));
    set_minutes(row, *state, view.now);
    return row;
}

}  // namespace callwatch
