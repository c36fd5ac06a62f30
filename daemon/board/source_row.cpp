#include "daemon/board/rows.hpp"

namespace callwatch {

v1::SourceRow make_source_row(const BoardView& view, const Source& source)
{
    v1::SourceRow row;
    row.set_source_id(source.id.text);
    row.set_kind(source.kind);
    for (const auto& location : source.locations) row.add_location_ids(location.text);
    const auto health = view.sources.find(source.id);
    row.set_state(health == view.sources.end() ? v1::SourceRow::NEVER_SEEN : health->second.state);
    if (const auto reached = view.engine.watch().watermark(source.id))
        row.set_watermark_us(to_us(*reached));
    if (health != view.sources.end() &&
        (row.state() == v1::SourceRow::LATE || row.state() == v1::SourceRow::SILENT))
        row.set_silent_since_us(to_us(health->second.last_heard));
    const auto* state = view.board().sources().find(source.id);
    if (state == nullptr) return row;
    row.set_head(state->last_sequence);
    row.set_accepted(state->accepted);
    row.set_missed(state->missed);
    row.set_software(state->software);
    return row;
}

}  // namespace callwatch
