#pragma once

#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/hero.hpp"
#include "wallboard/model/table.hpp"

namespace wallboard {

/// The page Returns: what is overdue, what is due today, how long until close; then by location who
/// needs help now. Counts only: no names, no numbers. A box without a size is not drawn.
struct ReturnsView {
    FrameView frame;
    Layout layout;
    Hero overdue;
    Hero due;
    Hero close;
    Table work;   ///< Upright: work against the time left, under the table.
    Table table;  ///< In the board's order as long as all rows fit; else worst first, in pages.
    Footline footline;
};

ReturnsView make_returns(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                         const PageChoice& choice, const Layout& layout);

}  // namespace wallboard
