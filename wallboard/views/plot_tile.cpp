#include "wallboard/views/plot_tile.hpp"

#include <algorithm>

#include "wallboard/views/table.hpp"
#include "wallboard/widgets/area_plot.hpp"
#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/bar_plot.hpp"
#include "wallboard/widgets/heat_map.hpp"
#include "wallboard/widgets/line_plot.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/plot_frame.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

constexpr float title_top = 32;
constexpr float swatch = 28;
constexpr float after_swatch = 16;
constexpr float between_entries = 24;
constexpr float heat_step = 24;
constexpr float heat_between = 3;
constexpr int heat_steps = 5;
constexpr float title_least = 120;

using Swatch = LegendEntry::Swatch;

float swatch_width(Swatch kind)
{
    return kind == Swatch::heat ? heat_steps * (heat_step + heat_between) - heat_between : swatch;
}

void draw_heat_steps(Canvas& canvas, float x, float y)
{
    for (int i = 0; i < heat_steps; ++i) {
        const float heat = (static_cast<float>(i) + 0.3f) / heat_steps;
        canvas.fill({x, y, heat_step, swatch}, heat_colour(canvas.theme(), heat));
        x += heat_step + heat_between;
    }
}

void draw_swatch(Canvas& canvas, Swatch kind, float x, float cap_top)
{
    const Theme& theme = canvas.theme();
    const float y = cap_top + (label_cap_u - swatch) / 2;
    const Box box{x, y, swatch, swatch};
    switch (kind) {
        case Swatch::answered: canvas.fill(box, theme.bar, 3); return;
        case Swatch::abandoned: canvas.fill(box, theme.text, 3); return;
        case Swatch::waiting: canvas.outline(box, theme.bar, 3, 3); return;
        case Swatch::heat: draw_heat_steps(canvas, x, y); return;
        case Swatch::amber: draw_mark(canvas, Mark::triangle, x, y, swatch, theme.second); return;
        case Swatch::red: draw_mark(canvas, Mark::square, x, y, swatch, theme.second); return;
    }
}

const std::string& words_of(const LegendEntry& entry, bool brief)
{
    return brief && !entry.label.brief.empty() ? entry.label.brief : entry.label.full;
}

float entry_width(const Canvas& canvas, const LegendEntry& entry, bool brief)
{
    const std::string& words = words_of(entry, brief);
    const float w = swatch_width(entry.swatch);
    return words.empty() ? w
                         : w + after_swatch + text_width(canvas, Face::condensed, Step::one, words);
}

float legend_width(const Canvas& canvas, const PlotTile& tile, bool brief)
{
    float width = 0;
    for (const LegendEntry& entry : tile.legend)
        width += entry_width(canvas, entry, brief) + between_entries;
    return width;
}

/// Entries stand at the right; where not all have room the last ones do. Returns where they begin.
float draw_legend(Canvas& canvas, const PlotTile& tile, float left, float right, float title)
{
    const bool brief = right - legend_width(canvas, tile, false) - left < title;
    const float top = tile.box.y + title_top;
    for (auto entry = tile.legend.rbegin(); entry != tile.legend.rend(); ++entry) {
        const float width = entry_width(canvas, *entry, brief);
        if (right - width - between_entries - left < std::min(title, title_least)) break;
        draw_swatch(canvas, entry->swatch, right - width, top);
        const std::string& words = words_of(*entry, brief);
        if (!words.empty())
            text_at_cap(canvas, {Face::condensed, Step::one, canvas.theme().second}, right, top,
                        words, Align::right);
        right -= width + between_entries;
    }
    return right;
}

/// Title at the left; legend, badge or figure at the right.
void draw_head(Canvas& canvas, const PlotTile& tile)
{
    const TileInk ink = draw_tile(canvas, tile.box, tile.standing);
    const float left = content_left(tile.box, tile.standing);
    const float top = tile.box.y + title_top;
    const TextStyle style{Face::condensed_medium, Step::one, ink.text};
    const std::string& brief = tile.title.brief.empty() ? tile.title.full : tile.title.brief;
    const float title = text_width(canvas, style.face, style.step, brief);
    float right = tile.box.right() - tile_padding;
    if (tile.badge) {
        const float middle = top + label_cap_u / 2;
        draw_badge(canvas, *tile.badge, BadgeHeight::low, right - low_badge_pad, middle);
        right -= badge_width(canvas, *tile.badge, BadgeHeight::low) + after_swatch;
    } else if (!tile.figure.empty()) {
        right -= text_at_cap(canvas, {Face::bold, Step::one, ink.text}, right, top, tile.figure,
                             Align::right) +
                 between_entries;
    }
    right = draw_legend(canvas, tile, left, right, title);
    fitted_text(canvas, style, left, top, std::max(0.0f, right - left), tile.title);
}

}  // namespace

void draw_calls_plot(Canvas& canvas, const CallsPlot& plot)
{
    if (plot.tile.box.empty()) return;
    draw_head(canvas, plot.tile);
    if (plot.tile.table) return draw_table(canvas, *plot.tile.table);
    draw_plot_ground(canvas, plot.tile.frame);
    draw_bar_plot(canvas, plot.tile.frame.field, plot.bars);
    draw_plot_marks(canvas, plot.tile.frame);
}

void draw_service_plot(Canvas& canvas, const ServicePlot& plot)
{
    if (plot.tile.box.empty()) return;
    draw_head(canvas, plot.tile);
    if (plot.tile.table) return draw_table(canvas, *plot.tile.table);
    draw_plot_ground(canvas, plot.tile.frame);
    draw_line_plot(canvas, plot.tile.frame.field, plot.line);
    draw_plot_marks(canvas, plot.tile.frame);
}

void draw_waits_plot(Canvas& canvas, const WaitsPlot& plot)
{
    if (plot.tile.box.empty()) return;
    draw_head(canvas, plot.tile);
    if (plot.tile.table) return draw_table(canvas, *plot.tile.table);
    draw_heat_map(canvas, plot.tile.frame.field, plot.map);
    draw_plot_marks(canvas, plot.tile.frame);
}

void draw_open_plot(Canvas& canvas, const OpenPlot& plot)
{
    if (plot.tile.box.empty()) return;
    draw_head(canvas, plot.tile);
    if (plot.tile.table) return draw_table(canvas, *plot.tile.table);
    draw_plot_ground(canvas, plot.tile.frame);
    draw_area_plot(canvas, plot.tile.frame.field, plot.area);
    draw_plot_marks(canvas, plot.tile.frame);
}

void draw_trend_plots(Canvas& canvas, const TrendPlots& plots)
{
    draw_calls_plot(canvas, plots.calls);
    draw_service_plot(canvas, plots.service);
    draw_waits_plot(canvas, plots.waits);
    draw_open_plot(canvas, plots.open);
}

}  // namespace wallboard
