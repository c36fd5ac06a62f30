#include "wallboard/model/desk/departures.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/departure_lists.hpp"
#include "wallboard/model/desk/departure_proofs.hpp"
#include "wallboard/model/desk/departure_words.hpp"
#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/desk/panel_form.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

struct Sums {
    std::size_t red = 0, reopened = 0, unanswered = 0;
    std::string unanswered_at;  ///< The location, where they are all at one.
    std::uint64_t unanswered_open = 0;
    std::uint64_t open = 0;
    std::size_t overdue = 0;      ///< Of the open messages, as far as they are known.
    Instant first_due{};          ///< Of the others.
    std::string due_words;        ///< Its local time.
    std::size_t to_request = 0;   ///< Nobody has asked yet.
    std::size_t to_confirm = 0;   ///< By whoever sits here, now.
    std::size_t kept_back = 0;    ///< Would be, but for open messages.
    std::uint32_t red_after = 0;  ///< Workdays; 0: not said.
};

void add(const State& state, const Knowledge& known, const Departure& one, Sums& sums)
{
    sums.red += is_red(one) ? 1 : 0;
    sums.reopened += said(one.reopened_at) ? 1 : 0;
    sums.open += one.open_messages;
    if (lacks_cover(one, known.now)) {
        ++sums.unanswered;
        sums.unanswered_open += one.open_messages;
        const std::string place = place_label(known, one.location).full;
        sums.unanswered_at = sums.unanswered == 1 || sums.unanswered_at == place ? place : "";
    }
    if (one.requested_by.empty()) ++sums.to_request;
    Departure closed = one;
    closed.open_messages = 0;
    if (may_confirm(state, one))
        ++sums.to_confirm;
    else if (may_confirm(state, closed))
        ++sums.kept_back;
    if (one.open_messages == 0) return;
    for (const Message& message : known.rows.messages) {
        if (message.mailbox != one.mailbox || !message.is_open()) continue;
        if (message.has("OVERDUE")) {
            ++sums.overdue;
        } else if (!said(sums.first_due) || message.deadline < sums.first_due) {
            sums.first_due = message.deadline;
            sums.due_words = local_time(known, one.location, message.deadline);
        }
    }
}

Sums sums_of(const State& state, const Knowledge& known)
{
    Sums sums;
    for (const Departure& one : known.rows.departures)
        if (one.is_pending() && (state.location.empty() || one.location == state.location))
            add(state, known, one, sums);
    for (const Location& place : known.board.locations)
        sums.red_after = std::max(sums.red_after, place.departures.red_after_workdays);
    return sums;
}

std::string count(std::uint64_t n) { return count_text(static_cast<std::int64_t>(n)); }

std::string red_word(std::uint32_t red_after)
{
    return red_after == 0 ? "for too long" : "over " + counted(red_after, "workday", "workdays");
}

Tile red_tile(const Sums& sums)
{
    Tile tile{{red_word(sums.red_after), {}}, count(sums.red), {"still connected", {}}};
    tile.figures = {{"departed-red", {}}};
    if (sums.red > 0) tile.standing = Standing::action;
    if (sums.reopened > 0) tile.context = {count(sums.reopened) + " reopened", {}};
    return tile;
}

Tile nobody_tile(const Sums& sums)
{
    Tile tile{{"nobody answers", {}}, count(sums.unanswered), {}};
    tile.figures = {{"departed-unanswered", {}}};
    if (sums.unanswered == 0) return tile;
    tile.standing = Standing::warning;
    const std::string open = count(sums.unanswered_open) + " open";
    tile.context = {sums.unanswered_at.empty() ? open : sums.unanswered_at + ", " + open, open};
    return tile;
}

Tile open_tile(const Sums& sums)
{
    Tile tile{{"open messages", {}}, count(sums.open), {}};
    tile.figures = {{"departed-messages", {}}};
    if (said(sums.first_due)) tile.context = {"due " + sums.due_words, {}};
    if (sums.overdue == 0) return tile;
    tile.standing = Standing::action;
    tile.context = {count(sums.overdue) + " overdue", {}};
    return tile;
}

Tile mine_tile(const State& state, const Sums& sums)
{
    Tile tile{{"waiting for you", {}}, std::string{nothing_offered}, {}};
    if (state.me.manages()) {
        tile.figure = count(sums.to_confirm);
        tile.context = {"requested by others", {}};
        if (sums.to_confirm == 0 && sums.kept_back > 0)
            tile.context = {count(sums.kept_back) + " kept back by messages",
                            count(sums.kept_back) + " kept back"};
    } else if (state.me.supervises()) {
        tile.figure = count(sums.to_request);
        tile.context = {"to be requested", {}};
    } else {
        tile.context = {"your key records nothing here", "not by your key"};
    }
    return tile;
}

std::vector<Tile> tiles_of(const State& state, const Knowledge& known)
{
    const Sums sums = sums_of(state, known);
    if (known.rows.departures_known)
        return {red_tile(sums), nobody_tile(sums), open_tile(sums), mine_tile(state, sums)};
    std::vector<Tile> tiles;
    for (const std::string& word : {red_word(sums.red_after), std::string{"nobody answers"},
                                    std::string{"open messages"}, std::string{"waiting for you"}})
        tiles.push_back({{word, {}},
                         std::string{not_known},
                         {"not known, not zero", "not known"},
                         Standing::unknown});
    return tiles;
}

}  // namespace

PageParts make_departures(const State& state, const Knowledge& known, const Layout& layout)
{
    const Places places = places_for(layout, true);
    PageParts page;
    page.tiles_box = places.tiles;
    page.tiles = tiles_of(state, known);
    page.lists = departure_lists(state, known, places.main);
    if (state.form) {
        page.panel = form_panel(state, known, places.panel);
        return page;
    }
    page.panel.box = places.panel;
    if (const Departure* one = known.rows.departure(row_selected(state, known)))
        page.panel.items = proofs_of(state, known, *one);
    page.panel.buttons = deed_buttons(state, known);
    return page;
}

}  // namespace wallboard::desk
