#pragma once

#include <cstdint>

namespace wallboard {

/// A colour as 0xRRGGBB; canvas.hpp turns it into ImGui's order.
struct Colour {
    std::uint32_t rgb = 0;
    bool operator==(const Colour&) const = default;
};

/// All colours of the wall. Normal is neutral: the only saturated ones are `action` and `warning`,
/// and neither stands without a mark and a word. `focus` is where the keyboard is: a wall that
/// nobody touches never shows it. There is no green: a board that is never green cannot be frozen
/// on green. tests/unit/wallboard_theme_test.cpp measures every pair that is read.
struct Theme {
    Colour page, tile, raised, line;
    Colour text, second, third;
    Colour plot;                 ///< Squares of operators, areas.
    Colour work;                 ///< Work against the time left; amber is what sticks out.
    Colour bar, area;            ///< Plots: what is counted, what is filled under a line.
    Colour heat, on_heat;        ///< The far end of lightness, from `raised`, with marks on it.
    Colour action, on_action;    ///< Red, with white on it.
    Colour warning, on_warning;  ///< Amber, with near black on it.
    Colour warning_mark;         ///< Amber without a field of its own: a mark or bar on a tile.
    Colour unknown, hatch, on_unknown;  ///< Hatched grey.
    Colour focus, on_focus;             ///< Blue, with text on it: what keys act on.
    Colour selected;                    ///< Under the text of a row that is chosen.
    Colour clock;                       ///< Stays when everything else turns grey.
    Colour banner, on_banner;  ///< The band over old figures: the brightest thing on the page.
    Colour banner_edge, banner_hatch;
};

enum class ThemeName { dark, light };

Theme make_theme(ThemeName name);

/// The same theme when its figures must not be taken for now: every colour becomes a grey.
Theme make_stale(ThemeName name);

}  // namespace wallboard
