#include "wallboard/widgets/plot_frame.hpp"

#include <algorithm>

#include "wallboard/widgets/dashed_line.hpp"
#include "wallboard/widgets/hatch.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

constexpr float beside_axis = 14;
constexpr float below_axis = 21;
constexpr float base_line = 3;
constexpr float beside_now = 14;
constexpr float now_below_top = 13;
constexpr float now_above_figures = 6;
constexpr float ground_pad = 8;

void draw_numbers_at_side(Canvas& canvas, const PlotFrame& frame)
{
    const Box& field = frame.field;
    const TextStyle style{Face::condensed, Step::one, canvas.theme().third};
    for (const Tick& tick : frame.up) {
        // The foot's number stands on its line, the top's hangs from it: all stay beside the field.
        const float y = placed_in(field, {0, tick.at}).y;
        text_at_cap(canvas, style, field.x - beside_axis, y - label_cap_u * (1 - tick.at),
                    tick.text, Align::right);
    }
}

void draw_hours(Canvas& canvas, const PlotFrame& frame)
{
    for (const Tick& tick : frame.along)
        text_at_cap(canvas, {Face::condensed, Step::one, canvas.theme().third},
                    placed_in(frame.field, {tick.at, 0}).x, frame.field.bottom() + below_axis,
                    tick.text, Align::centre);
}

void draw_now(Canvas& canvas, const Box& field, const PlotNow& now)
{
    const Theme& theme = canvas.theme();
    const Point top = placed_in(field, {now.at, 1});
    const float foot = placed_in(field, {0, now.foot}).y - (now.foot > 0 ? now_above_figures : 0);
    if (foot > top.y) draw_dashed_line(canvas, top, {top.x, foot}, theme.text);
    if (now.text.empty()) return;
    const TextStyle style{Face::condensed, Step::one, theme.text};
    const float width = text_width(canvas, style.face, style.step, now.text);
    const Box words{now.left ? top.x - beside_now - width : top.x + beside_now,
                    top.y + now_below_top, width, label_cap_u};
    // Left of the line are figures, and hatches may be anywhere.
    canvas.fill(words.inset(-ground_pad, -ground_pad), theme.tile);
    text_at_cap(canvas, style, words.x, words.y, now.text);
}

void draw_threshold(Canvas& canvas, const Box& field, const PlotThreshold& threshold)
{
    constexpr float above = 12;
    const Theme& theme = canvas.theme();
    const Point right = placed_in(field, {1, threshold.at});
    draw_dashed_line(canvas, {field.x, right.y}, right, theme.second, dots);
    text_at_cap(canvas, {Face::condensed, Step::one, theme.second}, right.x,
                right.y - above - label_cap_u, threshold.text, Align::right);
}

Box gap_box(const Box& field, const PlotGap& gap)
{
    return {field.x + gap.from * field.w, field.y, (gap.to - gap.from) * field.w, field.h};
}

/// Under the words of "now", which hang from the top.
Box question_box(const Box& field, const PlotGap& gap)
{
    const Box all = gap_box(field, gap);
    return {all.x, all.y + 0.24f * all.h, all.w, 0.76f * all.h};
}

}  // namespace

Point placed_in(const Box& field, const PlotPoint& point)
{
    return {field.x + point.x * field.w, field.bottom() - point.y * field.h};
}

void draw_question(Canvas& canvas, const Box& box)
{
    const Theme& theme = canvas.theme();
    const float w = text_width(canvas, Face::bold, Step::one, "?") + ground_pad;
    const float h = label_cap_u + ground_pad;
    const float x = box.x + box.w / 2;
    const float y = box.y + box.h / 2;
    canvas.fill({x - w / 2, y - h / 2, w, h}, theme.page, 4);
    text_at_cap(canvas, {Face::bold, Step::one, theme.text}, x, y - label_cap_u / 2, "?",
                Align::centre);
}

void draw_plot_ground(Canvas& canvas, const PlotFrame& frame)
{
    const Theme& theme = canvas.theme();
    const Box& field = frame.field;
    for (const PlotGap& gap : frame.gaps)
        draw_hatch(canvas, gap_box(field, gap), theme.unknown, theme.hatch, HatchSize::small);
    for (const Tick& tick : frame.up)
        if (tick.at > 0)
            canvas.hairline(field.x, placed_in(field, {0, tick.at}).y, field.w, theme.line);
    canvas.fill({field.x, field.bottom() - base_line / 2, field.w, base_line}, theme.line);
}

void draw_plot_marks(Canvas& canvas, const PlotFrame& frame)
{
    draw_numbers_at_side(canvas, frame);
    draw_hours(canvas, frame);
    if (frame.threshold) draw_threshold(canvas, frame.field, *frame.threshold);
    if (frame.now) draw_now(canvas, frame.field, *frame.now);
    for (const PlotGap& gap : frame.gaps)
        if (gap.question) draw_question(canvas, question_box(frame.field, gap));
    if (frame.words.full.empty()) return;
    const Box& field = frame.field;
    fitted_text(canvas, {Face::condensed, Step::one, canvas.theme().third}, field.x + field.w / 2,
                field.y + field.h / 4 - label_cap_u / 2, field.w, frame.words, Align::centre);
}

}  // namespace wallboard
