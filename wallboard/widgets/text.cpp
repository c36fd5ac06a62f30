#include "wallboard/widgets/text.hpp"

#include <cmath>
#include <string>

namespace wallboard {
namespace {

constexpr float descender = 0.3f;  ///< Of the cap height: how far a "g" reaches below the line.
/// The two largest steps have digits only, and those stand on the line.
float height_of(Step step)
{
    const bool digits = step == Step::eight || step == Step::eleven;
    return cap_of(step) * (digits ? 1.0f : 1.0f + descender);
}
constexpr std::string_view ellipsis = "\u2026";

Face condensed(Face face)
{
    switch (face) {
        case Face::regular: return Face::condensed;
        case Face::medium: return Face::condensed_medium;
        case Face::bold: return Face::condensed_bold;
        default: return face;
    }
}

struct Fitted {
    Face face;
    std::string text;
    float width;
};

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0u) == 0x80u; }

/// Cuts whole characters from the end until text and ellipsis fit.
Fitted cut(const Canvas& canvas, Face face, Step step, std::string text, float width)
{
    while (!text.empty()) {
        while (text.size() > 1 && is_continuation(text.back())) text.pop_back();
        text.pop_back();
        while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.pop_back();
        const std::string with = text + std::string{ellipsis};
        const float w = text_width(canvas, face, step, with);
        if (w <= width) return {face, with, w};
    }
    return {face, {}, 0};
}

Fitted fit(const Canvas& canvas, Face face, Step step, const Label& label, float width)
{
    const std::string& brief = label.brief.empty() ? label.full : label.brief;
    for (const std::string* text : {&label.full, &brief})
        for (const Face f : {face, condensed(face)})
            if (const float w = text_width(canvas, f, step, *text); w <= width)
                return {f, *text, w};
    return cut(canvas, condensed(face), step, brief, width);
}

/// Moves each glyph from vertex `first` on to the nearest whole pixel, as it is sampled without
/// blending (app/painter.cpp): on a half, processors would choose differently.
void snap_glyphs(ImDrawList& draw, int first)
{
    constexpr int corners = 4;
    for (int glyph = first; glyph + corners <= draw.VtxBuffer.Size; glyph += corners) {
        const float left = draw.VtxBuffer[glyph].pos.x;
        const float by = std::round(left) - left;
        for (int i = glyph; i < glyph + corners; ++i)
            draw.VtxBuffer[i].pos.x = std::round(draw.VtxBuffer[i].pos.x + by);
    }
}

}  // namespace

float text_width(const Canvas& canvas, Face face, Step step, std::string_view text)
{
    const ImFont* font = canvas.fonts().get(face, step);
    const ImVec2 size =
        font->CalcTextSizeA(font->FontSize, 1e9f, 0.0f, text.data(), text.data() + text.size());
    return size.x / canvas.scale().u();
}

float text_at_cap(Canvas& canvas, const TextStyle& style, float x, float cap_top,
                  std::string_view text, Align align)
{
    const float width = text_width(canvas, style.face, style.step, text);
    if (align == Align::right) x -= width;
    if (align == Align::centre) x -= width / 2;
    const ImFont* font = canvas.fonts().get(style.face, style.step);
    const float cap = cap_of(style.step);
    const float baseline = std::round(canvas.scale().px(cap_top + cap));
    // Glyphs stand on a whole pixel row at ImFont::Ascent below the position.
    const ImVec2 position{std::round(canvas.scale().px(x)), baseline - std::round(font->Ascent)};
    const int first = canvas.draw().VtxBuffer.Size;
    canvas.draw().AddText(font, font->FontSize, position, canvas.colour(style.colour), text.data(),
                          text.data() + text.size());
    snap_glyphs(canvas.draw(), first);
    canvas.log_text(std::string{text}, {x, cap_top, width, height_of(style.step)});
    return width;
}

float fitted_text(Canvas& canvas, const TextStyle& style, float x, float cap_top, float width,
                  const Label& label, Align align)
{
    const Fitted fitted = fit(canvas, style.face, style.step, label, width);
    TextStyle with = style;
    with.face = fitted.face;
    if (!fitted.text.empty()) text_at_cap(canvas, with, x, cap_top, fitted.text, align);
    return fitted.width;
}

float fitted_width(const Canvas& canvas, const TextStyle& style, float width, const Label& label)
{
    return fit(canvas, style.face, style.step, label, width).width;
}

float centred_cap(const Box& box, Step step) { return box.y + (box.h - cap_of(step)) / 2; }

Colour colour_of(const Theme& theme, Tone tone)
{
    switch (tone) {
        case Tone::text: return theme.text;
        case Tone::second: return theme.second;
        case Tone::third: return theme.third;
    }
    return theme.text;
}

}  // namespace wallboard
