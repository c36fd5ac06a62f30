#include "wallboard/model/desk/health.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/hero_tile.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/health_parts.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

/// Of a hero: wide enough for all its figures.
constexpr Box hero_box{0, 0, 2000, 260};
constexpr float panels_wanted = 860;
constexpr float panels_share = 0.42f;  // The list comes first.
constexpr std::size_t places_named = 6;

std::string count(std::uint64_t n) { return count_text(static_cast<std::int64_t>(n)); }

std::optional<Ranked> ranked(const Snapshot& board, std::string_view id)
{
    const auto found = std::find_if(board.sources.begin(), board.sources.end(),
                                    [&](const Source& source) { return source.id == id; });
    if (found == board.sources.end()) return std::nullopt;
    return Ranked{&*found, trouble_of(*found, board)};
}

Tile gaps_tile(const Snapshot& board)
{
    std::uint64_t open = 0;
    std::uint64_t healed = 0;
    for (const Source& source : board.sources) {
        open += source.gaps_open;
        healed += source.gaps_healed_today;
    }
    return {.word = {"open gaps", {}},
            .figure = count(open),
            .context = {count(healed) + " healed today", count(healed) + " healed"},
            .standing = open > 0 ? Standing::warning : Standing::normal};
}

Tile events_tile(const Collector& collector)
{
    if (!collector.said)
        return {.word = {"events", {}},
                .figure = std::string{not_known},
                .context = {"not told", {}},
                .standing = Standing::normal};
    return {.word = {"events, " + count(collector.refused) + " refused", {}},
            .figure = short_count_text(collector.events_accepted),
            .context = {},
            .standing = Standing::normal};
}

/// The two figures of the hero are two tiles; what is the matter is said once.
std::vector<Tile> tiles_of(const HealthInput& in, bool narrow)
{
    const Hero sources = make_sources_hero(in, hero_box);
    std::vector<Tile> all{tile_of(sources, 0)};
    if (sources.figures.size() > 1) {
        Tile other = tile_of(sources, 1);
        other.word = other.context;
        other.context = {sources.figures[1].context, {}};
        other.standing = Standing::normal;
        other.badge.reset();
        all.push_back(other);
    }
    // The worst one comes before how many are heard.
    const auto order = worst_first(in.snapshot);
    const bool worst_is_first = all.size() > 1 && order.front().trouble != Trouble::none &&
                                order.front().trouble != Trouble::ended;
    all[worst_is_first ? 1 : 0].figures = {{"sources-heard", {}}};
    if (!narrow) all.push_back(gaps_tile(in.snapshot));
    all.push_back(events_tile(in.snapshot.collector));
    all.back().figures = {{"events-accepted", {}}, {"events-refused", {}}};
    Tile journal = tile_of(make_journal_hero(in, hero_box));
    if (in.snapshot.collector.said) {
        if (journal.standing == Standing::normal) journal.word = {"journal, room left", {}};
        journal.context = {};
    }
    journal.figures = {{"journal-room", {}}};
    all.push_back(journal);
    return all;
}

std::vector<ListColumn> columns_of(const Snapshot& board, bool narrow)
{
    std::vector<ListColumn> all{{"state", narrow ? 300.0f : 330.0f}, {"source", 0}};
    if (!narrow) all.push_back({"kind", 300});
    if (!narrow) all.push_back({"serves", 520});
    all.push_back({"age", 150, false});
    all.push_back(
        {"lag, 10 min, to " + line_top_text(line_top_ms(board)), narrow ? 400.0f : 480.0f});
    if (!narrow) all.push_back({"sequence", 270, false});
    all.push_back({"gaps", 200, false});
    if (!narrow) all.push_back({"fetched", 180, false});
    all.push_back({"clock", 200, false});
    return all;
}

std::string serves_words(const Snapshot& board, const Source& source)
{
    if (source.location_ids.empty() || source.location_ids.size() == board.locations.size())
        return "all";
    std::string words;
    for (std::size_t i = 0; i < source.location_ids.size() && i < places_named; ++i) {
        const Location* place = find_location(board, source.location_ids[i]);
        words +=
            (words.empty() ? "" : ", ") + (place == nullptr ? source.location_ids[i] : place->name);
    }
    if (source.location_ids.size() > places_named)
        words += fmt::format(" and {} more", source.location_ids.size() - places_named);
    return words;
}

ListRow row_of(const HealthInput& in, const Ranked& one, bool narrow)
{
    const SourceCells cells = make_source_cells(in, one, line_top_ms(in.snapshot));
    ListRow row;
    row.id = one.source->id;
    row.standing = make_meaning(in, one).standing;
    row.quiet = row.standing == Standing::normal;
    row.cells = {cells.state, text_cell(one.source->id)};
    if (!narrow) row.cells.push_back(text_cell(one.source->kind, Tone::second));
    if (!narrow)
        row.cells.push_back(text_cell(serves_words(in.snapshot, *one.source), Tone::second));
    row.cells.push_back(cells.age);
    row.cells.push_back(cells.lag);
    if (!narrow) row.cells.push_back(cells.sequence);
    row.cells.push_back(cells.gaps);
    if (!narrow) row.cells.push_back(cells.fetched);
    row.cells.push_back(cells.clock);
    return row;
}

List list_of(const HealthInput& in, const State& state, const Knowledge& known, const Box& box,
             bool narrow)
{
    List list;
    list.box = box;
    list.columns = columns_of(in.snapshot, narrow);
    if (!in.snapshot.complete)
        list.empty = "not known yet: no answer from the collector";
    else if (!state.find.empty())
        list.empty = "nothing is found: Esc shows all";
    else
        list.empty = "no sources are configured";
    const auto shown = shown_on(state, known);
    fill_rows(
        list, shown->lists[0], shown->selected,
        [&](std::string_view id) { return ranked(in.snapshot, id); },
        [&](const Ranked& one) { return row_of(in, one, narrow); });
    return list;
}

void say(const Meaning& meaning, std::vector<PanelItem>& items)
{
    if (meaning.standing == Standing::normal) {
        items.emplace_back(Sentence{meaning.what.full, Tone::text, true});
        items.emplace_back(Sentence{meaning.means.full, Tone::second});
        return;
    }
    items.emplace_back(Remark{meaning.what.full, meaning.means.full, {}, meaning.standing});
}

std::vector<PanelItem> source_items(const HealthInput& in, const Ranked& one)
{
    const Source& source = *one.source;
    std::vector<PanelItem> items;
    items.emplace_back(Heading{{source.id, {}}, source.kind});
    say(make_meaning(in, one), items);
    // What it says itself is said besides what is worse.
    if (!source.trouble.empty() && one.trouble != Trouble::said)
        items.emplace_back(Sentence{"It says: " + source.trouble, Tone::text});
    const SourceCells cells = make_source_cells(in, one, line_top_ms(in.snapshot));
    const auto text = [](const Cell& cell) {
        return cell.badge ? cell.badge->figure + " " + cell.badge->word : cell.text;
    };
    items.emplace_back(Facts{{{"sequence", text(cells.sequence)},
                              {"gaps", text(cells.gaps)},
                              {"fetched again", text(cells.fetched)},
                              {"clock", text(cells.clock)}}});
    items.emplace_back(Pair{"serves", serves_words(in.snapshot, source)});
    return items;
}

std::vector<PanelItem> collector_items(const HealthInput& in)
{
    const Collector& collector = in.snapshot.collector;
    std::vector<PanelItem> items;
    if (!collector.said) {
        items.emplace_back(Heading{{"Journal", {}}, {}});
        items.emplace_back(Sentence{"not told by this collector", Tone::second});
        return items;
    }
    items.emplace_back(Sentence{"Chain head, to be compared by telephone", Tone::second});
    items.emplace_back(Heading{{chain_head_text(collector), {}}, {}});
    items.emplace_back(Facts{
        {{"journal position", count(collector.position)},
         {"written", said(collector.written_at) ? clock_text(collector.written_at, in.offset())
                                                : std::string{not_known}},
         {"room left", collector.room_left_bytes == 0 ? std::string{not_known}
                                                      : room_text(collector.room_left_bytes)},
         {"refused", count(collector.refused)}}});
    for (const Meaning& meaning : make_collector_meanings(in)) say(meaning, items);
    return items;
}

}  // namespace

PageParts make_health(const State& state, const Knowledge& known, const Moment& moment,
                      const Layout& layout)
{
    const HealthInput in{known.board, moment, layout, 0};
    const Places places = places_for(layout, true);
    const float left = places.main.x;
    const float width = places.panel.right() - left;
    const auto shown = shown_on(state, known);
    const auto rows = static_cast<float>(std::max<std::size_t>(1, shown->lists[0].ids.size()) +
                                         (shown->moved() > 0 ? 1 : 0));
    const float under = std::min(panels_wanted, panels_share * places.main.h);
    const Box list{left, places.main.y, width,
                   std::min(list_head + rows * list_pitch, places.main.h - desk_gap - under)};
    const float y = list.bottom() + desk_gap;
    const float half = (width - desk_gap) / 2;
    PageParts page;
    page.tiles_box = places.tiles;
    page.tiles = tiles_of(in, places.narrow);
    page.lists.push_back(list_of(in, state, known, list, places.narrow));
    page.beside = {.box = {left, y, half, places.main.bottom() - y}};
    page.beside.items = collector_items(in);
    page.panel.box = {left + half + desk_gap, y, half, places.main.bottom() - y};
    if (const auto one = ranked(known.board, row_selected(state, known)))
        page.panel.items = source_items(in, *one);
    return page;
}

}  // namespace wallboard::desk
