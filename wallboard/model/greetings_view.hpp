#pragma once

#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/hero.hpp"
#include "wallboard/model/table.hpp"

namespace wallboard {

/// The page Greetings and scripts: where callers are led astray, how many greetings are to be
/// changed, how many telephones have the required message; then by location, and by kind of fault,
/// so that somebody can mend all of one kind. Counts only. A box without a size is not drawn.
struct GreetingsView {
    FrameView frame;
    Layout layout;
    Hero routes;
    Hero greetings;
    Hero messages;
    Table table;  ///< In the board's order as long as all rows fit; else worst first, in pages.
    Table kinds;
    Footline footline;
};

GreetingsView make_greetings(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                             const PageChoice& choice, const Layout& layout);

}  // namespace wallboard
