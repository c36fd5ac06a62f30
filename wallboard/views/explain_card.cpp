#include "wallboard/views/explain_card.hpp"

#include <algorithm>
#include <array>

#include "wallboard/views/explain_plan.hpp"
#include "wallboard/widgets/key_cap.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

constexpr float frame_line = 4;
constexpr float corner = 12;
constexpr float dimmed_by = 0.74f;  ///< What is left is 26 %.

void draw_head(Canvas& canvas, const ExplainCard& card, const ExplainPlan& plan, const Box& box)
{
    const Theme& theme = canvas.theme();
    const float left = box.x + explain_pad;
    const float right = box.right() - explain_pad;
    const float top = box.y + explain_pad;
    const float figure = text_at_cap(canvas, {Face::bold, plan.figure_step, theme.text}, right, top,
                                     plan.figure, Align::right);
    const float room = std::max(0.0f, right - figure - explain_gap - left);
    fitted_text(canvas, {Face::bold, Step::one_and_half, theme.text}, left, top, room,
                {card.title, {}});
    fitted_text(canvas, {Face::regular, Step::one, theme.second}, left,
                top + cap_of(Step::one_and_half) + explain_below_title, room, {card.as_of, {}});
}

void draw_term(Canvas& canvas, const ExplainTerm& term, const PlacedTerm& at, const Box& row)
{
    const Theme& theme = canvas.theme();
    const float value_top = row.y + explain_sum_pad;
    if (!term.op.empty())
        text_at_cap(canvas, {Face::medium, Step::one_and_half, theme.third}, at.op_x, value_top,
                    term.op);
    text_at_cap(canvas, {Face::bold, Step::one_and_half, theme.text}, at.x, value_top, term.value);
    fitted_text(canvas, {Face::condensed, Step::one, theme.second}, at.x,
                value_top + cap_of(Step::one_and_half) + explain_below_value, at.w,
                {term.name, {}});
}

void draw_sum(Canvas& canvas, const ExplainCard& card, const ExplainPlan& plan, const Box& box)
{
    const Box field{box.x + explain_pad, box.y + plan.sum_y, box.w - 2 * explain_pad, plan.sum_h};
    canvas.fill(field, canvas.theme().raised, corner);
    for (std::size_t i = 0; i < plan.terms.size(); ++i) {
        const PlacedTerm& at = plan.terms[i];
        const Box row{field.x, field.y + static_cast<float>(at.row) * explain_sum_row, field.w,
                      explain_sum_row};
        PlacedTerm placed = at;
        placed.x += field.x;
        placed.op_x += field.x;
        draw_term(canvas, card.sum[i], placed, row);
    }
}

/// Heads and rows; without a head the rows go on from the list at the left.
void draw_list(Canvas& canvas, const PlacedList& list, const Box& box)
{
    const Theme& theme = canvas.theme();
    const float left = box.x + list.x;
    float y = box.y + list.y;
    if (!list.head.empty())
        text_at_cap(canvas, {Face::bold, Step::one, theme.text}, left, y, list.head);
    y += explain_list_head;
    for (const ExplainRow& row : list.rows) {
        canvas.hairline(left, y, list.w, theme.line);
        const float top = y + (explain_row - label_cap_u) / 2;
        const float name = fitted_text(canvas,
                                       {row.shown ? Face::condensed_bold : Face::condensed,
                                        Step::one, row.shown ? theme.text : theme.second},
                                       left, top, list.w * 0.64f, {row.name, {}});
        fitted_text(canvas, {Face::bold, Step::one, theme.text}, left + list.w, top,
                    list.w - name - explain_gap, {row.value, {}}, Align::right);
        y += explain_row;
    }
}

void draw_foot(Canvas& canvas, const ExplainCard& card, const ExplainPlan& plan, const Box& box)
{
    draw_key_hints(canvas, card.keys, box.right() - explain_pad,
                   box.y + plan.keys_y + key_cap_height / 2, box.w - 2 * explain_pad);
    float top = box.y + plan.words_y;
    for (const std::string* words : {&card.source, &card.standard}) {
        fitted_text(canvas, {Face::condensed, Step::one, canvas.theme().second},
                    box.x + explain_pad, top, plan.words_w, {*words, {}});
        top += explain_words_line;
    }
}

}  // namespace

Box explain_card_box(const Canvas& canvas, const ExplainCard& card, const Box& room)
{
    const float width = std::min(room.w, explain_width_max);
    const ExplainPlan plan = plan_explanation(canvas, card, {room.x, room.y, width, room.h});
    return {room.x, room.y, width, std::min(room.h, plan.height)};
}

void draw_explain_card(Canvas& canvas, const ExplainCard& card, const Box& box)
{
    if (box.empty()) return;
    const Theme& theme = canvas.theme();
    const ExplainPlan plan = plan_explanation(canvas, card, box);
    canvas.enter_layer(explain_layer);
    canvas.enter_tile(box);
    canvas.fill(box, theme.tile, corner);
    canvas.outline(box, theme.focus, frame_line, corner);
    draw_head(canvas, card, plan, box);
    float y = box.y + plan.sentence_y;
    for (const std::string& line : plan.sentence) {
        text_at_cap(canvas, {Face::medium, Step::one, theme.text}, box.x + explain_pad, y, line);
        y += explain_line;
    }
    if (plan.sum_h > 0) draw_sum(canvas, card, plan, box);
    for (const PlacedList& list : plan.lists) draw_list(canvas, list, box);
    draw_foot(canvas, card, plan, box);
    canvas.enter_layer(0);
}

void draw_dimmed_around(Canvas& canvas, const Box& page, const Box& lit, const Box& cell)
{
    const Theme& theme = canvas.theme();
    const Colour dark = theme.page;
    if (lit.empty()) return canvas.fill_faint(page, dark, dimmed_by);
    const float top = std::max(page.y, lit.y);
    canvas.fill_faint({page.x, page.y, page.w, top - page.y}, dark, dimmed_by);
    canvas.fill_faint({page.x, lit.bottom(), page.w, page.bottom() - lit.bottom()}, dark,
                      dimmed_by);
    canvas.fill_faint({page.x, lit.y, lit.x - page.x, lit.h}, dark, dimmed_by);
    canvas.fill_faint({lit.right(), lit.y, page.right() - lit.right(), lit.h}, dark, dimmed_by);
    canvas.outline(cell.empty() ? lit : cell, theme.focus, frame_line, corner);
}

void draw_tie(Canvas& canvas, const Box& lit, const Box& card)
{
    if (lit.empty()) return;
    const float x = std::clamp(lit.x + lit.w / 2, card.x + corner, card.right() - corner);
    const float y = std::clamp(lit.y + lit.h / 2, card.y + corner, card.bottom() - corner);
    std::array<Point, 2> line{};
    if (card.y > lit.bottom())
        line = {Point{x, lit.bottom()}, Point{x, card.y}};
    else if (card.bottom() < lit.y)
        line = {Point{x, lit.y}, Point{x, card.bottom()}};
    else if (card.x > lit.right())
        line = {Point{lit.right(), y}, Point{card.x, y}};
    else if (card.right() < lit.x)
        line = {Point{lit.x, y}, Point{card.right(), y}};
    else
        return;
    canvas.stroke(line, canvas.theme().focus, frame_line);
}

}  // namespace wallboard
