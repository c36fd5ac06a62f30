#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wallboard/model/box.hpp"
#include "wallboard/model/table.hpp"
#include "wallboard/model/ticks.hpp"
#include "wallboard/model/view_words.hpp"

namespace wallboard {

/// Places in a plot are shares of its field: x from the left, y from the foot.
struct PlotPoint {
    float x = 0;
    float y = 0;
};

/// What was not seen: hatched from foot to top. `question`: it is wide enough for its "?".
struct PlotGap {
    float from = 0;
    float to = 0;
    bool question = true;
};

struct PlotNow {
    float at = 0;
    std::string text;   ///< "now 14:07"; empty where figures stand.
    bool left = false;  ///< The text stands left of the line, where there is no room at the right.
    float foot = 0;     ///< The line ends here: what is counted now stands under it.
};

/// A dotted line from side to side, with its word above it at the right.
struct PlotThreshold {
    float at = 0;
    std::string text;
};

/// What all plots have: the axes, and what lies under and over the figures.
struct PlotFrame {
    Box field;  ///< Where the figures stand; numbers of the axes are around it.
    std::vector<Tick> up;
    std::vector<Tick> along;
    std::vector<PlotGap> gaps;
    std::optional<PlotNow> now;
    std::optional<PlotThreshold> threshold;
    Label words;  ///< Why there are no figures: "no calls yet". Empty where there are.
};

/// Heights of what stands on one another, as shares of the field.
struct Bar {
    float from = 0;
    float to = 0;
    float answered = 0;
    float abandoned = 0;
    float waiting = 0;  ///< In outline.
};

/// A line from point to point, broken where nothing is known.
struct LinePlot {
    std::vector<std::vector<PlotPoint>> pieces;
    std::optional<PlotPoint> last;  ///< A dot where the line is now.
};

/// The same, filled to the foot; and what was promised, dashed.
struct AreaPlot {
    LinePlot line;
    std::optional<PlotPoint> promise;  ///< The dashed line ends here.
    std::string promise_text;          ///< Empty where it has no room.
};

struct HeatCell {
    enum class State { blank, filled, unseen, ahead };
    State state = State::blank;
    float heat = 0;  ///< 0..1
    Mark mark = Mark::none;
};

struct HeatRow {
    std::string name;
    bool today = false;
    std::string words;  ///< "no data", in place of cells.
    std::vector<HeatCell> cells;
    std::vector<PlotGap> questions;  ///< Where a "?" stands on cells that were not seen.
};

struct HeatMap {
    std::vector<HeatRow> rows;
};

/// What a colour or mark stands for.
struct LegendEntry {
    enum class Swatch { answered, abandoned, waiting, heat, amber, red };
    Swatch swatch = Swatch::answered;
    Label label;
};

/// The numbers of a plot as a table shows them; the first column names the row.
struct PlotNumbers {
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows;
};

/// Field, head and numbers of one plot; a box without a size is not drawn.
struct PlotTile {
    Box box;
    Standing standing = Standing::normal;
    Label title;  ///< With the unit.
    std::vector<LegendEntry> legend;
    std::string figure;          ///< "23 now"; at the right.
    std::optional<Badge> badge;  ///< In its place.
    PlotFrame frame;
    PlotNumbers numbers;
    std::optional<Table> table;  ///< The same numbers, shown in place of the picture.
};

}  // namespace wallboard
