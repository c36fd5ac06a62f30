#include "wallboard/views/explain_plan.hpp"

#include <algorithm>

#include "wallboard/widgets/key_cap.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

constexpr std::size_t lines_max = 8;
constexpr float op_gap = 30;
constexpr float term_least = 70;
constexpr float two_lists_from = 1300;    ///< Inner width.
constexpr float words_beside_keys = 560;  ///< Less, and who told it stands above the keys.
constexpr float between_lists = 64;

/// What may stand on the card.
struct Wanted {
    bool variants = true;
    bool limits = true;
    bool sum = true;
    std::size_t lines = lines_max;
};

/// Cut at blanks to lines of at most `width`; a line that is left over ends in an ellipsis.
std::vector<std::string> wrapped(const Canvas& canvas, const std::string& text, float width,
                                 std::size_t most)
{
    const auto fits = [&](const std::string& line) {
        return text_width(canvas, Face::medium, Step::one, line) <= width;
    };
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t blank = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, blank - at);
        at = blank + 1;
        const std::string longer = line.empty() ? word : line + " " + word;
        if (line.empty() || fits(longer)) {
            line = longer;
            continue;
        }
        lines.push_back(line);
        line = word;
    }
    if (!line.empty()) lines.push_back(line);
    if (lines.size() > most) {
        lines.resize(most);
        if (!lines.empty()) {
            while (!lines.back().empty() && !fits(lines.back() + "\u2026")) lines.back().pop_back();
            lines.back() += "\u2026";
        }
    }
    return lines;
}

/// The largest step that leaves the title its room.
Step figure_step(const Canvas& canvas, const std::string& figure, const std::string& title,
                 float width)
{
    const float least =
        text_width(canvas, Face::condensed_bold, Step::one_and_half, title) + explain_gap;
    for (const Step step : {Step::three, Step::two})
        if (text_width(canvas, Face::bold, step, figure) + least <= width) return step;
    return Step::one_and_half;
}

/// Terms one after the other; what does not fit goes on in the next row, with its operator.
void place_terms(const Canvas& canvas, const ExplainCard& card, float width, ExplainPlan& plan)
{
    float x = explain_sum_pad + 8;
    const float right = width - explain_sum_pad;
    int row = 0;
    for (const ExplainTerm& term : card.sum) {
        const float value = text_width(canvas, Face::bold, Step::one_and_half, term.value);
        const float name = text_width(canvas, Face::condensed, Step::one, term.name);
        const float w = std::min(std::max({value, name, term_least}), right - 2 * explain_sum_pad);
        const float op = term.op.empty()
                           ? 0
                           : op_gap + text_width(canvas, Face::medium, Step::one_and_half, term.op);
        const bool first = plan.terms.empty();
        if (!first && x + op + op_gap + w > right) {
            ++row;
            x = explain_sum_pad + 8 - op_gap;
        }
        PlacedTerm at{.op_x = x + (first ? 0 : op_gap), .x = 0, .w = w, .row = row};
        at.x = x + (first ? 0 : op + op_gap);
        at.w = std::min(w, right - at.x);
        x = at.x + w;
        plan.terms.push_back(at);
    }
    plan.sum_h = explain_sum_row * static_cast<float>(row + 1);
}

float list_height(std::size_t rows)
{
    return explain_list_head + explain_row * static_cast<float>(rows);
}

/// Side by side where there is room: limits and other definitions, or the limits in two columns.
float place_lists(const ExplainCard& card, const Wanted& wanted, float y, float width,
                  ExplainPlan& plan)
{
    const std::vector<ExplainRow> none;
    const auto& limits = wanted.limits ? card.limits : none;
    const auto& variants = wanted.variants ? card.variants : none;
    const char* others = "The same calls by other definitions";
    const float half = (width - between_lists) / 2;
    const float right = explain_pad + half + between_lists;
    if (width < two_lists_from) {
        for (const auto& [rows, head] :
             {std::pair{&limits, "Limits"}, std::pair{&variants, others}}) {
            if (rows->empty()) continue;
            plan.lists.push_back({head, *rows, explain_pad, y, width});
            y += list_height(rows->size()) + explain_gap;
        }
        return y;
    }
    if (limits.empty() && variants.empty()) return y;
    std::vector<ExplainRow> first = limits, second = variants;
    const char* second_head = others;
    if (variants.empty() && limits.size() > 1) {
        const auto middle = limits.begin() + static_cast<std::ptrdiff_t>((limits.size() + 1) / 2);
        first.assign(limits.begin(), middle);
        second.assign(middle, limits.end());
        second_head = "";
    }
    const float only = second.empty() ? width : half;
    if (!first.empty()) plan.lists.push_back({"Limits", first, explain_pad, y, only});
    if (!second.empty())
        plan.lists.push_back({second_head, second, first.empty() ? explain_pad : right, y,
                              first.empty() ? width : half});
    return y + list_height(std::max(first.size(), second.size())) + explain_gap;
}

ExplainPlan plan_with(const Canvas& canvas, const ExplainCard& card, float width,
                      const Wanted& wanted)
{
    const float inner = width - 2 * explain_pad;
    ExplainPlan plan;
    plan.figure = card.unit.empty() ? card.figure : card.figure + " " + card.unit;
    plan.figure_step = figure_step(canvas, plan.figure, card.title, inner);
    const float head =
        std::max(cap_of(plan.figure_step),
                 cap_of(Step::one_and_half) + explain_below_title + cap_of(Step::one));
    float y = explain_pad + head + explain_gap;
    plan.sentence_y = y;
    plan.sentence = wrapped(canvas, card.sentence, inner, wanted.lines);
    y += explain_line * static_cast<float>(plan.sentence.size()) + explain_gap / 3;
    if (wanted.sum && !card.sum.empty()) {
        plan.sum_y = y;
        place_terms(canvas, card, inner, plan);
        y += plan.sum_h + explain_gap;
    }
    y = place_lists(card, wanted, y, inner, plan);
    float keys = 0;
    for (const KeyHint& hint : card.keys) keys += key_hint_width(canvas, hint) + explain_gap;
    // Two lines say who told it and what defines it: beside the keys, or above them.
    y -= explain_gap / 3;
    plan.words_y = y;
    const bool beside = inner - keys >= words_beside_keys;
    plan.words_w = beside ? inner - keys : inner;
    plan.keys_y =
        beside ? y + (explain_words - key_cap_height) / 2 : y + explain_words + explain_gap;
    plan.height =
        std::max(plan.words_y + explain_words, plan.keys_y + key_cap_height) + explain_gap;
    return plan;
}

Wanted wanted_by(Fullness fullness)
{
    return {.variants = fullness < Fullness::no_variants,
            .limits = fullness < Fullness::no_limits,
            .sum = fullness < Fullness::no_sum};
}

}  // namespace

ExplainPlan plan_explanation(const Canvas& canvas, const ExplainCard& card, float width,
                             Fullness fullness)
{
    return plan_with(canvas, card, width, wanted_by(fullness));
}

ExplainPlan plan_explanation(const Canvas& canvas, const ExplainCard& card, const Box& box)
{
    ExplainPlan plan;
    for (const Fullness fullness : fullest_first) {
        plan = plan_explanation(canvas, card, box.w, fullness);
        if (plan.height <= box.h) return plan;
    }
    Wanted least = wanted_by(Fullness::no_sum);
    for (least.lines = lines_max; least.lines > 0 && plan.height > box.h; --least.lines)
        plan = plan_with(canvas, card, box.w, {false, false, false, least.lines - 1});
    return plan;
}

}  // namespace wallboard
