#include "wallboard/views/health_page.hpp"

#include "wallboard/views/footline.hpp"
#include "wallboard/views/hero_tile.hpp"
#include "wallboard/views/page_frame.hpp"
#include "wallboard/views/stale_banner.hpp"
#include "wallboard/views/table.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

constexpr float line_pitch = 47;
constexpr float between_items = 10;

/// Each thing in two lines: what is the matter, and what that means.
void draw_meanings(Canvas& canvas, const Meanings& meanings)
{
    const Box& box = meanings.box;
    if (box.empty()) return;
    draw_tile(canvas, box);
    const Theme& theme = canvas.theme();
    const float left = box.x + tile_padding;
    const float right = box.right() - tile_padding;
    float y = box.y + tile_padding;
    float counter = 0;
    if (!meanings.counter.empty())
        counter = 32 + text_at_cap(canvas, {Face::condensed, Step::one, theme.third}, right, y,
                                   meanings.counter, Align::right);
    for (const Meaning& one : meanings.shown) {
        const Mark mark = mark_of(one.standing);
        float x = left;
        if (mark != Mark::none) {
            draw_mark(canvas, mark, x, y, label_cap_u,
                      one.standing == Standing::warning ? theme.warning_mark : theme.text);
            x += label_cap_u + 20;
        }
        fitted_text(canvas, {Face::bold, Step::one, theme.text}, x, y, right - x - counter,
                    one.what);
        counter = 0;
        fitted_text(canvas, {Face::condensed, Step::one, theme.second}, x, y + line_pitch,
                    right - x, one.means);
        y += 2 * line_pitch + between_items;
    }
}

void draw_record(Canvas& canvas, const Record& record)
{
    const Box& box = record.box;
    if (box.empty()) return;
    draw_tile(canvas, box);
    const Theme& theme = canvas.theme();
    const float left = box.x + tile_padding;
    const float right = box.right() - tile_padding;
    const float pitch = (box.h - 2 * hairline_row_pad) / 4;
    Box row{left, box.y + hairline_row_pad, right - left, pitch};
    for (const Record::Line& line : record.lines) {
        const float top = centred_cap(row, Step::one);
        if (row.y > box.y + hairline_row_pad) canvas.hairline(left, row.y, row.w, theme.line);
        const float name =
            text_at_cap(canvas, {Face::condensed, Step::one, theme.third}, left, top, line.name);
        fitted_text(canvas, {Face::medium, Step::one, theme.text}, right, top,
                    right - left - name - 16, {line.value, {}}, Align::right);
        row.y += pitch;
    }
}

}  // namespace

void draw_health_page(Canvas& canvas, const HealthView& view)
{
    draw_page_frame(canvas, view.frame, view.layout);
    draw_hero_tile(canvas, view.sources);
    draw_hero_tile(canvas, view.journal);
    draw_table(canvas, view.table);
    draw_meanings(canvas, view.meanings);
    draw_record(canvas, view.record);
    draw_footline(canvas, view.footline);
    draw_stale_banner(canvas, view.frame, view.layout);
}

}  // namespace wallboard
