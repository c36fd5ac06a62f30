#include "wallboard/widgets/key_cap.hpp"

#include <algorithm>

#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

constexpr float pad = 20;
constexpr float line = 3;
constexpr float corner = 10;
constexpr float word_gap = 16;
constexpr float hint_gap = 44;
constexpr Face key_face = Face::bold;
constexpr Face word_face = Face::regular;

/// A key with one letter is a square.
float cap_width(const Canvas& canvas, const KeyHint& hint)
{
    const float word = text_width(canvas, key_face, Step::one, hint.key);
    return std::max(key_cap_height, word + 2 * pad);
}

}  // namespace

float key_hint_width(const Canvas& canvas, const KeyHint& hint)
{
    const float key = cap_width(canvas, hint);
    if (hint.does.empty()) return key;
    return key + word_gap + text_width(canvas, word_face, Step::one, hint.does);
}

float draw_key_hint(Canvas& canvas, const KeyHint& hint, float x, float middle)
{
    const Theme& theme = canvas.theme();
    const Box cap{x, middle - key_cap_height / 2, cap_width(canvas, hint), key_cap_height};
    if (hint.armed)
        canvas.fill(cap, theme.focus, corner);
    else
        canvas.outline(cap, theme.third, line, corner);
    const float top = centred_cap(cap, Step::one);
    const Colour ink = hint.armed ? theme.on_focus : theme.text;
    text_at_cap(canvas, {key_face, Step::one, ink}, cap.x + cap.w / 2, top, hint.key,
                Align::centre);
    if (!hint.does.empty())
        text_at_cap(canvas, {word_face, Step::one, theme.second}, cap.right() + word_gap, top,
                    hint.does);
    return key_hint_width(canvas, hint);
}

float draw_key_hints(Canvas& canvas, std::span<const KeyHint> hints, float right, float middle,
                     float width)
{
    float x = right;
    for (auto hint = hints.rbegin(); hint != hints.rend(); ++hint) {
        const float gap = hint == hints.rbegin() ? 0 : hint_gap;
        const float wide = key_hint_width(canvas, *hint);
        if (right - (x - gap - wide) > width) break;
        x -= gap + wide;
        draw_key_hint(canvas, *hint, x, middle);
    }
    return right - x;
}

}  // namespace wallboard
