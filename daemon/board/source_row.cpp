#include "daemon/board/rows.hpp"

namespace callwatch {
namespace {

void set_vitals(v1::SourceRow& row, const SourceVitals& vitals)
{
    const auto ms = [](Micros time) {
        return std::chrono::duration_cast<std::chrono::milliseconds>(time).count();
    };
    row.set_lag_ms(ms(vitals.lag));
    row.mutable_lag_by_10s_ms()->Assign(vitals.lag_by_10s_ms.begin(), vitals.lag_by_10s_ms.end());
    row.set_clock_known(vitals.clock_known);
    row.set_clock_skew_ms(ms(vitals.clock_skew));
    row.set_clock_doubt(vitals.clock_doubt);
    for (const auto& gap : vitals.gaps) {
        auto& span = *row.add_gaps();
        span.set_from_us(to_us(gap.from));
        if (gap.to != Instant::max()) span.set_to_us(to_us(gap.to));
    }
    row.set_gaps_healed_today(vitals.gaps_healed_today);
    row.set_fetched_again(vitals.fetched_again);
    row.set_upstream_lost_since_us(to_us(vitals.upstream_lost_since));
    row.set_spool_watch_alive(vitals.spool_watch_alive);
    row.set_trouble(vitals.trouble);
}

}  // namespace

v1::SourceRow make_source_row(const BoardView& view, const Source& source)
{
    v1::SourceRow row;
    row.set_source_id(source.id.text.str());
    row.set_kind(source.kind);
    for (const auto& location : source.locations) row.add_location_ids(location.text.str());
    const auto health = view.sources.find(source.id);
    row.set_state(health == view.sources.end() ? v1::SourceRow::NEVER_SEEN : health->second.state);
    if (const auto reached = view.engine.watch().watermark(source.id))
        row.set_watermark_us(to_us(*reached));
    if (health != view.sources.end() &&
        (row.state() == v1::SourceRow::LATE || row.state() == v1::SourceRow::SILENT))
        row.set_silent_since_us(to_us(health->second.last_heard));
    if (view.vitals != nullptr)
        if (const auto vitals = view.vitals->find(source.id); vitals != view.vitals->end())
            set_vitals(row, vitals->second);
    const auto* state = view.board().sources().find(source.id);
    if (state == nullptr) return row;
    row.set_head(state->last_sequence);
    row.set_accepted(state->accepted);
    row.set_missed(state->missed);
    row.set_software(state->software);
    return row;
}

}  // namespace callwatch
