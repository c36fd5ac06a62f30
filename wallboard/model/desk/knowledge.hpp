#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wallboard/model/alarms.hpp"
#include "wallboard/model/desk/lent.hpp"
#include "wallboard/model/desk/rows.hpp"
#include "wallboard/model/desk/state.hpp"
#include "wallboard/model/desk/zones.hpp"

namespace wallboard::desk {

/// SHA-256 of a text, 64 hex digits: the model signs texts and links no cryptography.
using TextHash = std::string (*)(std::string_view text);

/// The rows of one list of a page, from top to bottom. Ids are those of the rows, and valid as long
/// as they: with ten thousand of them nothing is copied.
struct ListRows {
    std::vector<std::string_view> ids;
    std::size_t moved = 0;  ///< So many would stand elsewhere if the list were ordered now.
    std::vector<std::uint32_t> places = {};  ///< Where each of them would stand then; empty: there.
};

/// Ids of the rows of a page's lists; most pages have one.
using RowLists = std::array<std::vector<std::string_view>, 2>;

/// What a page shows of its rows. One selection goes through both lists.
struct Shown {
    std::array<ListRows, 2> lists;
    std::string selected;  ///< Empty: there are no rows.

    std::size_t moved() const { return lists[0].moved + lists[1].moved; }
};

/// What is known when somebody presses a key, all of one moment.
struct Knowledge {
    const Rows& rows;
    const Snapshot& board;
    Instant now{};
    const Alarms* alarms = nullptr;  ///< Null: none are known.
    Zones zones = {};
    const Shown* shown = nullptr;  ///< As make_shown() said of this state; null: not asked yet.
};

/// Whether a page shows one location, never all.
bool is_of_one_location(Page page);

/// The location that was chosen; empty: all, also where the board no longer has it, for rows must
/// not hide behind a place that nobody sees.
std::string location_chosen(const State& state, const Knowledge& known);

/// The location that a page of one location shows: the one that was chosen; else at the end of the
/// day the first whose day waits for a signature; else the first of the board. Greetings and Team
/// do not look for what is wrong: the place would change under somebody's eyes, and the mark beside
/// the page's name says that something is. Empty without locations.
std::string location_shown(const State& state, const Knowledge& known);

/// The board, of the location that was chosen only; all of it where none was.
Lent<Snapshot> board_shown(const State& state, const Knowledge& known);

/// Ids of the rows of the page as they are ordered now, after the choice of location and what is
/// searched for; at most rows_max.
RowLists rows_ordered(const State& state, const Knowledge& known);

/// The same in the order they are shown: as before, as long as the selected row is among them
/// (row_order.hpp). Selected is the one that was chosen, if it is still there; else the first.
Shown make_shown(const State& state, const Knowledge& known);

/// What a page shows, as `known` has it; where it was not asked yet it is made here.
Lent<Shown> shown_on(const State& state, const Knowledge& known);

/// The rows of both lists.
std::vector<std::string_view> rows_shown(const State& state, const Knowledge& known);

/// The row that is selected; empty without rows.
std::string row_selected(const State& state, const Knowledge& known);

}  // namespace wallboard::desk
