#include <algorithm>

#include <fmt/format.h>

#include "daemon/ctl/figures.hpp"
#include "daemon/ctl/queue_cells.hpp"
#include "daemon/ctl/queue_figures.hpp"
#include "daemon/ctl/watch_lines.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::LocationRow;
using callwatch::v1::QueueRow;
using enum Column::Kind;

constexpr std::uint32_t debounce_default_s = 60;  // Requirement TS-1, where the board does not say.

WatchSection queues_section(const WatchView& view)
{
    const auto all = view.rows<QueueRow>();
    if (all.empty()) return {"LIVE: queues", {"No queue is configured."}, false};
    Table table{{{"QUEUE", name},
                 {"LOCATION", name},
                 {"WAITING", figure},
                 {"LONGEST", figure},
                 {"OFFERED", figure},
                 {"ANSWERED %", figure},
                 {"ABANDONED", figure},
                 {"SL4", figure}}};
    for (const QueueRow* row : all)
        table.add({{row->name().empty() ? row->queue_id() : row->name()},
                   {row->location_id()},
                   waiting_cell(*row),
                   longest_cell(*row, view.now_us()),
                   day_cell(count(row->offered()), *row),
                   day_cell(percent(answered_percentage(*row)), *row),
                   day_cell(count(row->abandoned()), *row),
                   day_cell(percent(service_level(*row)), *row)});
    return {"LIVE: queues", lines_of(table, view.look), true};
}

/// Nobody can answer: an alarm once it has lasted, before that a word.
Cell nobody_cell(const LocationRow& row, std::int64_t now_us)
{
    if (row.no_operator_since_us() == 0) return {"nobody, since when is not known", Tone::amber};
    const std::int64_t ms = (now_us - row.no_operator_since_us()) / 1'000;
    const std::uint32_t debounce_s =
        row.coverage_debounce_s() > 0 ? row.coverage_debounce_s() : debounce_default_s;
    if (row.no_operator_alarm() || ms >= std::int64_t{debounce_s} * 1'000)
        return {"NO OPERATOR for " + duration(ms), Tone::red};
    return {"nobody, " + duration(ms)};
}

bool is_unseen_now(const LocationRow& row)
{
    return !row.unseen().empty() && row.unseen().rbegin()->to_us() == 0;
}

Cell coverage_cell(const LocationRow& row, const WatchView& view)
{
    if (row.hours() == LocationRow::NOT_YET_MONITORED) return {"not yet monitored", Tone::quiet};
    if (!row.data_known()) return {"? not known, a source is silent", Tone::doubt};
    if (row.hours() != LocationRow::OPEN) return {"closed", Tone::quiet};
    if (is_unseen_now(row))
        return {"? not known since " + view.times().moment(row.location_id(),
                                                           row.unseen().rbegin()->from_us(),
                                                           view.now_us()),
                Tone::doubt};
    if (!row.operators_known()) return {"? not known", Tone::doubt};
    if (row.operators_staffed() == 0) return nobody_cell(row, view.now_us());
    const std::uint32_t weak = std::min(row.operators_weak(), row.operators_staffed());
    const std::uint32_t sure = row.operators_staffed() - weak;
    std::string text = sure > 0 ? count(sure) : "";
    if (row.operators_on_call() > 0) text += fmt::format(", {} on a call", row.operators_on_call());
    if (row.operators_paused() > 0) text += fmt::format(", {} paused", row.operators_paused());
    if (weak > 0)
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", weak,
                            weak == 1 ? "phone on" : "phones on");
    return {text};
}

Cell main_cell(const LocationRow& row)
{
    if (!row.data_known()) return {"?", Tone::doubt};
    return {count(row.main_to_voicemail()), row.main_to_voicemail() > 0 ? Tone::red : Tone::quiet};
}

WatchSection coverage_section(const WatchView& view)
{
    const auto all = view.rows<LocationRow>();
    if (all.empty()) return {"LIVE: can answer now", {"No location is configured."}, false};
    Table table{{{"LOCATION", name},
                 {"CAN ANSWER", text},
                 {"UNCOVERED TODAY", figure},
                 {"MAIN NUMBER TO VOICEMAIL", figure}}};
    for (const LocationRow* row : all)
        table.add(
            {{row->name().empty() ? row->location_id() : row->name()},
             coverage_cell(*row, view),
             {row->uncovered_s() > 0 ? duration(std::int64_t{row->uncovered_s()} * 1'000) : "–",
              row->uncovered_s() > 0 ? Tone::plain : Tone::quiet},
             main_cell(*row)});
    return {"LIVE: can answer now", lines_of(table, view.look), true};
}

}  // namespace

std::vector<std::string> lines_of(const Table& table, const Look& look)
{
    const std::string text = table.draw(look);
    std::vector<std::string> lines;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        lines.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return lines;
}

std::vector<WatchSection> live_sections(const WatchView& view)
{
    if (!view.mirror.is_complete()) return {};
    return {queues_section(view), coverage_section(view)};
}

}  // namespace callwatch::ctl
