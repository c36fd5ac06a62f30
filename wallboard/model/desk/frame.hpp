#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wallboard/model/alarms.hpp"
#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/frame_view.hpp"

namespace wallboard::desk {

struct NavEntry {
    KeyHint hint;
    bool chosen = false;
    std::optional<Badge> badge;  ///< The worst of the page: how many.
    Touch touch;
};

/// A location, or what is searched for.
struct Chip {
    Label text;
    bool chosen = false;
    std::string key;  ///< "/"; empty: none.
    Touch touch;
};

struct NoticeLine {
    Standing standing = Standing::normal;  ///< warning: pending; action: refused.
    std::string text;
};

/// What stands around every page of the desk.
struct Frame {
    std::vector<NavEntry> nav;
    std::string me;  ///< Name, else id; "no key" without one.
    std::string role;
    std::string reach;  ///< "all 6 locations"
    FrameView head;     ///< Title, freshness, clock, banner, as on the wall.
    std::string date;
    std::vector<Chip> chips;
    std::vector<NoticeLine> notices;  ///< The newest three.
    std::vector<KeyHint> keys;        ///< Exactly those that work now.
};

/// Widths and heights of the frame, in u.
constexpr float nav_width = 600;
constexpr float head_height = 170;
constexpr float keys_height = 126;
constexpr float desk_margin = 64;
constexpr float desk_gap = 42;
constexpr float desk_padding = 53;

Places places_for(const Layout& layout, bool has_tiles);

Frame make_frame(const State& state, const Knowledge& known, const Moment& moment,
                 const Alarms& alarms);

}  // namespace wallboard::desk
