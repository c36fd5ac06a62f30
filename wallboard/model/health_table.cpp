#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "wallboard/model/health_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

Cell state_cell(const Source& source, Trouble trouble)
{
    switch (trouble) {
        case Trouble::never_seen: return badge_cell({Standing::unknown, "never heard", {}});
        case Trouble::silent: return badge_cell({Standing::unknown, "silent", {}});
        case Trouble::blind: return badge_cell({Standing::unknown, "no switch", {}});
        case Trouble::late: return badge_cell({Standing::unknown, "late", {}});
        case Trouble::clock: return badge_cell({Standing::warning, "clock", {}});
        case Trouble::gap: return badge_cell({Standing::warning, "gap", {}});
        case Trouble::said: return badge_cell({Standing::warning, "trouble", {}});
        case Trouble::not_watched: return badge_cell({Standing::warning, "mailboxes", {}});
        case Trouble::catching_up: return badge_cell({Standing::warning, "behind", {}});
        case Trouble::ended: return text_cell("ended", Tone::second);
        case Trouble::none: break;
    }
    return text_cell(source.gaps_healed_today > 0 ? "fresh, healed" : "fresh", Tone::second);
}

/// How old what it told is; how long it has said nothing.
Cell age_cell(const Source& source, Instant now)
{
    if (said(source.silent_since)) return text_cell(age_text(now - source.silent_since));
    if (source.state == SourceState::ended) return nothing_cell();
    return source.lag_known ? text_cell(age_text(source.lag)) : unknown_cell();
}

Cell lag_cell(const Source& source, std::uint32_t top_ms, bool unknown)
{
    if (source.lag_by_10s_ms.size() < 2) return unknown_cell();
    Cell cell = text_cell({}, unknown ? Tone::third : Tone::second);
    cell.line = source.lag_by_10s_ms;
    cell.line_top = top_ms;
    return cell;
}

Cell gaps_cell(const Source& source)
{
    if (source.gaps_open > 0)
        return badge_cell({Standing::warning, "open", short_count_text(source.gaps_open)});
    if (source.gaps_healed_today > 0)
        return words_cell({short_count_text(source.gaps_healed_today) + " healed",
                           short_count_text(source.gaps_healed_today)});
    return count_cell(0);
}

Cell clock_cell(const Source& source, Trouble trouble)
{
    if (!source.clock_known) return nothing_cell();
    Cell cell = text_cell(skew_text(source.clock_skew), Tone::second);
    if (trouble == Trouble::clock) cell.tone = Tone::text;
    return cell;
}

std::vector<Column> columns_for(const HealthInput& in, std::uint32_t top_ms)
{
    if (in.layout.wide())
        return {{"source", 0, true}, {"state", 232, true},
                {"age", 120},        {"lag, 10 min, to " + line_top_text(top_ms), 320, true},
                {"sequence", 200},   {"gaps", 140},
                {"fetched", 134},    {"clock", 150}};
    if (in.layout.upright())
        return {{"source", 0, true}, {"state", 250, true}, {"age", 120}, {"clock", 150}};
    return {{"source", 0, true}, {"", 300}};
}

/// In full while it fits: it is compared with the source's own.
std::string sequence_text(std::uint64_t sequence)
{
    return sequence < 100'000'000 ? count_text(static_cast<std::int64_t>(sequence))
                                  : short_count_text(sequence);
}

TableRow make_row(const HealthInput& in, const Ranked& ranked, std::uint32_t top_ms)
{
    const Source& source = *ranked.source;
    TableRow row{.name = {source.id, {}}, .unknown = is_unknown(ranked.trouble), .cells = {}};
    const SourceCells cells = make_source_cells(in, ranked, top_ms);
    row.subject = source.id;
    if (in.layout.far())
        row.cells = {cells.state};
    else if (in.layout.upright())
        row.cells = {cells.state, cells.age, cells.clock};
    else
        row.cells = {cells.state, cells.age,     cells.lag,  cells.sequence,
                     cells.gaps,  cells.fetched, cells.clock};
    return row;
}

}  // namespace

std::uint32_t line_top_ms(const Snapshot& snapshot)
{
    constexpr std::array<std::uint32_t, 7> steps{1'000,  2'000,   5'000,    15'000,
                                                 60'000, 300'000, 3'600'000};
    std::uint32_t most = 0;
    for (const Source& source : snapshot.sources)
        for (const std::uint32_t lag : source.lag_by_10s_ms) most = std::max(most, lag);
    for (const std::uint32_t step : steps)
        if (most <= step) return step;
    return steps.back();
}

std::string line_top_text(std::uint32_t top_ms)
{
    if (top_ms < 60'000) return fmt::format("{} s", top_ms / 1'000);
    return top_ms < 3'600'000 ? fmt::format("{} min", top_ms / 60'000)
                              : fmt::format("{} h", top_ms / 3'600'000);
}

SourceCells make_source_cells(const HealthInput& in, const Ranked& ranked, std::uint32_t top_ms)
{
    const Source& source = *ranked.source;
    const bool silent = ranked.trouble == Trouble::never_seen || ranked.trouble == Trouble::silent;
    const auto known = [&](Cell cell) { return silent ? unknown_cell() : std::move(cell); };
    return {.state = state_cell(source, ranked.trouble),
            .age = showing("source-age", age_cell(source, in.now())),
            .lag = showing("source-lag", lag_cell(source, top_ms, is_unknown(ranked.trouble))),
            .sequence = showing("source-sequence",
                                ranked.trouble == Trouble::never_seen
                                    ? unknown_cell()
                                    : text_cell(sequence_text(source.sequence), Tone::second)),
            .gaps = showing("source-gaps", known(gaps_cell(source))),
            .fetched = showing("source-fetched", known(count_cell(source.fetched_again))),
            .clock = showing("source-clock", known(clock_cell(source, ranked.trouble)))};
}

std::string skew_text(Micros skew)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(skew).count();
    const char* sign = ms < 0 ? "\u2212" : "+";
    const auto size = ms < 0 ? -ms : ms;
    if (size < 100'000) return fmt::format("{}{}.{:02} s", sign, size / 1000, size % 1000 / 10);
    return sign + age_text(std::chrono::milliseconds{size});
}

std::vector<Ranked> worst_first(const Snapshot& snapshot)
{
    std::vector<Ranked> all;
    for (const Source& source : snapshot.sources)
        all.push_back({&source, trouble_of(source, snapshot)});
    std::stable_sort(all.begin(), all.end(),
                     [](const Ranked& a, const Ranked& b) { return a.trouble < b.trouble; });
    return all;
}

Table make_sources_table(const HealthInput& in, const Box& box)
{
    Table table;
    table.box = box;
    if (box.empty()) return table;
    const std::uint32_t top_ms = line_top_ms(in.snapshot);
    table.columns = columns_for(in, top_ms);
    const auto& all = in.snapshot.sources;
    table.has_head = !in.layout.far();
    const TablePage page = page_of_table(box.h, all.size(), in.turn, table.has_head);
    table.pitch = page.pitch;
    std::vector<Ranked> order;
    if (page.pages > 1)
        order = worst_first(in.snapshot);
    else
        for (const Source& source : all)
            order.push_back({&source, trouble_of(source, in.snapshot)});
    for (std::size_t i = page.first; i < page.first + page.count; ++i)
        table.rows.push_back(make_row(in, order[i], top_ms));
    if (page.pages > 1)
        table.more = fmt::format("{}\u2013{} of {} sources, worst first", page.first + 1,
                                 page.first + page.count, all.size());
    if (all.empty() && in.snapshot.complete) table.more = "no sources are configured";
    return table;
}

}  // namespace wallboard
