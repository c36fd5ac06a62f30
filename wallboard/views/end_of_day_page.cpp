#include "wallboard/views/end_of_day_page.hpp"

#include <algorithm>

#include "wallboard/views/office_strip.hpp"
#include "wallboard/views/page_frame.hpp"
#include "wallboard/views/stale_banner.hpp"
#include "wallboard/views/verdict_shape.hpp"
#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/countdown.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

constexpr float gap = 36;
constexpr float sentence_cap = 46.5f;
constexpr float line_pitch = 64;
constexpr float note_pitch = 31 + 24;
constexpr float badge_height = 68;
constexpr float subject_width = 290;

Step word_step(const EndOfDayView& view)
{
    switch (view.word_size) {
        case WordSize::four: return Step::four;
        case WordSize::three: return Step::three;
        case WordSize::two: return Step::two;
    }
    return Step::four;
}

float content_height(const EndOfDayView& view)
{
    float h = cap_of(word_step(view)) + gap + sentence_cap;
    if (view.badge) h += gap + badge_height;
    if (!view.lines.empty()) h += gap + line_pitch * static_cast<float>(view.lines.size());
    if (!view.notes.empty()) h += gap + note_pitch * static_cast<float>(view.notes.size()) - 24;
    return h;
}

void draw_lines(Canvas& canvas, const EndOfDayView& view, float y)
{
    const Theme& theme = canvas.theme();
    const Box& box = view.words;
    const float subject = std::min(subject_width, box.w * 0.38f);
    for (const VerdictLine& line : view.lines) {
        const Box row{box.x, y, box.w, line_pitch};
        const float top = centred_cap(row, Step::one);
        canvas.hairline(box.x, y, box.w, theme.line);
        fitted_text(canvas, {Face::condensed_bold, Step::one, theme.text}, box.x, top, subject,
                    {line.subject, {}});
        float x = box.x + subject + 32;
        if (line.mark != Mark::none) {
            draw_mark(canvas, line.mark, x, top, 31,
                      line.mark == Mark::triangle ? theme.warning_mark : theme.text);
            x += 31 + 16;
        }
        fitted_text(canvas, {Face::condensed, Step::one, theme.second}, x, top, box.right() - x,
                    line.text);
        y += line_pitch;
    }
}

void draw_words(Canvas& canvas, const EndOfDayView& view)
{
    const Theme& theme = canvas.theme();
    const Box& box = view.words;
    canvas.enter_tile({box.x - 8, view.panel.y, view.panel.right() - box.x + 8, view.panel.h});
    float y = box.y + std::max(0.0f, (box.h - content_height(view)) / 2);
    const Step step = word_step(view);
    fitted_text(canvas, {Face::bold, step, colour_of(theme, view.word_tone)}, box.x, y, box.w,
                {view.word, view.brief_word});
    y += cap_of(step) + gap;
    fitted_text(canvas, {Face::medium, Step::one_and_half, theme.text}, box.x, y, box.w,
                view.sentence);
    y += sentence_cap + gap;
    if (view.badge) {
        const float width = badge_width(canvas, *view.badge, BadgeHeight::tall);
        draw_badge(canvas, *view.badge, BadgeHeight::tall, box.x + width, y + badge_height / 2);
        y += badge_height + gap;
    }
    if (!view.lines.empty()) {
        draw_lines(canvas, view, y);
        y += line_pitch * static_cast<float>(view.lines.size()) + gap;
    }
    for (const Label& note : view.notes) {
        if (y + 31 > box.bottom()) return;
        fitted_text(canvas, {Face::regular, Step::one, theme.second}, box.x, y, box.w, note);
        y += note_pitch;
    }
}

void draw_evidence(Canvas& canvas, const Evidence& evidence)
{
    const Box& box = evidence.box;
    if (box.empty()) return;
    const TileInk ink = draw_tile(canvas, box, evidence.standing);
    const float left = content_left(box, evidence.standing);
    const float right = box.right() - tile_padding;
    const float title_top = box.y + 33;
    float title_right = right;
    if (evidence.mark != Mark::none) {
        const bool amber = evidence.standing == Standing::warning;
        draw_mark(canvas, evidence.mark, right - 31, title_top, 31,
                  amber ? canvas.theme().warning_mark : ink.text);
        title_right -= 31 + 16;
    } else if (!evidence.aside.empty()) {
        title_right -= 16 + text_at_cap(canvas, {Face::condensed, Step::one, ink.quiet}, right,
                                        title_top, evidence.aside, Align::right);
    }
    fitted_text(canvas, {Face::condensed, Step::one, ink.quiet}, left, title_top,
                title_right - left, {evidence.title, {}});
    fitted_text(canvas, {Face::bold, Step::one, ink.text}, left, box.y + 94, right - left,
                evidence.text);
}

}  // namespace

void draw_end_of_day_page(Canvas& canvas, const EndOfDayView& view)
{
    draw_page_frame(canvas, view.frame, view.layout);
    canvas.fill(view.panel, canvas.theme().tile, tile_corner);
    draw_verdict_block(canvas, view);
    draw_words(canvas, view);
    if (view.standing == Standing::warning && view.shape != VerdictShape::count)
        canvas.outline(view.panel, canvas.theme().warning, 4, tile_corner);
    if (view.progress) {
        const bool warns = view.standing == Standing::warning;
        const Colour colour = warns ? canvas.theme().warning_mark : canvas.theme().text;
        draw_countdown_bar(canvas, {view.words.x, view.panel.y, view.words.w, view.panel.h - 32},
                           *view.progress, colour);
    }
    for (const Evidence& evidence : view.evidence) draw_evidence(canvas, evidence);
    draw_office_strip(canvas, view);
    draw_stale_banner(canvas, view.frame, view.layout);
}

}  // namespace wallboard
