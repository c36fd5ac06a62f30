#pragma once

#include "wallboard/model/table.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Head, rows and foot line; figures right-aligned, words left, badges in place.
void draw_table(Canvas& canvas, const Table& table);

/// The ground of a row that is not known.
void draw_unknown_row(Canvas& canvas, const Box& row);

}  // namespace wallboard
