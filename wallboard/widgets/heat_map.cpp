#include "wallboard/widgets/heat_map.hpp"

#include <algorithm>
#include <cmath>

#include "wallboard/widgets/hatch.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/plot_frame.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard {
namespace {

constexpr float beside_names = 12;
constexpr float corner = 4;
constexpr float mark_most = 26;
/// The tallest row: fewer days are no reason for towers. On a large field five of them
/// nearly fill it.
constexpr float row_tallest = 61;
constexpr float rows_in_field = 5.5f;

void draw_cell(Canvas& canvas, const HeatCell& cell, const Box& box)
{
    const Theme& theme = canvas.theme();
    switch (cell.state) {
        case HeatCell::State::blank: return;
        case HeatCell::State::ahead: canvas.outline(box, theme.line, 2, corner); return;
        case HeatCell::State::unseen:
            draw_hatch(canvas, box, theme.unknown, theme.hatch, HatchSize::small, corner);
            return;
        case HeatCell::State::filled: break;
    }
    const bool red = cell.mark == Mark::square;
    canvas.fill(box, red ? theme.action : heat_colour(theme, cell.heat), corner);
    const float most = std::min({mark_most, 0.7f * box.w, 0.7f * box.h});
    const float size = red ? 0.75f * most : most;
    draw_mark(canvas, cell.mark, box.x + (box.w - size) / 2, box.y + (box.h - size) / 2, size,
              red ? theme.on_action : theme.on_heat);
}

void draw_row(Canvas& canvas, const HeatRow& row, const Box& box)
{
    const Theme& theme = canvas.theme();
    const float top = centred_cap(box, Step::one);
    text_at_cap(canvas, {Face::condensed, Step::one, row.today ? theme.text : theme.third},
                box.x - beside_names, top, row.name, Align::right);
    if (!row.words.empty()) {
        canvas.outline(box.inset(2, 2), theme.line, 2, corner);
        fitted_text(canvas, {Face::condensed, Step::one, theme.third}, box.x + box.w / 2, top,
                    box.w - 2 * beside_names, {row.words, {}}, Align::centre);
        return;
    }
    const float w = box.w / static_cast<float>(row.cells.size());
    const float between = std::min(2.0f, 0.1f * w);
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        draw_cell(canvas, row.cells[i],
                  Box{box.x + w * static_cast<float>(i), box.y, w, box.h}.inset(between, 2));
    for (const PlotGap& gap : row.questions)
        if (gap.question)
            draw_question(canvas,
                          {box.x + gap.from * box.w, box.y, (gap.to - gap.from) * box.w, box.h});
}

}  // namespace

Colour heat_colour(const Theme& theme, float heat)
{
    const auto mix = [&](int shift) {
        const auto part = [&](Colour colour) {
            return static_cast<float>((colour.rgb >> shift) & 0xFFu);
        };
        const float from = part(theme.raised);
        const float value = from + (part(theme.heat) - from) * std::clamp(heat, 0.0f, 1.0f);
        return static_cast<std::uint32_t>(std::lround(value)) << shift;
    };
    return {mix(16) | mix(8) | mix(0)};
}

void draw_heat_map(Canvas& canvas, const Box& field, const HeatMap& map)
{
    if (map.rows.empty()) return;
    const float most = std::max(row_tallest, field.h / rows_in_field);
    const float pitch = std::min(most, field.h / static_cast<float>(map.rows.size()));
    float y = field.bottom() - pitch * static_cast<float>(map.rows.size());
    for (const HeatRow& row : map.rows) {
        draw_row(canvas, row, {field.x, y, field.w, pitch});
        y += pitch;
    }
}

}  // namespace wallboard
