#include "wallboard/widgets/banner.hpp"

#include "wallboard/widgets/hatch.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard {

void draw_banner(Canvas& canvas, const Banner& banner, const Box& box)
{
    constexpr float clear =
        16;  ///< Page colour above and below, so that cut rows do not touch the band.
    constexpr float hatch = 24;
    const Theme& theme = canvas.theme();
    canvas.enter_layer(1);
    canvas.enter_tile(box);
    canvas.fill(box, theme.page);
    const Box band = box.inset(0, clear);
    draw_hatch(canvas, band, theme.banner_edge, theme.banner_hatch, HatchSize::small);
    const Box field = band.inset(0, hatch);
    canvas.fill(field, theme.banner);

    const float middle = field.y + field.h / 2;
    constexpr float question = 92;
    const Box mark{field.x + page_margin, middle - question / 2, question, question};
    canvas.outline(mark, theme.on_banner, 8, 10);
    text_at_cap(canvas, {Face::bold, Step::one_and_half, theme.on_banner}, mark.x + question / 2,
                centred_cap(mark, Step::one_and_half), "?", Align::centre);

    float right = field.right() - page_margin;
    const float base = middle + 46.5f;
    if (!banner.figure.empty()) {
        right -= text_at_cap(canvas, {Face::medium, Step::one, theme.on_banner}, right, base - 31,
                             banner.unit, Align::right);
        right -= 24;
        right -= text_at_cap(canvas, {Face::bold, Step::three, theme.on_banner}, right, base - 93,
                             banner.figure, Align::right);
    }
    const float left = mark.right() + 32;
    const float width = right - 32 - left;
    fitted_text(canvas, {Face::bold, Step::one_and_half, theme.on_banner}, left, middle - 52, width,
                {banner.word, {}});
    fitted_text(canvas, {Face::medium, Step::one, theme.on_banner}, left, middle + 20, width,
                banner.sentence);
    canvas.enter_layer(0);
}

}  // namespace wallboard
