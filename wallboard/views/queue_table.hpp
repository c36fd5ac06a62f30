#pragma once

#include "wallboard/model/live_view.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// Queues in their fixed order, one row each; figures right-aligned, badges in place.
void draw_queue_table(Canvas& canvas, const QueueTable& table);

/// The ground of a row that is not known.
void draw_unknown_row(Canvas& canvas, const Box& row);

}  // namespace wallboard
