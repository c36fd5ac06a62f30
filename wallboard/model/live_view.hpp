#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wallboard/model/box.hpp"
#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/hero.hpp"
#include "wallboard/model/table.hpp"

namespace wallboard {

/// Who can answer at one location: squares, filled for who is on a call, and the number.
struct CoverageRow {
    Label name;
    bool unknown = false;
    StaffMarks marks;  ///< Up to five, all together.
    std::string figure;
    std::string words;  ///< "closed 17:00 EST", in place of squares and figure.
    Tone tone = Tone::text;
    std::optional<Badge> badge;
    std::string brief = {};    ///< In place of the words where they do not fit.
    std::string subject = {};  ///< The location's id.
};

struct Coverage {
    Box box;
    float pitch = 70;
    int columns = 1;
    std::string title;
    std::string legend;
    std::vector<CoverageRow> rows;
    std::string more;
};

/// The place of a row's line between the edges of the tile's text, `more` being the last one.
Box row_box(const Coverage& coverage, std::size_t row);
/// The same of the row of this location; without a size where it is not shown.
Box row_box(const Coverage& coverage, std::string_view subject);

constexpr float coverage_head = 53;

struct BigFigure {
    std::string figure;
    std::string label;
    Tone tone = Tone::text;
};

struct DayFigures {
    Box box;
    std::string title;
    Label subtitle;
    bool some_unknown = false;  ///< The subtitle is then marked with "?".
    std::vector<BigFigure> figures;
};

struct Unreturned {
    Box box;
    BigFigure open;
    std::optional<Badge> badge;
    std::optional<BigFigure> countdown;
};

/// The page Live, every word and place decided. A box without a size is not drawn.
struct LiveView {
    FrameView frame;
    Layout layout;
    Hero waiting;
    Hero answering;
    Table queues;  ///< Never re-sorted on the wall.
    Coverage coverage;
    DayFigures day;
    Unreturned unreturned;
    Footline footline;
};

LiveView make_live(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                   const PageChoice& choice, const Layout& layout);

}  // namespace wallboard
