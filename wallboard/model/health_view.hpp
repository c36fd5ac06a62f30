#pragma once

#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/hero.hpp"
#include "wallboard/model/table.hpp"

namespace wallboard {

/// One thing that is not as it should be, and what follows from it.
struct Meaning {
    Standing standing = Standing::normal;
    Label what;   ///< "pbx-mill is silent since 14:30:58"
    Label means;  ///< "Mill Street is not known; if so at 17:00, its day is UNKNOWN"
};

struct Meanings {
    Box box;
    std::vector<Meaning> shown;
    std::string counter;  ///< "2 of 3"; empty if all are shown.
};

/// The collector's record, as it would be compared by telephone.
struct Record {
    Box box;
    struct Line {
        std::string name;
        std::string value;
    };
    std::vector<Line> lines;
};

/// The page Health: who is heard, what is missing, and what that means now.
struct HealthView {
    FrameView frame;
    Layout layout;
    Hero sources;
    Hero journal;
    Table table;  ///< In the board's order as long as all rows fit; else worst first, in pages.
    Meanings meanings;
    Record record;
    Footline footline;
};

HealthView make_health(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                       const PageChoice& choice, const Layout& layout);

}  // namespace wallboard
