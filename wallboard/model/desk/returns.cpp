#include "wallboard/model/desk/returns.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/closed_list.hpp"
#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/letters.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/desk/message_life.hpp"
#include "wallboard/model/desk/panel_form.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"
#include "wallboard/model/work.hpp"

namespace wallboard::desk {
namespace {

/// Why a row is where it is; the first that holds.
struct Need {
    Standing standing = Standing::normal;
    std::string word;
};

Need need_of(const Knowledge& known, const Message& message)
{
    const Location* place = find_location(known.board, message.location);
    if (message.has("OVERDUE")) return {Standing::action, "overdue"};
    if (message.has("PROMISE_MISSED")) return {Standing::warning, "promise missed"};
    if (said(message.promised_from) && message.promised_from <= known.now &&
        known.now < message.promised_to)
        return {Standing::warning, "promised now"};
    if (message.has("CALL_NOW")) return {Standing::warning, "call now"};
    if (place != nullptr && is_at_risk(*place, known.now) && message.deadline <= place->closes_at)
        return {Standing::warning, "at risk"};
    if (message.has("OWNER_DEPARTED")) return {Standing::warning, "owner left"};
    if (message.has("OWNER_ABSENT")) return {Standing::warning, "owner away"};
    if (message.has("CALLER_RANG_BACK")) return {Standing::normal, "rang back"};
    if (message.state == "DEFERRED") return {Standing::normal, "deferred"};
    if (message.state == "CARRIED") return {Standing::normal, "carried over"};
    return {Standing::normal, "open"};
}

std::size_t tries_of(const Message& message)
{
    return static_cast<std::size_t>(
        std::count_if(message.history.begin(), message.history.end(),
                      [](const HistoryStep& step) { return step.what == "attempted"; }));
}

std::string promise_words(const Knowledge& known, const Message& message)
{
    if (said(message.call_at))
        return "asked for " + local_time(known, message.location, message.call_at);
    if (!said(message.promised_from)) return std::string{nothing_offered};
    return local_clock(known, message.location, message.promised_from) + "\u2013" +
           local_clock(known, message.location, message.promised_to);
}

std::string state_words(const Message& message)
{
    return message.state == "NEW" ? "not heard" : lowered(message.state);
}

std::string caller_words(const State& state, const Message& message)
{
    for (const Unmasked& one : state.unmasked)
        if (one.message == message.id) return one.number;
    return message.caller;
}

std::vector<ListColumn> columns_of(bool narrow, bool many_places)
{
    std::vector<ListColumn> all{{"needs", 400}, {"left", 260}, {"person", 0}};
    if (many_places && !narrow) all.push_back({"location", 270});
    if (!narrow) all.push_back({"caller", 250});
    if (!narrow) all.push_back({"promise", 320});
    if (!narrow) all.push_back({"state", 230});
    if (!narrow) all.push_back({"tries", 90, false});
    all.push_back({"deadline", 300, false});
    return all;
}

ListRow row_of(const State& state, const Knowledge& known, const Message& message, bool narrow,
               bool many_places)
{
    const Need need = need_of(known, message);
    ListRow row;
    row.id = message.id;
    row.standing = need.standing;
    row.quiet = need.standing == Standing::normal;
    if (const Notice* pending = state.pending(message.id); pending != nullptr)
        row.cells.push_back(text_cell("pending \u2026", Tone::second));
    else if (need.standing == Standing::normal)
        row.cells.push_back(text_cell(need.word, Tone::second));
    else
        row.cells.push_back(badge_cell({need.standing, need.word, {}}));
    row.cells.push_back(text_cell(local_time(known, message.location, message.received_at)));
    Cell person = text_cell(owner_words(known.rows, message));
    if (!message.claimed_by.empty())
        person.unit = message.claimed_by == state.me.person
                        ? "claimed by you"
                        : known.rows.name_of(message.claimed_by) + " is calling";
    row.cells.push_back(person);
    if (many_places && !narrow)
        row.cells.push_back(text_cell(place_label(known, message.location).full, Tone::second));
    if (!narrow) {
        row.cells.push_back(text_cell(caller_words(state, message), Tone::second));
        row.cells.push_back(text_cell(promise_words(known, message)));
        row.cells.push_back(text_cell(state_words(message), Tone::second));
        row.cells.push_back(count_cell(tries_of(message)));
    }
    row.cells.push_back(text_cell(deadline_words(known, message.location, message.deadline)));
    return row;
}

List list_of(const State& state, const Knowledge& known, const Places& places, const Box& box)
{
    List list;
    list.box = box;
    const bool many_places = shows_many_places(state, known);
    list.columns = columns_of(places.narrow, many_places);
    const auto refused = known.rows.refused.find("messages");
    if (refused != known.rows.refused.end())
        list.empty = refused->second;
    else if (!known.rows.messages_known)
        list.empty = "not known yet: no answer from the collector";
    else if (!state.find.empty())
        list.empty = "nothing is found: Esc shows all";
    else
        list.empty = "no message is open";
    const auto shown = shown_on(state, known);
    fill_rows(
        list, shown->lists[0], shown->selected,
        [&](std::string_view id) { return known.rows.message(id); },
        [&](const Message& one) { return row_of(state, known, one, places.narrow, many_places); });
    return list;
}

struct Sums {
    std::size_t overdue = 0, due = 0, promises = 0, claimed = 0;
    Instant oldest{};
    Instant next_promise{};
};

Sums sums_of(const State& state, const Knowledge& known)
{
    Sums sums;
    const std::string chosen = location_chosen(state, known);
    const auto open = known.rows.open_sums();
    for (const OpenSum& one : *open) {
        if (!chosen.empty() && one.location != chosen) continue;
        sums.overdue += one.overdue;
        if (said(one.oldest) && (!said(sums.oldest) || one.oldest < sums.oldest))
            sums.oldest = one.oldest;
        if (const Location* place = find_location(known.board, one.location)) {
            const auto today = one.due.find(place->business_date);
            sums.due += today == one.due.end() ? 0 : today->second;
        }
        sums.claimed += one.claimed;
        const auto next = std::upper_bound(one.promises.begin(), one.promises.end(), known.now);
        sums.promises += static_cast<std::size_t>(one.promises.end() - next);
        if (next != one.promises.end() && (!said(sums.next_promise) || *next < sums.next_promise))
            sums.next_promise = *next;
    }
    return sums;
}

Tile close_tile(const Knowledge& known, const State& state)
{
    const Location* place = find_location(known.board, state.location);
    if (place == nullptr) place = home_of(known.board);
    Tile tile{{"to close", {}}, std::string{not_known}, {}, Standing::normal};
    if (place == nullptr) return tile;
    const auto left = time_left(*place, known.now);
    tile.figure = left ? countdown_text(*left) : std::string{nothing_offered};
    tile.figures = {{"time-to-close", place->id}};
    tile.context = {(left ? hour_minute_text(place->closes_at, place->utc_offset) : "closed") +
                        " " + place->zone_abbreviation,
                    {}};
    return tile;
}

std::vector<Tile> tiles_of(const State& state, const Knowledge& known)
{
    const auto count = [](std::size_t n) { return count_text(static_cast<std::int64_t>(n)); };
    if (!known.rows.messages_known)
        return {{{"overdue", {}},
                 std::string{not_known},
                 {"not known, not zero", {}},
                 Standing::unknown},
                close_tile(known, state)};
    const Sums sums = sums_of(state, known);
    const Location* home = home_of(known.board);
    const std::string chosen = location_chosen(state, known);
    const std::string zone_place = !chosen.empty() || home == nullptr ? chosen : home->id;
    Tile overdue{
        {"overdue", {}},
        count(sums.overdue),
        {sums.overdue == 0 ? "" : "oldest " + local_time(known, zone_place, sums.oldest), {}},
        sums.overdue == 0 ? Standing::normal : Standing::action};
    Tile due{{"due today", {}}, count(sums.due), {"not yet overdue", {}}, Standing::normal};
    // Staff are told of their own: the board's figures are their office's.
    if (!state.me.is_staff()) {
        overdue.figures = {{"overdue", {}}};
        due.figures = {{"due-today", {}}};
    }
    return {
        overdue,
        due,
        {{"next promise ends", {}},
         said(sums.next_promise) ? local_clock(known, zone_place, sums.next_promise)
                                 : std::string{nothing_offered},
         {sums.promises == 0 ? "" : counted(sums.promises, "message", "messages"), {}},
         Standing::normal},
        {{"being called", {}}, count(sums.claimed), {"claimed by somebody", {}}, Standing::normal},
        close_tile(known, state)};
}

}  // namespace

PageParts make_returns(const State& state, const Knowledge& known, const Layout& layout)
{
    const Places places = places_for(layout, true);
    PageParts page;
    page.tiles_box = places.tiles;
    page.tiles = tiles_of(state, known);
    if (known.rows.messages_known) {
        const auto shown = shown_on(state, known);
        const Box closed = closed_box(*shown, places);
        Box open = places.main;
        open.h = closed.y - desk_gap - open.y;
        page.lists.push_back(list_of(state, known, places, open));
        page.lists.push_back(closed_list(state, known, places, closed));
    } else {
        page.lists.push_back(list_of(state, known, places, places.main));
    }
    if (state.form) {
        page.panel = form_panel(state, known, places.panel);
        return page;
    }
    page.panel.box = places.panel;
    if (const Message* message = known.rows.message(row_selected(state, known)))
        page.panel.items = life_of(state, known, *message);
    page.panel.buttons = deed_buttons(state, known);
    return page;
}

}  // namespace wallboard::desk
