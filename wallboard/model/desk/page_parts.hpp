#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "wallboard/model/box.hpp"
#include "wallboard/model/desk/press.hpp"
#include "wallboard/model/explain/figure_ref.hpp"
#include "wallboard/model/key_hint.hpp"
#include "wallboard/model/table.hpp"
#include "wallboard/model/trends_view.hpp"
#include "wallboard/model/view_words.hpp"

namespace wallboard::desk {

// What pages of the desk are made of. Lengths are in u, as on the wall; at a desk one u is about
// 0.38 pixel (24", from 0.7 m), so that type has 16 pixels.

/// A figure at the top: word and mark, figure, what it is about.
struct Tile {
    Label word;
    std::string figure;
    Label context;
    Standing standing = Standing::normal;
    std::optional<Badge> badge = std::nullopt;  ///< In place of the mark: "? 1 queue not known".
    std::vector<FigureRef> figures = {};        ///< That it shows, the largest first.
};

struct ListColumn {
    std::string title;
    float width = 0;  ///< 0: shares what is left.
    bool left = true;
};

/// A proof: yes is filled, no a ring, not known hatched.
enum class Lamp { no, yes, unknown };

struct ListRow {
    std::string id;
    Standing standing = Standing::normal;  ///< A bar at the left; unknown: hatched.
    bool quiet = false;                    ///< Needs nobody now.
    bool is_said = false;                  ///< A person's word: a speech bubble before the row.
    std::vector<Cell> cells;               ///< What they show is of the thing with this id.
    std::vector<Lamp> lamps;               ///< In the columns after the cells, one each.
    std::optional<Touch> touch = std::nullopt;  ///< What a click means; else it selects the row.
};

/// What a lamp means, for the legend.
struct LampWord {
    Lamp lamp = Lamp::no;
    std::string word;
};

/// Rows that somebody walks through; the one that is selected is always among those shown.
struct List {
    Box box;
    std::string title;  ///< Over the heads; empty: none.
    std::string aside;
    std::vector<ListColumn> columns;
    std::vector<ListRow> rows;
    std::optional<std::size_t> selected;  ///< Index into `rows`.
    std::string empty;                    ///< Said when there are no rows.
    std::size_t moved = 0;                ///< Of all its rows: would stand elsewhere now.
    std::string more;  ///< "rows 11 to 20 of 212"; empty: all are shown, and in order.
    std::optional<Touch> more_touch = std::nullopt;  ///< What a click on that line means.
    std::vector<LampWord> legend;                    ///< In a line under the rows; empty: none.
    bool is_brief = false;  ///< No heads; which rows these are is said beside the title.
};

// Items of the panel at the right, from top to bottom.
struct Heading {
    Label text;
    std::string aside;
};
struct Facts {  ///< Small titles over values, beside one another.
    struct Fact {
        std::string title;
        std::string value;
    };
    std::vector<Fact> facts;
};
struct Pair {  ///< A title and its value in one line.
    std::string title;
    std::string value;
};
struct Sentence {  ///< As many lines as it needs.
    std::string text;
    Tone tone = Tone::text;
    bool strong = false;
};
struct Remark {  ///< A field of its own: "Claimed by you until 16:46".
    std::string text;
    std::string detail;
    std::string figure;
    Standing standing = Standing::normal;
};
struct LifeStep {  ///< One step of a message.
    std::string when;
    std::string what;
    std::string detail;
    bool past = true;
};
struct Proof {  ///< A lamp, what it is about, what is known.
    Lamp lamp = Lamp::no;
    std::string title;
    std::string text;
    std::string detail;
};
struct Entry {  ///< A field of a form.
    std::string title;
    std::string text;       ///< Dots for a passphrase.
    std::size_t caret = 0;  ///< In bytes of `text`.
    bool active = false;
    std::string hint;
    std::vector<std::string> choices;  ///< Of a choice, in place of the text.
    std::size_t chosen = 0;
    std::size_t at = 0;  ///< For a click.
};
struct Rule {};

using PanelItem =
    std::variant<Heading, Facts, Pair, Sentence, Remark, LifeStep, Proof, Entry, Rule>;

struct Button {
    KeyHint hint;  ///< `armed`: the one that records, or the usual one.
    Touch touch;
};

/// What is known of the selected row, or what will be recorded.
struct Panel {
    Box box;
    bool focus = false;  ///< Framed blue: keys go to it.
    std::vector<PanelItem> items;
    std::vector<Button> buttons;  ///< At its foot, two in a line.
};

/// One condition of the day with its evidence.
struct Check {
    Standing standing = Standing::normal;
    Mark mark = Mark::none;
    Label title;
    Label detail;
    std::optional<Badge> badge;
    std::string figure;
    std::vector<FigureRef> figures = {};
};
struct Checklist {
    Box box;
    std::string title;
    std::vector<Check> checks;
};

/// How the day stands, before the checklist.
struct DayHead {
    Box box;
    Standing standing = Standing::unknown;
    bool is_clear = false;  ///< Ring with tick; else, if normal, the number in quiet.
    std::string number;     ///< Of violations, or of what is still to return.
    std::string word;
    Label sentence;
    std::string figure;  ///< "48:27"
    std::string figure_title;
    std::vector<FigureRef> figures = {};
};

/// A page of the desk. What is not there is not drawn.
struct PageParts {
    std::vector<Tile> tiles;
    Box tiles_box;
    std::optional<DayHead> day;
    std::optional<Checklist> checklist;
    std::vector<List> lists;
    Panel panel;
    Panel beside;  ///< What is known of the whole, beside what is known of the row.
    std::optional<TrendPlots> plots;
};

/// Fields of the page inside the desk's frame.
struct Places {
    Box tiles;
    Box main;             ///< Under the tiles, left.
    Box panel;            ///< Right, from the top of the tiles' foot down.
    Box whole;            ///< All of it, for pages that need no panel.
    bool narrow = false;  ///< No room for all columns.
};

constexpr float list_pitch = 116;
constexpr float list_head = 92;

}  // namespace wallboard::desk
