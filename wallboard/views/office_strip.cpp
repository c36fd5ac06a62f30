#include "wallboard/views/office_strip.hpp"

#include <algorithm>
#include <cstdint>

#include "wallboard/views/verdict_shape.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

constexpr float glyph_gap = 16;
constexpr float least_name = 110;
constexpr float least_gap = 32;
static_assert(glyph_gap + least_gap >= office_least);

TextStyle style_of(const Canvas& canvas, const Office& office)
{
    const Theme& theme = canvas.theme();
    return office.current ? TextStyle{Face::condensed_bold, Step::one, theme.text}
                          : TextStyle{Face::condensed, Step::one, theme.second};
}

float natural_width(const Canvas& canvas, const Office& office)
{
    return verdict_glyph_width(canvas, office) + glyph_gap +
           text_width(canvas, style_of(canvas, office).face, Step::one, office.name.full);
}

/// Glyph and name in at most `room`.
void draw_office(Canvas& canvas, const Office& office, float x, float middle, float room)
{
    const float glyph = draw_verdict_glyph(canvas, office, x, middle) + glyph_gap;
    fitted_text(canvas, style_of(canvas, office), x + glyph, middle - 15.5f,
                std::max(0.0f, room - glyph), office.name);
}

void draw_more(Canvas& canvas, std::size_t more, float x, float middle)
{
    text_at_cap(canvas, {Face::condensed, Step::one, canvas.theme().second}, x, middle - 15.5f,
                std::to_string(more) + " more");
}

/// One line: natural widths with equal gaps; where that does not fit every office gets the same
/// room, and where that is too little the last ones are counted.
void draw_line(Canvas& canvas, const EndOfDayView& view)
{
    const Box& box = view.strip;
    const float inner = box.w - 2 * tile_padding;
    const float middle = box.y + box.h / 2;
    float natural = 0;
    for (const Office& office : view.offices) natural += natural_width(canvas, office);
    const std::size_t n = view.offices.size() + view.more_offices;
    float x = box.x + tile_padding;
    if (view.more_offices == 0 && natural + least_gap * static_cast<float>(n - 1) <= inner) {
        const float gap = n > 1 ? (inner - natural) / static_cast<float>(n - 1) : 0;
        for (const Office& office : view.offices) {
            const float width = natural_width(canvas, office);
            draw_office(canvas, office, x, middle, width + 1);
            x += width + gap;
        }
        return;
    }
    float glyph = 52;
    for (const Office& office : view.offices)
        glyph = std::max(glyph, verdict_glyph_width(canvas, office));
    const float least = glyph + glyph_gap + least_name;
    const auto most = static_cast<std::size_t>((inner + least_gap) / (least + least_gap));
    const bool all = n <= most;
    const std::size_t shown = all ? n : most - 1;
    const float pitch = (inner + least_gap) / static_cast<float>(all ? n : most);
    for (std::size_t i = 0; i < shown; ++i, x += pitch)
        draw_office(canvas, view.offices[i], x, middle, pitch - least_gap);
    if (!all) draw_more(canvas, n - shown, x, middle);
}

void draw_columns(Canvas& canvas, const EndOfDayView& view)
{
    const Box& box = view.strip;
    const auto columns = static_cast<std::size_t>(view.strip_columns);
    const float width = (box.w - 2 * tile_padding) / static_cast<float>(columns);
    const auto rows = static_cast<std::size_t>((box.h - 32) / 84);
    const std::size_t most = rows * columns;
    const std::size_t n = view.offices.size() + view.more_offices;
    const std::size_t shown = n <= most ? n : most - 1;
    for (std::size_t i = 0; i < std::min(n, most); ++i) {
        const float x = box.x + tile_padding + static_cast<float>(i / rows) * width;
        const float middle = box.y + 16 + (static_cast<float>(i % rows) + 0.5f) * 84;
        if (i < shown)
            draw_office(canvas, view.offices[i], x, middle, width - least_gap);
        else
            draw_more(canvas, n - shown, x, middle);
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
