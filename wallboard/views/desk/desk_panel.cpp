#include <algorithm>

#include "wallboard/model/desk/frame.hpp"
#include "wallboard/views/desk/desk_parts.hpp"
#include "wallboard/views/desk/lamp.hpp"
#include "wallboard/widgets/key_cap.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/paragraph.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard::desk {
namespace {

constexpr float button_height = 100;
constexpr float button_gap = 22;
constexpr float after = 34;  ///< Between two items.

/// Draws items one under the other; each draw() returns how high it was.
class Column {
public:
    Column(Canvas& canvas, const Box& box, Hits& hits)
        : canvas_{canvas},
          theme_{canvas.theme()},
          hits_{hits},
          x_{box.x + desk_padding},
          y_{box.y + desk_padding},
          width_{box.w - 2 * desk_padding},
          bottom_{box.bottom()}
    {
    }

    /// Where not all have room, quiet sentences go first, from the last; then the fields that are
    /// farthest from the one that is written in; then what stands last.
    void add(const std::vector<PanelItem>& items)
    {
        std::vector<const PanelItem*> kept;
        for (const PanelItem& item : items) kept.push_back(&item);
        while (!kept.empty() && height_of_all(kept) > bottom_ - y_)
            kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(least_needed(kept)));
        for (const PanelItem* item : kept) {
            std::visit([&](const auto& one) { draw(one); }, *item);
            y_ += height_of(*item) + after;
        }
    }

private:
    float height_of(const PanelItem& item) const
    {
        return std::visit([&](const auto& one) { return this->height_of(one); }, item);
    }
    float height_of_all(const std::vector<const PanelItem*>& items) const
    {
        float sum = 0;
        for (const PanelItem* item : items) sum += height_of(*item) + after;
        return sum;
    }

    static std::size_t least_needed(const std::vector<const PanelItem*>& items)
    {
        for (std::size_t i = items.size(); i-- > 0;)
            if (const auto* sentence = std::get_if<Sentence>(items[i]);
                sentence != nullptr && !sentence->strong)
                return i;
        std::size_t active = items.size(), first = items.size(), last = 0;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (const auto* entry = std::get_if<Entry>(items[i])) {
                if (entry->active) active = i;
                first = std::min(first, i);
                last = i;
            }
        if (first == items.size() || first == last) return items.size() - 1;
        if (active == items.size()) return first;  // All are filled: the last ones stay.
        return active - first > last - active ? first : last;
    }

    TextStyle style(Face face, Colour colour, Step step = Step::one) const
    {
        return {face, step, colour};
    }
    std::size_t lines(Face face, const std::string& text, float width, std::size_t most = 12) const
    {
        return lines_of(canvas_, face, Step::one, width, text, most).size();
    }

    float height_of(const Heading&) const { return 62; }
    void draw(const Heading& item)
    {
        float aside = 0;
        if (!item.aside.empty())
            aside = fitted_text(canvas_, style(Face::regular, theme_.second), x_ + width_, y_ + 8,
                                width_ / 3, {item.aside, {}}, Align::right);
        fitted_text(canvas_, style(Face::bold, theme_.text, Step::one_and_half), x_, y_,
                    width_ - aside - 32, item.text);
    }

    float height_of(const Facts&) const { return 96; }
    void draw(const Facts& item)
    {
        const auto n = static_cast<float>(std::max<std::size_t>(1, item.facts.size()));
        const float each = width_ / n;
        for (std::size_t i = 0; i < item.facts.size(); ++i) {
            const float x = x_ + static_cast<float>(i) * each;
            fitted_text(canvas_, style(Face::regular, theme_.third), x, y_, each - 20,
                        {item.facts[i].title, {}});
            fitted_text(canvas_, style(Face::medium, theme_.text), x, y_ + 50, each - 20,
                        {item.facts[i].value, {}});
        }
    }

    static constexpr float pair_title = 0.27f;
    float height_of(const Pair& item) const
    {
        return static_cast<float>(std::max<std::size_t>(
                   1, lines(Face::medium, item.value, width_ * (1 - pair_title), 3))) *
                   line_pitch -
               20;
    }
    void draw(const Pair& item)
    {
        const float title = width_ * pair_title;
        fitted_text(canvas_, style(Face::regular, theme_.third), x_, y_, title - 20,
                    {item.title, {}});
        draw_paragraph(canvas_, style(Face::medium, theme_.text), x_ + title, y_, width_ - title,
                       item.value, 3);
    }

    float height_of(const Sentence& item) const
    {
        return static_cast<float>(
                   lines(item.strong ? Face::medium : Face::regular, item.text, width_)) *
                   line_pitch -
               10;
    }
    void draw(const Sentence& item)
    {
        draw_paragraph(
            canvas_,
            style(item.strong ? Face::medium : Face::regular, colour_of(theme_, item.tone)), x_, y_,
            width_, item.text, 12);
    }

    float height_of(const Remark& item) const
    {
        const float inner = width_ - 64;
        const auto n = lines(Face::medium, item.text, inner, 4) +
                       (item.detail.empty() ? 0 : lines(Face::regular, item.detail, inner, 3));
        return static_cast<float>(n) * line_pitch + 56;
    }
    void draw(const Remark& item)
    {
        const Box box{x_, y_, width_, height_of(item)};
        canvas_.fill(box, theme_.raised, 12);
        if (item.standing == Standing::warning) canvas_.outline(box, theme_.warning, 4, 12);
        if (item.standing == Standing::action) canvas_.outline(box, theme_.action, 6, 12);
        float right = box.right() - 32;
        if (!item.figure.empty())
            right -= text_at_cap(canvas_, style(Face::bold, theme_.text, Step::one_and_half), right,
                                 centred_cap(box, Step::one_and_half), item.figure, Align::right);
        const float inner = right - box.x - 32;
        float y = box.y + 38;
        y += draw_paragraph(canvas_, style(Face::medium, theme_.text), box.x + 32, y, inner,
                            item.text, 4);
        if (!item.detail.empty())
            draw_paragraph(canvas_, style(Face::regular, theme_.second), box.x + 32, y, inner,
                           item.detail, 3);
    }

    static constexpr float life_when = 330;
    static constexpr float life_left = 60;
    float height_of(const LifeStep& item) const
    {
        const float inner = width_ - life_left - life_when;
        const auto n = 1 + (item.detail.empty() ? 0 : lines(Face::regular, item.detail, inner, 3));
        return static_cast<float>(n) * line_pitch - 12;
    }
    void draw(const LifeStep& item)
    {
        const Point centre{x_ + 14, y_ + 15};
        if (item.past)
            canvas_.disc(centre, 13, theme_.text);
        else
            canvas_.ring(centre, 13, theme_.third, 4);
        fitted_text(canvas_, style(Face::medium, theme_.text), x_ + life_left, y_, life_when - 30,
                    {item.when, {}});
        const float left = x_ + life_left + life_when;
        const float inner = width_ - life_left - life_when;
        fitted_text(canvas_, style(Face::medium, theme_.text), left, y_, inner, {item.what, {}});
        draw_paragraph(canvas_, style(Face::regular, theme_.second), left, y_ + line_pitch - 4,
                       inner, item.detail, 3);
    }

    static constexpr float lamp = 84;
    float height_of(const Proof& item) const
    {
        const float inner = width_ - lamp - 30;
        const auto n =
            lines(Face::bold, item.text, inner, 2) + lines(Face::regular, item.detail, inner, 3);
        return 34 + static_cast<float>(n) * line_pitch;
    }
    void draw(const Proof& item)
    {
        draw_lamp(canvas_, item.lamp, {x_ + 36, y_ + 40}, 36);
        const float left = x_ + lamp + 30;
        const float inner = width_ - lamp - 30;
        fitted_text(canvas_, style(Face::regular, theme_.third), left, y_, inner, {item.title, {}});
        const float text = draw_paragraph(canvas_, style(Face::bold, theme_.text), left, y_ + 54,
                                          inner, item.text, 2);
        draw_paragraph(canvas_, style(Face::regular, theme_.second), left, y_ + 54 + text, inner,
                       item.detail, 3);
    }

    static constexpr float field_height = 96;
    float height_of(const Entry& item) const
    {
        const auto rows = item.choices.empty() ? 1.0f : static_cast<float>(item.choices.size());
        const float body = item.choices.empty() ? field_height : rows * 76;
        return 56 + body;
    }
    void draw(const Entry& item)
    {
        const float height = height_of(item);
        fitted_text(canvas_, style(Face::regular, item.active ? theme_.text : theme_.third), x_, y_,
                    width_, {item.title, {}});
        hits_.push_back({{x_, y_, width_, height}, ChooseField{item.at}});
        if (!item.choices.empty()) return draw_choices(item, y_ + 52);
        const Box box{x_, y_ + 52, width_, field_height};
        canvas_.fill(box, theme_.raised, 8);
        if (item.active) canvas_.outline(box, theme_.focus, 4, 8);
        draw_text_in(item, box.inset(28, 0));
    }

    /// The end that has the caret is always to be seen.
    void draw_text_in(const Entry& item, const Box& box)
    {
        const float top = centred_cap(box, Step::one);
        if (item.text.empty() && !item.active) {
            fitted_text(canvas_, style(Face::regular, theme_.third), box.x, top, box.w,
                        {item.hint, {}});
            return;
        }
        const auto width = [&](std::string_view text) {
            return text_width(canvas_, Face::medium, Step::one, text);
        };
        std::string_view shown = item.text;
        std::size_t skipped = 0;
        while (skipped < item.caret && width(shown.substr(0, item.caret - skipped)) > box.w - 20) {
            shown.remove_prefix(1);
            ++skipped;
            while (!shown.empty() && (static_cast<unsigned char>(shown.front()) & 0xC0u) == 0x80u) {
                shown.remove_prefix(1);
                ++skipped;
            }
        }
        const float before = width(shown.substr(0, item.caret - skipped));
        fitted_text(canvas_, style(Face::medium, theme_.text), box.x, top, box.w,
                    {std::string{shown}, {}});
        if (!item.active) return;
        canvas_.fill({box.x + before + 2, top - 12, 4, 55}, theme_.focus);
        if (item.text.empty())
            fitted_text(canvas_, style(Face::regular, theme_.third), box.x + 22, top, box.w - 22,
                        {item.hint, {}});
    }

    void draw_choices(const Entry& item, float y)
    {
        for (std::size_t i = 0; i < item.choices.size(); ++i) {
            const Box row{x_, y, width_, 72};
            const bool chosen = i == item.chosen;
            if (chosen) {
                canvas_.fill(row, theme_.selected, 8);
                if (item.active) canvas_.outline(row, theme_.focus, 4, 8);
            }
            const KeyHint key{std::to_string(i + 1), {}};
            const float wide = draw_key_hint(canvas_, key, row.x + 12, row.y + row.h / 2);
            fitted_text(canvas_, style(Face::medium, chosen ? theme_.text : theme_.second),
                        row.x + wide + 40, centred_cap(row, Step::one), row.w - wide - 52,
                        {item.choices[i], {}});
            y += 76;
        }
    }

    float height_of(const Rule&) const { return 8; }
    void draw(const Rule&) { canvas_.hairline(x_, y_ + 4, width_, theme_.line); }

    Canvas& canvas_;
    const Theme& theme_;
    Hits& hits_;
    float x_;
    float y_;
    float width_;
    float bottom_;
};

void draw_button(Canvas& canvas, const Button& button, const Box& box)
{
    const Theme& theme = canvas.theme();
    canvas.fill(box, button.hint.armed ? theme.focus : theme.raised, 10);
    float left = box.x + 24;
    if (button.hint.armed)
        left += text_at_cap(canvas, {Face::bold, Step::one, theme.on_focus}, left + 20,
                            centred_cap(box, Step::one), button.hint.key) +
                64;
    else
        left += draw_key_hint(canvas, {button.hint.key, {}}, left, box.y + box.h / 2) + 24;
    fitted_text(canvas, {Face::bold, Step::one, button.hint.armed ? theme.on_focus : theme.text},
                left, centred_cap(box, Step::one), box.right() - left - 16, {button.hint.does, {}});
}

}  // namespace

void draw_panel(Canvas& canvas, const Panel& panel, Hits& hits)
{
    if (panel.box.empty()) return;
    const Theme& theme = canvas.theme();
    draw_tile(canvas, panel.box);
    if (panel.focus) canvas.outline(panel.box, theme.focus, 5, tile_corner);
    const auto lines = (panel.buttons.size() + 1) / 2;
    const float foot = lines == 0 ? 0
                                  : static_cast<float>(lines) * (button_height + button_gap) -
                                        button_gap + 2 * desk_padding - 20;
    Box body = panel.box;
    body.h -= foot;
    Column column{canvas, body, hits};
    column.add(panel.items);
    const float width = (panel.box.w - 2 * desk_padding - button_gap) / 2;
    for (std::size_t i = 0; i < panel.buttons.size(); ++i) {
        const Box box{panel.box.x + desk_padding + static_cast<float>(i % 2) * (width + button_gap),
                      panel.box.bottom() - foot + desk_padding - 20 +
                          static_cast<float>(i / 2) * (button_height + button_gap),
                      width, button_height};
        draw_button(canvas, panel.buttons[i], box);
        hits.push_back({box, panel.buttons[i].touch});
    }
}

}  // namespace wallboard::desk
