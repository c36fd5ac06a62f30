#pragma once

#include <array>
#include <string>
#include <vector>

#include "wallboard/model/explain/explain_card.hpp"
#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

// Lengths of the card, in u.
constexpr float explain_pad = 32;
constexpr float explain_gap = 24;
constexpr float explain_width_max = 3180;  ///< 1120 pixels on a desk.
constexpr float explain_below_title = 20;
constexpr float explain_line = 47;
constexpr float explain_sum_pad = 20;
constexpr float explain_below_value = 15;
constexpr float explain_sum_row = 134;
constexpr float explain_list_head = 47;
constexpr float explain_row = 49;
constexpr float explain_words_line = 45;
constexpr float explain_words = explain_words_line + 31;  ///< Two lines.

/// A term of the sum: from the left of the field, in its row.
struct PlacedTerm {
    float op_x = 0;
    float x = 0;
    float w = 0;
    int row = 0;
};

struct PlacedList {
    std::string head;
    std::vector<ExplainRow> rows;
    float x = 0, y = 0, w = 0;
};

/// Where the parts of a card stand, from its top left. What has no room is not in it.
struct ExplainPlan {
    std::string figure;  ///< With its unit.
    Step figure_step = Step::three;
    std::vector<std::string> sentence;  ///< Line by line.
    float sentence_y = 0;
    float sum_y = 0, sum_h = 0;  ///< A height of 0: no sum.
    std::vector<PlacedTerm> terms;
    std::vector<PlacedList> lists;
    float words_y = 0, words_w = 0;  ///< Who told it, and what defines it.
    float keys_y = 0;
    float height = 0;  ///< That the card needs.
};

/// How much stands on a card, from all to the least: without other definitions, without limits
/// either, without the sum either.
enum class Fullness { all, no_variants, no_limits, no_sum };
inline constexpr std::array fullest_first{Fullness::all, Fullness::no_variants, Fullness::no_limits,
                                          Fullness::no_sum};

/// The plan of a card of this width, as high as it needs.
ExplainPlan plan_explanation(const Canvas& canvas, const ExplainCard& card, float width,
                             Fullness fullness);

/// The fullest plan that is no higher than `box`.
ExplainPlan plan_explanation(const Canvas& canvas, const ExplainCard& card, const Box& box);

}  // namespace wallboard
