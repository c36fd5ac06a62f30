#pragma once

#include <optional>
#include <string>

#include "wallboard/model/alarms.hpp"
#include "wallboard/model/box.hpp"
#include "wallboard/model/layout.hpp"
#include "wallboard/model/moment.hpp"
#include "wallboard/model/page_choice.hpp"
#include "wallboard/model/view_words.hpp"

namespace wallboard {

/// The band across a page whose figures must not be taken for now.
struct Banner {
    std::string word;    ///< "NO DATA"
    Label sentence;      ///< "figures are from 14:07:42"
    std::string figure;  ///< "0:47"; empty if no age belongs to it.
    std::string unit;    ///< "old"
};

/// What stands around every page: title, rotation, sources and age, clock and zone.
struct FrameView {
    Label title;
    Label date;        ///< "Tue 24 Nov, settled 17:00:09": end of day only.
    std::string held;  ///< "held by alarm", "chosen by key"; empty while pages rotate.
    int index = 0;
    int count = 1;                   ///< Rotation dashes are drawn from two pages on.
    Label freshness;                 ///< "9 of 9 sources, 0.4 s old"
    std::optional<Badge> doubt;      ///< In place of `freshness`: "? 8 of 9 sources".
    std::optional<Badge> elsewhere;  ///< A red alarm that another page explains.
    std::string clock;               ///< "14:07:42"; "?" before anything was heard.
    std::string zone;
    std::optional<Banner> banner;
    bool grey = false;   ///< Everything loses its colour; the clock stays white.
    bool empty = false;  ///< Nothing was heard yet: a page would say "none" and 0 of the unknown.
};

/// Upright only: what the header has no room for.
struct Footline {
    Box box;
    std::string left;
    std::string right;
};

/// The location whose zone the clock shows: the one that is configured, else the first. Null
/// without locations.
const Location* home_of(const Snapshot& snapshot);

FrameView make_frame(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                     const PageChoice& choice);

/// Moves the age of the data from the header to the foot, and adds the date.
Footline make_footline(const Snapshot& snapshot, const Moment& moment, const Box& box,
                       FrameView& frame);

}  // namespace wallboard
