#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wallboard/model/box.hpp"
#include "wallboard/model/frame_view.hpp"

namespace wallboard {

/// One figure of a hero tile with two lines at its right: 3:24 | Payments / over 3:00.
struct HeroFigure {
    std::string figure;
    Tone tone = Tone::text;
    Label subject;
    Mark trend = Mark::none;
    std::string context;
};

/// A question and its answer, in a fixed place: a tile in alarm turns red and stays where it is.
struct Hero {
    Box box;
    Standing standing = Standing::normal;
    bool outlined = false;       ///< The blink: outline in place of the fill.
    bool compact = false;        ///< No room for the word above the figure.
    Label word;                  ///< "NO OPERATOR", or quietly "can answer now".
    std::optional<Badge> badge;  ///< Amber or not known: beside the word.
    std::vector<HeroFigure> figures;
    std::vector<std::uint32_t> spark;  ///< By minute, oldest first; empty: dropped.
    std::string spark_title;
    bool figure_right = false;  ///< The two lines stand at the tile's right edge.
};

struct Column {
    std::string title;
    float width = 0;  ///< 0: the rest of the width.
    bool left = false;
};

struct Cell {
    std::string text;
    std::string unit;
    Tone tone = Tone::text;
    std::optional<Badge> badge;
};

struct TableRow {
    Label name;
    bool unknown = false;  ///< Hatched.
    std::vector<Cell> cells;
};

struct QueueTable {
    Box box;
    float pitch = 53;
    bool has_head = true;
    std::vector<Column> columns;  ///< The first is the name.
    std::vector<TableRow> rows;   ///< Never re-sorted on the wall.
    std::string more;             ///< "5 more, none waiting"; empty if all are shown.
};

/// Who can answer at one location: squares, filled for who is on a call, and the number.
struct CoverageRow {
    Label name;
    bool unknown = false;
    int on_call = 0;
    int free = 0;  ///< Squares are drawn up to five, on call and free together.
    std::string figure;
    std::string words;  ///< "closed 17:00 EST", in place of squares and figure.
    Tone tone = Tone::text;
    std::optional<Badge> badge;
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
    QueueTable queues;
    Coverage coverage;
    DayFigures day;
    Unreturned unreturned;
    Box footline;
    std::string footline_left;  ///< Upright only: what the header has no room for.
    std::string footline_right;
};

LiveView make_live(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                   const PageChoice& choice, const Layout& layout);

}  // namespace wallboard
