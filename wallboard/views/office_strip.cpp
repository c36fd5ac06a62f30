#include "wallboard/views/office_strip.hpp"

#include <algorithm>
#include <cstdint>

#include "wallboard/views/verdict_shape.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

constexpr float glyph_room = 52 + 16;
constexpr float least_name = 110;
constexpr float least_gap = 32;

TextStyle style_of(const Canvas& canvas, const Office& office)
{
    const Theme& theme = canvas.theme();
    return office.current ? TextStyle{Face::condensed_bold, Step::one, theme.text}
                          : TextStyle{Face::condensed, Step::one, theme.second};
}

void draw_office(Canvas& canvas, const Office& office, float x, float middle, float name_room)
{
    const float glyph = draw_verdict_glyph(canvas, office, x, middle);
    fitted_text(canvas, style_of(canvas, office), x + glyph + 16, middle - 15.5f, name_room,
                office.name);
}

/// One line: natural widths with equal gaps; where that does not fit every name gets the same room,
/// and where that is too little the last ones are counted.
void draw_line(Canvas& canvas, const EndOfDayView& view)
{
    const Box& box = view.strip;
    const float inner = box.w - 2 * tile_padding;
    const float middle = box.y + box.h / 2;
    float natural = 0;
    for (const Office& office : view.offices)
        natural += glyph_room +
                   text_width(canvas, style_of(canvas, office).face, Step::one, office.name.full);
    const auto n = view.offices.size();
    float x = box.x + tile_padding;
    if (natural + least_gap * static_cast<float>(n - 1) <= inner) {
        const float gap = n > 1 ? (inner - natural) / static_cast<float>(n - 1) : 0;
        for (const Office& office : view.offices) {
            const float name =
                text_width(canvas, style_of(canvas, office).face, Step::one, office.name.full);
            draw_office(canvas, office, x, middle, name + 1);
            x += glyph_room + name + gap;
        }
        return;
    }
    const auto most =
        static_cast<std::size_t>((inner + least_gap) / (glyph_room + least_name + least_gap));
    const bool all = n <= most;
    const std::size_t shown = all ? n : most - 1;
    const float pitch = (inner + least_gap) / static_cast<float>(all ? n : most);
    for (std::size_t i = 0; i < shown; ++i, x += pitch)
        draw_office(canvas, view.offices[i], x, middle, pitch - glyph_room - least_gap - 12);
    if (!all)
        text_at_cap(canvas, {Face::condensed, Step::one, canvas.theme().second}, x, middle - 15.5f,
                    std::to_string(n - shown) + " more");
}

void draw_columns(Canvas& canvas, const EndOfDayView& view)
{
    const Box& box = view.strip;
    const auto columns = static_cast<std::size_t>(view.strip_columns);
    const float width = (box.w - 2 * tile_padding) / static_cast<float>(columns);
    const auto rows = static_cast<std::size_t>((box.h - 32) / 84);
    const std::size_t most = rows * columns;
    const std::size_t n = view.offices.size();
    const std::size_t shown = n <= most ? n : most - 1;
    for (std::size_t i = 0; i < std::min(n, most); ++i) {
        const float x = box.x + tile_padding + static_cast<float>(i / rows) * width;
        const float middle = box.y + 16 + (static_cast<float>(i % rows) + 0.5f) * 84;
        if (i < shown)
            draw_office(canvas, view.offices[i], x, middle, width - glyph_room - least_gap - 12);
        else
            text_at_cap(canvas, {Face::condensed, Step::one, canvas.theme().second}, x,
                        middle - 15.5f, std::to_string(n - shown) + " more");
    }
}

}  // namespace

void draw_office_strip(Canvas& canvas, const EndOfDayView& view)
{
    if (view.strip.empty() || view.offices.empty()) return;
    draw_tile(canvas, view.strip);
    if (view.strip_columns > 0)
        draw_columns(canvas, view);
    else
        draw_line(canvas, view);
}

}  // namespace wallboard
