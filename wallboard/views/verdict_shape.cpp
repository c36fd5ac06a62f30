#include "wallboard/views/verdict_shape.hpp"

#include <algorithm>

#include "wallboard/widgets/hatch.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

constexpr float glyph = 52;

/// The largest step in which the figure stands inside the block.
Step step_for(const Canvas& canvas, const std::string& figure, const Box& block)
{
    for (const Step step : {Step::eleven, Step::eight})
        if (text_width(canvas, Face::bold, step, figure) <= block.w - 48 &&
            cap_of(step) <= block.h - 48)
            return step;
    return text_width(canvas, Face::bold, Step::four, figure) <= block.w - 32 ? Step::four
                                                                              : Step::two;
}

void draw_figure(Canvas& canvas, const std::string& figure, const Box& block, Colour colour)
{
    const Step step = step_for(canvas, figure, block);
    text_at_cap(canvas, {Face::bold, step, colour}, block.x + block.w / 2, centred_cap(block, step),
                figure, Align::centre);
}

void draw_question(Canvas& canvas, const Box& block, Round round)
{
    const Theme& theme = canvas.theme();
    draw_hatch(canvas, block, theme.unknown, theme.hatch, HatchSize::large, tile_corner, round);
    const float h = std::min(400.0f, block.h - 64);
    const float w = std::min({300.0f, block.w - 64, h * 0.9f});
    const Box field{block.x + (block.w - w) / 2, block.y + (block.h - h) / 2, w, h};
    canvas.fill(field, theme.page, tile_corner);
    const Step step = h > 290 && w > 180 ? Step::eight : Step::four;
    text_at_cap(canvas, {Face::bold, step, theme.text}, field.x + field.w / 2,
                centred_cap(field, step), "?", Align::centre);
}

void draw_small_box(Canvas& canvas, const Office& office, const Box& box)
{
    const Theme& theme = canvas.theme();
    const float middle = box.x + box.w / 2;
    const float top = box.y + (box.h - 31) / 2;
    if (office.shape == VerdictShape::number) {
        canvas.fill(box, theme.action, 4);
        text_at_cap(canvas, {Face::bold, Step::one, theme.on_action}, middle, top, office.number,
                    Align::centre);
        return;
    }
    canvas.outline(box, theme.line, 4, 4);
    const bool count = office.shape == VerdictShape::count;
    text_at_cap(canvas, {Face::bold, Step::one, count ? theme.second : theme.third}, middle, top,
                count ? office.number : "\u2013", Align::centre);
}

}  // namespace

void draw_verdict_block(Canvas& canvas, const EndOfDayView& view)
{
    const Theme& theme = canvas.theme();
    const Round round = view.layout.upright() ? Round::top : Round::left;
    const Box& block = view.side;
    canvas.enter_tile(block);
    switch (view.shape) {
        case VerdictShape::number:
            canvas.fill(block, theme.action, tile_corner, round);
            draw_figure(canvas, view.number, block, theme.on_action);
            return;
        case VerdictShape::question: draw_question(canvas, block, round); return;
        case VerdictShape::count: {
            const bool warns = view.standing == Standing::warning;
            canvas.fill(block, warns ? theme.warning : theme.raised, tile_corner, round);
            draw_figure(canvas, view.number, block, warns ? theme.on_warning : theme.text);
            return;
        }
        case VerdictShape::ring_tick: {
            canvas.fill(block, theme.raised, tile_corner, round);
            const float size = std::min({360.0f, block.w - 64, block.h - 64});
            draw_ring_tick(canvas, block.x + (block.w - size) / 2, block.y + (block.h - size) / 2,
                           size, theme.text);
            return;
        }
        case VerdictShape::dash:
            canvas.fill(block, theme.raised, tile_corner, round);
            canvas.fill({block.x + block.w / 2 - 90, block.y + block.h / 2 - 16, 180, 32},
                        theme.third, 4);
            return;
    }
}

float verdict_glyph_width(const Canvas& canvas, const Office& office)
{
    if (office.number.empty()) return glyph;
    return std::max(glyph, text_width(canvas, Face::bold, Step::one, office.number) + 20);
}

float draw_verdict_glyph(Canvas& canvas, const Office& office, float x, float middle)
{
    const Theme& theme = canvas.theme();
    if (office.shape == VerdictShape::ring_tick) {
        draw_ring_tick(canvas, x, middle - glyph / 2, glyph, theme.text);
        return glyph;
    }
    if (office.shape == VerdictShape::question) {
        const Box box{x, middle - glyph / 2, glyph, glyph};
        draw_hatch(canvas, box, theme.unknown, theme.hatch, HatchSize::fine, 4);
        canvas.fill(box.inset(9, 7), theme.page, 3);
        text_at_cap(canvas, {Face::bold, Step::one, theme.text}, x + glyph / 2, middle - 15.5f, "?",
                    Align::centre);
        return glyph;
    }
    const float width = verdict_glyph_width(canvas, office);
    draw_small_box(canvas, office, {x, middle - glyph / 2, width, glyph});
    return width;
}

}  // namespace wallboard
