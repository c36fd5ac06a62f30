#pragma once

#include "wallboard/model/desk/knowledge.hpp"

namespace wallboard::desk {

// A list is not ordered anew under the row that somebody looks at: the one with the selected row
// keeps its order until O is pressed, another page, location or search is looked at, the row goes,
// or nobody has touched the desk for a minute. Rows that go leave their places, new ones come at
// the end, and it is said how many would stand elsewhere.

/// `ordered` in the order of before. `moved` is the least number of rows that have to be taken out
/// and put elsewhere to get the order of `ordered`: one that rises from the end to the top is one,
/// although all others are a line lower then. n log n; n where `ordered` is as it was then.
ListRows merged(std::vector<std::string_view> ordered, const KeptList& before);

/// The rows of a page: those of the list with the selected row in the order that was kept, if it is
/// of what is looked at.
Shown in_kept_order(const State& state, const Knowledge& known, RowLists ordered);

/// Remembers the order in which the rows are shown, and says what is shown (as make_shown() would,
/// afterwards). To be called when rows, clock or state have changed; before all of the page's rows
/// were answered nothing is remembered. A message that was closed leaves the selection: the next to
/// be called is asked for, not the last.
Shown keep_order(State& state, const Knowledge& known);

/// O: the rows are ordered anew, and the same one stays selected.
void order_anew(State& state, const Knowledge& known);

}  // namespace wallboard::desk
