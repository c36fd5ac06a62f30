#include "wallboard/model/desk/team.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/desk/panel_form.hpp"
#include "wallboard/model/desk/team_person.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

/// Title, heads, and so many rows or the line that says which.
constexpr float list_of(std::size_t rows)
{
    return 2 * list_head + list_pitch * static_cast<float>(rows);
}
constexpr std::size_t others_least = 3;

struct Input {
    const State& state;
    const Knowledge& known;
    std::string place;
    std::vector<OperatorRow> operators;  ///< All, whatever is searched for.
    Lent<Shown> shown;
    bool narrow;

    const OperatorRow* find(std::string_view id) const
    {
        const auto at = std::find_if(operators.begin(), operators.end(),
                                     [&](const OperatorRow& one) { return one.id == id; });
        return at == operators.end() ? nullptr : &*at;
    }
    const ListRows& operator_rows() const { return shown->lists[0]; }
    const ListRows& other_rows() const { return shown->lists[1]; }
    const std::string& selected() const { return shown->selected; }
    bool operators_known() const { return known.rows.operators.count(place) > 0; }
};

Cell name_cell(const Input& in, std::string_view id, const std::string& name)
{
    Cell cell = text_cell(name);
    if (in.state.pending(id) != nullptr) cell.unit = "pending \u2026";
    return cell;
}

Cell trained_cell(const OperatorRow& row)
{
    if (row.person.empty()) return nothing_cell();
    if (!row.counted) return unknown_cell();
    return row.today.trained_on.empty() ? badge_cell({Standing::warning, "not recorded", {}})
                                        : text_cell(row.today.trained_on, Tone::second);
}

Cell open_cell(const Input& in, const std::string& person)
{
    return text_cell(open_text(open_of(in.known.rows, person)));
}

std::vector<ListColumn> operator_columns(bool narrow)
{
    if (narrow)
        return {{"operator", 0}, {"now", 290}, {"trained on", 310}, {"answered", 180, false}};
    return {{"operator", 0},         {"now", 290},
            {"seen by", 370},        {"trained on", 310},
            {"offered", 150, false}, {"answered", 190, false},
            {"missed", 150, false},  {"longest ring", 230, false},
            {"paused", 170, false},  {"open", 100, false}};
}

ListRow operator_row(const Input& in, const OperatorRow& row)
{
    const AwayWords away = away_words(in.known, in.place, row.person);
    const NowWords now = now_words(row.now);
    ListRow line;
    line.id = row.id;
    if (away.no_cover) line.standing = Standing::warning;
    line.quiet = false;
    Cell name = name_cell(in, row.id, row.name);
    if (name.unit.empty() && row.person.empty()) name.unit = "nobody's telephone";
    if (name.unit.empty() && away.away)
        name.unit = away.no_cover ? away.until + ", NO COVER" : away.until;
    if (const PlannedWords planned = planned_words(in.known, in.place, row.person);
        name.unit.empty() && !planned.from.empty())
        name.unit = "away from " + planned.from;
    line.cells.push_back(name);
    Cell state = text_cell(now.state);
    state.mark = now.mark;
    line.cells.push_back(state);
    if (!in.narrow) {
        const bool weak = row.now && row.now->evidence == "telephone_on";
        Cell seen = text_cell(weak ? "telephone on" : now.evidence, Tone::second);
        if (weak) seen.unit = "presence not known";
        line.cells.push_back(seen);
    }
    line.cells.push_back(trained_cell(row));
    const auto figure = [&](std::uint64_t n) {
        return row.counted ? count_cell(n) : unknown_cell();
    };
    const auto span = [&](Micros d) {
        return row.counted ? text_cell(duration_text(d), Tone::second) : unknown_cell();
    };
    if (!in.narrow) line.cells.push_back(figure(row.today.offered));
    line.cells.push_back(figure(row.today.answered));
    if (in.narrow) return line;
    line.cells.push_back(figure(row.today.missed));
    line.cells.push_back(span(row.today.longest_ring));
    line.cells.push_back(span(row.today.paused));
    line.cells.push_back(row.person.empty() ? nothing_cell() : open_cell(in, row.person));
    return line;
}

std::vector<ListColumn> other_columns(bool narrow)
{
    if (narrow)
        return {{"person", 0}, {"absence", 370}, {"who answers", 420}, {"open", 100, false}};
    return {{"person", 0},
            {"absence", 480},
            {"who answers", 560},
            {"open messages", 300, false},
            {"supervisor", 560}};
}

ListRow other_row(const Input& in, const Person& person)
{
    const AwayWords away = away_words(in.known, in.place, person.id);
    ListRow line;
    line.id = person.id;
    if (away.no_cover || lacks_supervisor(person)) line.standing = Standing::warning;
    line.quiet = line.standing == Standing::normal;
    line.cells.push_back(name_cell(in, person.id, person.name.empty() ? person.id : person.name));
    const PlannedWords planned = planned_words(in.known, in.place, person.id);
    const bool is_planned = !planned.from.empty();
    line.cells.push_back(
        away.away    ? text_cell(away.until, Tone::second)
        : is_planned ? text_cell("from " + (in.narrow ? planned.day : planned.from), Tone::third)
                     : text_cell(std::string{nothing_offered}, Tone::third));
    if (away.no_cover)
        line.cells.push_back(badge_cell({Standing::warning, "NO COVER", {}}));
    else
        line.cells.push_back(away.away    ? text_cell(away.cover, Tone::second)
                             : is_planned ? text_cell(planned.cover, Tone::third)
                                          : text_cell(std::string{nothing_offered}, Tone::third));
    line.cells.push_back(open_cell(in, person.id));
    if (in.narrow) return line;
    line.cells.push_back(
        lacks_supervisor(person)
            ? badge_cell({Standing::warning, "no supervisor", {}})
            : text_cell(person_words(in.known.rows, person.supervisor), Tone::second));
    return line;
}

/// Why there are no rows.
std::string empty_words(const Input& in, const char* question, bool known, const char* none)
{
    const auto refused = in.known.rows.refused.find(std::string{question} + " " + in.place);
    if (refused != in.known.rows.refused.end()) return refused->second;
    if (!known) return "not known yet: no answer from the collector";
    return in.state.find.empty() ? none : "nothing is found: Esc shows all";
}

List operators_list(const Input& in, const Box& box)
{
    List list;
    list.box = box;
    list.title = "Operators";
    list.aside = in.narrow ? "by name" : "by name: nobody is ranked";
    list.columns = operator_columns(in.narrow);
    list.empty = empty_words(in, "operators", in.operators_known(),
                             "no telephone is rung for the calls of this location");
    fill_rows(
        list, in.operator_rows(), in.selected(), [&](std::string_view id) { return in.find(id); },
        [&](const OperatorRow& one) { return operator_row(in, one); });
    return list;
}

List others_list(const Input& in, const Box& box)
{
    List list;
    list.box = box;
    list.title = "Everybody else";
    list.columns = other_columns(in.narrow);
    list.empty = empty_words(in, "staff", in.known.rows.people_known.count(in.place) > 0,
                             "nobody else works here");
    fill_rows(
        list, in.other_rows(), in.selected(),
        [&](std::string_view id) { return in.known.rows.person_at(in.place, id); },
        [&](const Person& one) { return other_row(in, one); });
    return list;
}

struct Sums {
    std::size_t on_call = 0, free = 0, weak = 0, paused = 0, off = 0, untrained = 0;
    bool counted = false;
};

Sums sums_of(const Input& in)
{
    Sums sums;
    for (const OperatorRow& one : in.operators) {
        sums.counted = sums.counted || one.counted;
        if (one.counted && !one.person.empty() && one.today.trained_on.empty()) ++sums.untrained;
        if (!one.now) continue;
        if (one.now->on_call)
            ++sums.on_call;
        else if (one.now->state == "ready")
            ++sums.free;
        else
            ++(one.now->state == "paused" ? sums.paused : sums.off);
        if (one.now->evidence == "telephone_on" && !one.now->on_call && one.now->state == "ready")
            ++sums.weak;
    }
    return sums;
}

Tile count_tile(Label word, std::size_t n, std::string context, Standing standing)
{
    return {std::move(word),
            count_text(static_cast<std::int64_t>(n)),
            {std::move(context), {}},
            standing};
}

Tile unknown_tile(Label word)
{
    return {std::move(word), std::string{not_known}, {}, Standing::unknown};
}

/// Nobody can answer within business hours: told as on the wall.
Tile free_tile(const Input& in, const Sums& sums)
{
    const std::string weak =
        sums.weak > 0 ? fmt::format("{} {}", sums.weak, in.narrow ? "weak" : "by telephone only")
        : in.narrow   ? ""
                      : "can take a call";
    Tile tile = count_tile({"free", {}}, sums.free, weak, Standing::normal);
    const Location* place = find_location(in.known.board, in.place);
    if (place == nullptr || !is_without_operator(*place)) return tile;
    tile.standing =
        operator_level(*place, in.known.now) == Level::red ? Standing::action : Standing::warning;
    tile.word = {"NO OPERATOR", {}};
    tile.context = {said(place->no_operator_since)
                        ? "since " + local_clock(in.known, in.place, place->no_operator_since)
                        : std::string{},
                    {}};
    return tile;
}

Tile away_tile(const Input& in)
{
    std::set<std::string> away;
    std::size_t no_cover = 0;
    for (const Absent& one : in.known.rows.standards_at(in.place)->absent) {
        away.insert(one.person);
        if (one.no_cover) ++no_cover;
    }
    for (const Person& one : in.known.rows.people)
        if (one.location == in.place && one.is_away && !one.has_left) away.insert(one.id);
    return count_tile({"away", {}}, away.size(),
                      no_cover > 0                ? fmt::format("{} NO COVER", no_cover)
                      : away.empty() || in.narrow ? ""
                                                  : "covered, or nothing open",
                      no_cover > 0 ? Standing::warning : Standing::normal);
}

std::vector<Tile> tiles_of(const Input& in)
{
    const Sums sums = sums_of(in);
    std::vector<Tile> all;
    if (in.operators_known()) {
        all = {free_tile(in, sums),
               count_tile({"on a call", {}}, sums.on_call,
                          fmt::format("of {}", in.operators.size()), Standing::normal),
               count_tile({"on a break", {}}, sums.paused,
                          sums.off > 0 ? fmt::format("{} unreachable", sums.off) : "",
                          Standing::normal)};
        all[0].figures = {{"operators-free", in.place}};
        all[1].figures = {{"operators-on-call", in.place}};
        all[2].figures = {{"operators-on-break", in.place}, {"operators-off", in.place}};
    } else {
        all = {unknown_tile({"free", {}}), unknown_tile({"on a call", {}}),
               unknown_tile({"on a break", {}})};
    }
    const Label training{"training not recorded", "no training"};
    if (in.known.rows.standards_at(in.place) == nullptr) {
        all.push_back(unknown_tile({"away", {}}));
        all.push_back(unknown_tile(training));
        return all;
    }
    all.push_back(away_tile(in));
    all.back().figures = {{"away", in.place}, {"no-cover", in.place}};
    all.push_back(count_tile(training, sums.untrained, "operators",
                             sums.untrained > 0 ? Standing::warning : Standing::normal));
    return all;
}

/// Operators have what they need, as long as some of the others are seen too.
void place_lists(const Input& in, const Box& box, PageParts& page)
{
    const auto lines = [](const ListRows& rows) {
        return std::max<std::size_t>(1, rows.ids.size()) + (rows.moved > 0 ? 1 : 0);
    };
    const std::size_t operators = lines(in.operator_rows());
    const float rest = list_of(std::min(others_least, lines(in.other_rows())));
    const float first = std::min(list_of(operators), std::max(box.h / 2, box.h - desk_gap - rest));
    page.lists.push_back(operators_list(in, {box.x, box.y, box.w, first}));
    const float y = box.y + first + desk_gap;
    page.lists.push_back(others_list(in, {box.x, y, box.w, box.bottom() - y}));
}

}  // namespace

PageParts make_team(const State& state, const Knowledge& known, const Layout& layout)
{
    const Places places = places_for(layout, true);
    const std::string place = location_shown(state, known);
    const Input in{
        state,        known, place, operators_at(known.rows, place), shown_on(state, known),
        places.narrow};
    PageParts page;
    page.tiles_box = places.tiles;
    page.tiles = tiles_of(in);
    place_lists(in, places.main, page);
    if (state.form) {
        page.panel = form_panel(state, known, places.panel);
        return page;
    }
    page.panel.box = places.panel;
    if (!in.selected().empty())
        page.panel.items = person_items(known, place, in.selected(), in.find(in.selected()));
    page.panel.buttons = deed_buttons(state, known);
    return page;
}

}  // namespace wallboard::desk
