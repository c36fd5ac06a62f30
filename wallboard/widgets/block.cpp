#include "wallboard/widgets/block.hpp"

#include "wallboard/widgets/hatch.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

constexpr float corner = 6;
constexpr float mark_size = 31;
constexpr float between = 8;

/// A red one has its square also where it shows a number.
void draw_red(Canvas& canvas, const Box& box, std::string_view figure)
{
    const Colour ink = canvas.theme().on_action;
    canvas.fill(box, canvas.theme().action, corner);
    const float h = figure.empty() ? mark_size : mark_size + between + cap_of(Step::one);
    const float top = box.y + (box.h - h) / 2;
    draw_mark(canvas, Mark::square, box.x + (box.w - mark_size) / 2, top, mark_size, ink);
    if (!figure.empty())
        text_at_cap(canvas, {Face::bold, Step::one, ink}, box.x + box.w / 2,
                    top + mark_size + between, figure, Align::centre);
}

}  // namespace

void draw_block(Canvas& canvas, const Box& box, Standing standing, std::string_view figure)
{
    if (box.empty()) return;
    const Theme& theme = canvas.theme();
    if (standing == Standing::action) return draw_red(canvas, box, figure);
    if (standing == Standing::unknown)
        draw_hatch(canvas, box, theme.unknown, theme.hatch, HatchSize::small, corner);
    else
        canvas.fill(box, theme.third, corner);
    if (figure.empty()) return;
    const bool hatched = standing == Standing::unknown;
    const float x = box.x + box.w / 2;
    const float top = centred_cap(box, Step::one);
    // Stripes behind a letter make it hard to read.
    if (hatched) canvas.fill({x - 18, top - 8, 36, cap_of(Step::one) + 16}, theme.unknown, corner);
    text_at_cap(canvas, {Face::bold, Step::one, hatched ? theme.on_unknown : theme.tile}, x, top,
                figure, Align::centre);
}

}  // namespace wallboard
