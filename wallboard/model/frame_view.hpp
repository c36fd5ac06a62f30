#pragma once

#include <optional>
#include <string>

#include "wallboard/model/alarms.hpp"
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
    std::string date;   ///< "Tue 24 Nov"; empty on Live.
    bool held = false;  ///< "held by alarm"
    int index = 0;
    int count = 1;                   ///< Rotation dashes are drawn from two pages on.
    Label freshness;                 ///< "9 of 9 sources, 0.4 s old"
    std::optional<Badge> doubt;      ///< In place of `freshness`: "? 8 of 9 sources".
    std::optional<Badge> elsewhere;  ///< A red alarm that another page explains.
    std::string clock;               ///< "14:07:42"; "?" before anything was heard.
    std::string zone;
    std::optional<Banner> banner;
    bool grey = false;  ///< Everything loses its colour; the clock stays white.
};

/// The location whose zone the clock shows: the first one. Null without locations.
const Location* home_of(const Snapshot& snapshot);

FrameView make_frame(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                     const PageChoice& choice);

}  // namespace wallboard
