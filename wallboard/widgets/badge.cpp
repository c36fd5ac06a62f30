#include "wallboard/widgets/badge.hpp"

#include <string>

#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

constexpr float em = 43.6f;  // Of step one.
constexpr float cap = label_cap_u;

struct Measures {
    float pad;
    float gap;
    float word_gap;
    float height;
};

Measures measures_of(BadgeHeight height)
{
    if (height == BadgeHeight::tall)
        return {0.5f * em, 0.35f * em, 0.25f * em, cap + 2 * 0.42f * em};
    return {0.36f * em, 0.3f * em, 0.42f * em, cap + 2 * 0.17f * em};
}

/// In a row the word is condensed, so that word and figure fit the column.
Face word_face(BadgeHeight height, const Badge& badge)
{
    const bool beside_figure = height == BadgeHeight::low && !badge.figure.empty();
    return beside_figure || height == BadgeHeight::narrow ? Face::condensed_bold : Face::bold;
}

float mark_width(const Canvas& canvas, Standing standing)
{
    if (standing == Standing::unknown) return text_width(canvas, Face::bold, Step::one, "?");
    return standing == Standing::normal ? 0 : cap;
}

struct Ink {
    Colour fill;
    Colour text;
};

Ink ink_of(const Theme& theme, Standing standing)
{
    switch (standing) {
        case Standing::action: return {theme.action, theme.on_action};
        case Standing::warning: return {theme.warning, theme.on_warning};
        case Standing::unknown: return {theme.unknown, theme.on_unknown};
        case Standing::normal: break;
    }
    return {theme.raised, theme.second};
}

}  // namespace

float badge_width(const Canvas& canvas, const Badge& badge, BadgeHeight height)
{
    const Measures m = measures_of(height);
    float width = 2 * m.pad;
    const float mark = mark_width(canvas, badge.standing);
    if (mark > 0) width += mark + m.gap;
    if (!badge.word.empty())
        width += text_width(canvas, word_face(height, badge), Step::one, badge.word);
    if (!badge.figure.empty()) {
        if (!badge.word.empty()) width += m.word_gap;
        width += text_width(canvas, Face::bold, Step::one, badge.figure);
    }
    return width;
}

void draw_badge(Canvas& canvas, const Badge& badge, BadgeHeight height, float right, float middle)
{
    const Measures m = measures_of(height);
    const Ink ink = ink_of(canvas.theme(), badge.standing);
    if (height != BadgeHeight::tall) right += m.pad;
    const float width = badge_width(canvas, badge, height);
    const Box box{right - width, middle - m.height / 2, width, m.height};
    canvas.fill(box, ink.fill, 8);
    if (badge.standing == Standing::unknown) canvas.outline(box, canvas.theme().hatch, 3, 8);

    const float top = middle - cap / 2;
    float x = box.x + m.pad;
    if (const float mark = mark_width(canvas, badge.standing); mark > 0) {
        if (badge.standing == Standing::unknown)
            text_at_cap(canvas, {Face::bold, Step::one, ink.text}, x, top, "?");
        else
            draw_mark(canvas, mark_of(badge.standing), x, top, mark, ink.text);
        x += mark + m.gap;
    }
    const TextStyle word{word_face(height, badge), Step::one, ink.text};
    const TextStyle figure{Face::bold, Step::one, ink.text};
    const bool reads_on = height == BadgeHeight::tall;
    const auto& first = reads_on ? badge.figure : badge.word;
    const auto& last = reads_on ? badge.word : badge.figure;
    if (!first.empty()) text_at_cap(canvas, reads_on ? figure : word, x, top, first);
    if (!last.empty())
        text_at_cap(canvas, reads_on ? word : figure, right - m.pad, top, last, Align::right);
}

}  // namespace wallboard
