#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/hero.hpp"
#include "wallboard/model/table.hpp"

namespace wallboard {

/// One count of the duty's way: left > requested > seen disabled > confirmed.
struct Stage {
    Box box;
    Standing standing = Standing::normal;
    std::string label;
    std::string figure;
    Tone tone = Tone::text;
    std::string below;           ///< Quiet, under the figure.
    std::optional<Badge> badge;  ///< In place of `below`.
    bool leads_on = false;       ///< A chevron at the right edge points to the next one.
};

/// One mailbox; with a figure, as many as it says.
struct Block {
    Box box;
    Standing standing = Standing::normal;
    std::string figure;
};

struct DayColumn {
    Label label;
    Box foot;  ///< The line that the blocks stand over; the label is below it.
    std::vector<Block> blocks;
};

/// Mailboxes by workdays since the person left, stacked; past the limit they are red.
struct DayBlocks {
    Box box;
    Standing standing = Standing::normal;
    std::string title;
    std::optional<Badge> badge;  ///< At the right of the title.
    std::vector<DayColumn> columns;
    std::optional<Box> limit;      ///< The dashed line: no wider than it is thick.
    std::string limit_words;       ///< "red after 1 workday"
    bool words_beside_it = false;  ///< At the right of the line's top; else at that of the title.
};

/// The page Departures: which mailboxes of people who left are still connected and for how long,
/// who answers them, and how far each has come. Counts only: no names, no mailboxes. A box without
/// a size is not drawn.
struct DeparturesView {
    FrameView frame;
    Layout layout;
    Hero connected;
    Hero answered;
    std::vector<Stage> stages;
    DayBlocks days;
    Hero messages;
    Table table;  ///< Far: the offices, worst first, in pages.
    Footline footline;
};

DeparturesView make_departures(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                               const PageChoice& choice, const Layout& layout);

}  // namespace wallboard
