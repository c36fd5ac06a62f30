#include <algorithm>

#include <fmt/format.h>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/text.hpp"
#include "daemon/ctl/watch_lines.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::CollectorRow;
using callwatch::v1::SourceRow;
using enum Column::Kind;

struct State {
    int rank;  ///< 0 asks for action most.
    Cell cell;
};

State state_of(const SourceRow& row)
{
    switch (row.state()) {
        case SourceRow::NEVER_SEEN: return {0, {"? NEVER SEEN", Tone::doubt}};
        case SourceRow::SILENT: return {1, {"? SILENT", Tone::doubt}};
        case SourceRow::LATE: return {3, {"? late", Tone::doubt}};
        case SourceRow::CATCHING_UP: return {7, {"catching up", Tone::amber}};
        case SourceRow::FRESH: break;
        case SourceRow::ENDED: return {9, {"ended", Tone::quiet}};
        default: return {2, {"?", Tone::doubt}};
    }
    if (row.upstream_lost_since_us() > 0) return {2, {"? NO SWITCH", Tone::doubt}};
    if (row.clock_doubt()) return {4, {"! clock", Tone::amber}};
    if (!row.gaps().empty()) return {5, {"! gap", Tone::amber}};
    if (!row.trouble().empty()) return {6, {"! trouble", Tone::amber}};
    return {8, {"fresh"}};
}

std::string age_text(const SourceRow& row, std::int64_t now_us)
{
    if (row.silent_since_us() > 0) return duration((now_us - row.silent_since_us()) / 1'000);
    if (row.state() == SourceRow::ENDED) return "–";
    if (row.watermark_us() == 0) return "?";
    const std::int64_t tenths = std::max<std::int64_t>(0, row.lag_ms()) / 100;
    return tenths < 600 ? fmt::format("{}.{} s", tenths / 10, tenths % 10) : duration(row.lag_ms());
}

std::string gaps_text(const SourceRow& row)
{
    std::string text = count(static_cast<std::uint64_t>(row.gaps_size()));
    if (row.gaps_healed_today() > 0) text += fmt::format(" ({} healed)", row.gaps_healed_today());
    return text;
}

std::string clock_text(const SourceRow& row)
{
    if (!row.clock_known()) return "–";
    const std::int64_t ms = row.clock_skew_ms();
    const auto size = static_cast<std::uint64_t>(ms < 0 ? -ms : ms);
    return fmt::format("{}{}.{:02} s", ms < 0 ? "−" : "+", size / 1'000, size % 1'000 / 10);
}

std::string room_text(std::uint64_t bytes)
{
    if (bytes == 0) return "?";
    if (bytes < 10'000'000'000) return fmt::format("{} MB", bytes / 1'000'000);
    return fmt::format("{} GB", bytes / 1'000'000'000);
}

WatchSection collector_section(const WatchView& view)
{
    const auto all = view.rows<CollectorRow>();
    if (all.empty()) return {"JOURNAL", {}, false};
    const CollectorRow& row = *all.front();
    const auto written = view.times().moment("", row.written_at_us(), view.now_us());
    return {"JOURNAL",
            {fmt::format("position {}, chain head {}, written {} in {} ms, {} left",
                         count(row.journal_position()), clean(row.chain_head()), written,
                         row.commit_ms(), room_text(row.room_left_bytes())),
             fmt::format("{}, {} events accepted, {} refused{}", clean(row.software()),
                         count(row.events_accepted()), count(row.refused()),
                         row.time_mode() == "source" ? ", time follows a recording" : "")},
            false};
}

}  // namespace

std::vector<WatchSection> source_sections(const WatchView& view)
{
    auto all = view.rows<SourceRow>();
    if (!view.mirror.is_complete()) return {};
    if (all.empty()) return {{"SOURCES", {"No source is configured."}, false}};
    std::ranges::stable_sort(all, {}, [](const SourceRow* row) { return state_of(*row).rank; });
    Table table{{{"SOURCE", name},
                 {"STATE", text},
                 {"AGE", figure},
                 {"SEQUENCE", figure},
                 {"GAPS", figure},
                 {"FETCHED AGAIN", figure},
                 {"CLOCK", figure},
                 {"SAYS", name}}};
    for (const SourceRow* row : all)
        table.add({{row->source_id()},
                   state_of(*row).cell,
                   {age_text(*row, view.now_us())},
                   {count(row->head())},
                   {gaps_text(*row)},
                   {count(row->fetched_again())},
                   {clock_text(*row)},
                   {row->trouble()}});
    return {{"SOURCES", lines_of(table, view.look), true}, collector_section(view)};
}

}  // namespace callwatch::ctl
