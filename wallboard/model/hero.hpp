#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "wallboard/model/box.hpp"
#include "wallboard/model/view_words.hpp"

namespace wallboard {

/// One figure of a hero tile with two lines at its right: 3:24 | Payments / over 3:00.
struct HeroFigure {
    std::string figure;
    Tone tone = Tone::text;
    Label subject;
    Mark trend = Mark::none;
    std::string context;
    std::string brief_context = {};  ///< In its place where that does not fit.
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
    std::string aside = {};     ///< Quiet, at the right of the word: "17:00 CST".
    std::optional<float> progress = std::nullopt;  ///< A bar along the foot, 0..1.
};

/// Word, figure and three paddings do not fit under this height.
constexpr float hero_compact_below = 226;

}  // namespace wallboard
