#pragma once

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"

namespace wallboard::desk {

/// Which of `ids` a list in a box of this height shows: the page of rows that holds the selected
/// one. A last line is kept free where more has to be said: not all have room, or some have moved
/// (`list.moved`).
struct Window {
    std::size_t first = 0;
    std::size_t count = 0;
};
Window window_of(const List& list, const std::vector<std::string_view>& ids,
                 std::string_view selected);

/// Sets which row is selected; says which rows these are where not all are shown, and how many
/// would stand elsewhere.
void finish(List& list, const Window& window, std::size_t all, const std::string& selected);

/// Fills a list, whose box and heads are there, with the rows that have room, the selected one
/// among them. `find` gives what an id stands for, or nothing; `row_of` its row.
template <class Find, class RowOf>
void fill_rows(List& list, const ListRows& rows, const std::string& selected, Find find,
               RowOf row_of)
{
    list.moved = rows.moved;
    const Window window = window_of(list, rows.ids, selected);
    for (std::size_t i = window.first; i < window.first + window.count; ++i)
        if (const auto one = find(rows.ids[i])) list.rows.push_back(row_of(*one));
    finish(list, window, rows.ids.size(), selected);
}

/// Whether rows of several locations stand together, so that each says of which it is.
bool shows_many_places(const State& state, const Knowledge& known);

/// "11:02", "Mon 15:42", "13 Nov 15:42" in the zone of a location.
std::string local_time(const Knowledge& known, const std::string& location, Instant at);
/// "17:00"
std::string local_clock(const Knowledge& known, const std::string& location, Instant at);
/// "28 min left", "23 h 31 late", "Wed 17:00" when it is on another day.
std::string deadline_words(const Knowledge& known, const std::string& location, Instant deadline);

/// Short name of a location, else its id.
Label place_label(const Knowledge& known, const std::string& location);

}  // namespace wallboard::desk
