#include "wallboard/views/page_frame.hpp"

#include <algorithm>

#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

constexpr float gap = 32;
constexpr float label_top = (header_height - 31) / 2;
constexpr float title_top = (header_height - 46.5f) / 2;

/// Draws the clock and its zone; returns where they begin.
float draw_clock(Canvas& canvas, const FrameView& frame, float right)
{
    const Theme& theme = canvas.theme();
    if (!frame.zone.empty())
        right -= text_at_cap(canvas, {Face::regular, Step::one, theme.second}, right, label_top,
                             frame.zone, Align::right) +
                 16;
    return right - text_at_cap(canvas, {Face::bold, Step::one_and_half, theme.clock}, right,
                               title_top, frame.clock, Align::right);
}

/// Draws sources and age, or the badge of what is in doubt; returns where it begins.
float draw_freshness(Canvas& canvas, const FrameView& frame, float left, float right)
{
    if (frame.doubt) {
        Badge doubt = *frame.doubt;
        // The title needs its room more than the word; the figure says the same.
        if (right - badge_width(canvas, doubt, BadgeHeight::tall) < left && !doubt.figure.empty())
            doubt.word.clear();
        draw_badge(canvas, doubt, BadgeHeight::tall, right, header_height / 2);
        return right - badge_width(canvas, doubt, BadgeHeight::tall) - gap;
    }
    if (frame.freshness.full.empty()) return right;
    const TextStyle style{Face::condensed, Step::one, canvas.theme().second};
    const float brief = text_width(canvas, Face::condensed, Step::one, frame.freshness.brief);
    const float room = std::max(right - left, brief);
    return right - gap -
           fitted_text(canvas, style, right, label_top, room, frame.freshness, Align::right);
}

float draw_dashes(Canvas& canvas, const FrameView& frame, float x)
{
    for (int i = 0; i < frame.count; ++i) {
        const bool on = i == frame.index;
        canvas.fill({x + static_cast<float>(i) * 32, header_height / 2 - 4, 24, 8},
                    on ? canvas.theme().text : canvas.theme().line, 4);
    }
    return static_cast<float>(frame.count) * 32;
}

/// What stands beside the title, the first that fits: an alarm elsewhere, who holds the page, the
/// rotation.
void draw_beside_title(Canvas& canvas, const FrameView& frame, float x, float right)
{
    const Theme& theme = canvas.theme();
    const auto fits = [&](float width) { return x + width <= right; };
    for (const std::string* date : {&frame.date.full, &frame.date.brief}) {
        const float width = text_width(canvas, Face::condensed, Step::one, *date);
        if (date->empty() || !fits(width)) continue;
        text_at_cap(canvas, {Face::condensed, Step::one, theme.second}, x, label_top, *date);
        x += width + gap;
        break;
    }
    if (frame.elsewhere) {
        const float width = badge_width(canvas, *frame.elsewhere, BadgeHeight::tall);
        if (fits(width))
            draw_badge(canvas, *frame.elsewhere, BadgeHeight::tall, x + width, header_height / 2);
        return;
    }
    if (!frame.held.empty()) {
        if (!fits(31)) return;
        draw_mark(canvas, Mark::pause, x, label_top, 31, theme.third);
        const float words = text_width(canvas, Face::regular, Step::one, frame.held);
        if (fits(47 + words))
            text_at_cap(canvas, {Face::regular, Step::one, theme.second}, x + 47, label_top,
                        frame.held);
        return;
    }
    if (frame.count > 1 && fits(static_cast<float>(frame.count) * 32))
        draw_dashes(canvas, frame, x);
}

}  // namespace

void draw_page_frame(Canvas& canvas, const FrameView& frame, const Layout& layout)
{
    canvas.enter_tile({0, 0, layout.w, header_height});
    const float clock_left = draw_clock(canvas, frame, layout.w - page_margin);
    const TextStyle style{Face::bold, Step::one_and_half, canvas.theme().text};
    const float wanted = text_width(canvas, style.face, style.step, frame.title.full);
    const float right = draw_freshness(canvas, frame, page_margin + wanted + gap, clock_left - 40);
    const float title = fitted_text(canvas, style, page_margin, title_top,
                                    std::max(0.0f, right - page_margin), frame.title);
    draw_beside_title(canvas, frame, page_margin + title + gap, right);
}

}  // namespace wallboard
