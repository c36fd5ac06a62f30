#include "daemon/board/rows.hpp"

namespace callwatch {
namespace {

constexpr std::size_t head_digits = 16;  // Enough to compare by telephone.

}  // namespace

v1::CollectorRow make_collector_row(const BoardView& view, const CollectorVitals& vitals)
{
    v1::CollectorRow row;
    row.set_software(vitals.software);
    row.set_started_at_us(to_us(vitals.started_at));
    row.set_journal_position(vitals.journal_position);
    row.set_chain_head(vitals.chain_head.substr(0, head_digits));
    row.set_refused(vitals.refused);
    row.set_time_mode(vitals.time_mode);
    row.set_written_at_us(to_us(vitals.written_at));
    row.set_commit_ms(static_cast<std::uint32_t>(vitals.commit.count()));
    row.set_room_left_bytes(vitals.room_left_bytes);
    row.set_clock_doubt(vitals.clock_doubt);
    std::uint64_t accepted = 0;
    for (const auto& [id, source] : view.board().sources().all()) accepted += source.accepted;
    row.set_events_accepted(accepted);
    return row;
}

}  // namespace callwatch
