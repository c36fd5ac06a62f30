#pragma once

#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/hero.hpp"
#include "wallboard/model/table.hpp"

namespace wallboard {

/// The page Team: how many are free, on a call, on a break and away, then the same by location with
/// the messages that wait for them. Counts only: no names, no ranking, and a break is nobody's
/// fault. A box without a size is not drawn.
struct TeamView {
    FrameView frame;
    Layout layout;
    Hero free;
    Hero on_call;
    Hero on_break;
    Hero away;
    Table table;  ///< In the board's order; in pages where not all rows fit.
    Footline footline;
};

TeamView make_team(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                   const PageChoice& choice, const Layout& layout);

}  // namespace wallboard
