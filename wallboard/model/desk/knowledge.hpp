#pragma once

#include <string>
#include <string_view>

#include "wallboard/model/alarms.hpp"
#include "wallboard/model/desk/rows.hpp"
#include "wallboard/model/desk/state.hpp"
#include "wallboard/model/desk/zones.hpp"

namespace wallboard::desk {

/// SHA-256 of a text, 64 hex digits: the model signs texts and links no cryptography.
using TextHash = std::string (*)(std::string_view text);

/// What is known when somebody presses a key, all of one moment.
struct Knowledge {
    const Rows& rows;
    const Snapshot& board;
    Instant now{};
    const Alarms* alarms = nullptr;  ///< Null: none are known.
    Zones zones = {};
};

/// Whether a page shows one location, never all.
bool is_of_one_location(Page page);

/// The location that was chosen; empty: all, also where the board no longer has it, for rows must
/// not hide behind a place that nobody sees.
std::string location_chosen(const State& state, const Knowledge& known);

/// The location that a page of one location shows: the one that was chosen, else the first whose
/// day waits for a signature, else the first. Empty without locations.
std::string location_shown(const State& state, const Knowledge& known);

/// The board, of the location that was chosen only; all of it where none was.
Snapshot board_shown(const State& state, const Knowledge& known);

/// Ids of the rows of the page in the order they are shown, after the choice of location and what
/// is searched for; at most 10 000.
std::vector<std::string> rows_shown(const State& state, const Knowledge& known);

/// The row that is selected, if it is still shown; else the first; empty without rows.
std::string row_selected(const State& state, const Knowledge& known);

}  // namespace wallboard::desk
