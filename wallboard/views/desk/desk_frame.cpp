#include <algorithm>

#include "wallboard/views/desk/desk_parts.hpp"
#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/key_cap.hpp"
#include "wallboard/widgets/text.hpp"

namespace wallboard::desk {
namespace {

constexpr float entry_height = 112;
constexpr float nav_top = 130;
constexpr float nav_left = 52;
constexpr float chip_height = 70;
constexpr float chip_pad = 32;
constexpr float chip_gap = 24;
constexpr float chip_width_max = 520;
constexpr float edge = 3;

void draw_mark_of_program(Canvas& canvas)
{
    const Colour ink = canvas.theme().text;
    const Box frame{nav_left, 42, 48, 48};
    canvas.outline(frame, ink, 4, 8);
    for (int i = 0; i < 3; ++i) {
        const float height = i == 0 ? 14.0f : i == 1 ? 26.0f : 19.0f;
        canvas.fill(
            {frame.x + 11 + static_cast<float>(i) * 10, frame.bottom() - 11 - height, 6, height},
            ink);
    }
    text_at_cap(canvas, {Face::bold, Step::one, ink}, frame.right() + 22, 51, "Callwatch");
}

void draw_entry(Canvas& canvas, const NavEntry& entry, const Box& box)
{
    const Theme& theme = canvas.theme();
    canvas.enter_tile(box);
    if (entry.chosen) {
        canvas.fill(box.inset(24, 2), theme.raised, 12);
        canvas.fill({0, box.y + 10, 8, box.h - 20}, theme.text);
    }
    const float middle = box.y + box.h / 2;
    const float key = draw_key_hint(canvas, {entry.hint.key, {}}, nav_left, middle);
    float right = box.right() - 40;
    if (entry.badge) {
        draw_badge(canvas, *entry.badge, BadgeHeight::low, right - low_badge_pad, middle);
        right -= badge_width(canvas, *entry.badge, BadgeHeight::low) + 16;
    }
    const float left = nav_left + key + 28;
    fitted_text(canvas, {Face::medium, Step::one, entry.chosen ? theme.text : theme.second}, left,
                centred_cap(box, Step::one), right - left, {entry.hint.does, {}});
}

/// Draws a chip and returns where the next one begins.
float draw_chip(Canvas& canvas, const Chip& chip, float x, float right, Hits& hits)
{
    const Theme& theme = canvas.theme();
    const float key = chip.key.empty() ? 0 : key_hint_width(canvas, {chip.key, {}}) + 16;
    const float wanted =
        fitted_width(canvas, {Face::medium, Step::one, theme.text}, chip_width_max, chip.text);
    const Box box{x, (head_height - chip_height) / 2, wanted + key + 2 * chip_pad, chip_height};
    if (box.right() > right) return x;
    canvas.fill(box, chip.chosen ? theme.raised : theme.page, chip_height / 2);
    canvas.outline(box, chip.chosen ? theme.second : theme.line, edge, chip_height / 2);
    float left = box.x + chip_pad;
    if (!chip.key.empty())
        left += draw_key_hint(canvas, {chip.key, {}}, left - 12, box.y + box.h / 2) + 4;
    fitted_text(canvas, {Face::medium, Step::one, chip.chosen ? theme.text : theme.second}, left,
                centred_cap(box, Step::one), box.right() - left, chip.text);
    hits.push_back({box, chip.touch});
    return box.right() + chip_gap;
}

}  // namespace

void draw_nav(Canvas& canvas, const Frame& frame, float height, Hits& hits)
{
    const Theme& theme = canvas.theme();
    const Box nav{0, 0, nav_width, height};
    canvas.enter_tile(nav);
    canvas.fill(nav, theme.tile);
    canvas.fill({nav_width - edge, 0, edge, height}, theme.line);
    draw_mark_of_program(canvas);
    float y = nav_top;
    for (const NavEntry& entry : frame.nav) {
        const Box box{0, y, nav_width, entry_height};
        draw_entry(canvas, entry, box);
        hits.push_back({box, entry.touch});
        y += entry_height;
    }
    canvas.enter_tile(nav);
    const float foot = height - 220;
    canvas.hairline(nav_left, foot, nav_width - 2 * nav_left, theme.line);
    const float width = nav_width - 2 * nav_left;
    fitted_text(canvas, {Face::bold, Step::one, theme.text}, nav_left, foot + 36, width,
                {frame.me, {}});
    fitted_text(canvas, {Face::regular, Step::one, theme.second}, nav_left, foot + 96, width,
                {frame.role, {}});
    fitted_text(canvas, {Face::regular, Step::one, theme.second}, nav_left, foot + 156, width,
                {frame.reach, {}});
}

void draw_head(Canvas& canvas, const Frame& frame, float width, Hits& hits)
{
    const Theme& theme = canvas.theme();
    const Box box{nav_width, 0, width - nav_width, head_height};
    canvas.enter_tile(box);
    canvas.hairline(box.x, head_height, box.w, theme.line);
    const float label_top = centred_cap(box, Step::one);
    const float title_top = centred_cap(box, Step::one_and_half);
    float right = box.right() - desk_margin;
    if (!frame.head.zone.empty())
        right -= text_at_cap(canvas, {Face::regular, Step::one, theme.second}, right, label_top,
                             frame.head.zone, Align::right) +
                 28;
    right -= text_at_cap(canvas, {Face::bold, Step::one_and_half, theme.clock}, right, title_top,
                         frame.head.clock, Align::right) +
             42;
    right -= text_at_cap(canvas, {Face::regular, Step::one, theme.second}, right, label_top,
                         frame.date, Align::right) +
             42;
    if (frame.head.doubt) {
        draw_badge(canvas, *frame.head.doubt, BadgeHeight::low, right - low_badge_pad,
                   head_height / 2);
        right -= badge_width(canvas, *frame.head.doubt, BadgeHeight::low) + 42;
    } else if (!frame.head.freshness.full.empty()) {
        right -= fitted_text(canvas, {Face::regular, Step::one, theme.second}, right, label_top,
                             700, frame.head.freshness, Align::right) +
                 42;
    }
    float x = box.x + desk_margin;
    x += text_at_cap(canvas, {Face::bold, Step::one_and_half, theme.text}, x, title_top,
                     frame.head.title.full) +
         42;
    for (const Chip& chip : frame.chips) x = draw_chip(canvas, chip, x, right, hits);
}

void draw_keys(Canvas& canvas, const Frame& frame, float width, float height)
{
    const Theme& theme = canvas.theme();
    const Box box{nav_width, height - keys_height, width - nav_width, keys_height};
    canvas.enter_tile(box);
    canvas.hairline(box.x, box.y, box.w, theme.line);
    const float middle = box.y + box.h / 2;
    const KeyHint explain{"F1", "explain"};
    const float end = box.right() - desk_margin;
    const float last = end - key_hint_width(canvas, explain);
    draw_key_hint(canvas, explain, last, middle);
    float x = box.x + desk_margin;
    for (const KeyHint& hint : frame.keys) {
        const float wide = key_hint_width(canvas, hint);
        if (x + wide > last - 44) break;
        draw_key_hint(canvas, hint, x, middle);
        x += wide + 44;
    }
}

void draw_notices(Canvas& canvas, const Frame& frame, const Box& page, FigurePlaces& figures)
{
    const Theme& theme = canvas.theme();
    constexpr float height = 96;
    float bottom = page.bottom() - 20;
    for (auto notice = frame.notices.rbegin(); notice != frame.notices.rend(); ++notice) {
        const Box box{page.x + desk_margin, bottom - height, page.w - 2 * desk_margin, height};
        const bool refused = notice->standing == Standing::action;
        canvas.enter_tile(box);
        figures.push_back({box, box, {}});
        canvas.fill(box, refused ? theme.action : theme.raised, 12);
        if (!refused)
            canvas.outline(box, notice->standing == Standing::warning ? theme.focus : theme.line,
                           edge, 12);
        fitted_text(canvas, {Face::medium, Step::one, refused ? theme.on_action : theme.text},
                    box.x + desk_padding, centred_cap(box, Step::one), box.w - 2 * desk_padding,
                    {notice->text, {}});
        bottom -= height + 16;
    }
}

}  // namespace wallboard::desk
