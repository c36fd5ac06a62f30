#include "wallboard/model/desk/unlock.hpp"

#include <algorithm>

namespace wallboard::desk {
namespace {

constexpr float panel_width = 1900;
constexpr float panel_height = 900;

}  // namespace

bool press(Unlock& unlock, const Touch& touch)
{
    const auto* key = std::get_if<Press>(&touch);
    if (key == nullptr) return false;
    if (key->key == Key::enter) return !unlock.passphrase.empty();
    unlock.fault.clear();
    unlock.passphrase.press(*key);
    return false;
}

Panel make_unlock(const Unlock& unlock, const Layout& layout)
{
    Panel panel;
    const float w = std::min(panel_width, layout.w * 0.9f);
    panel.box = {(layout.w - w) / 2, (layout.h - panel_height) / 2, w, panel_height};
    panel.focus = true;
    panel.items.emplace_back(Heading{{"Callwatch, " + unlock.me.person, {}}, unlock.me.role});
    panel.items.emplace_back(
        Sentence{"What you record at this desk is recorded in your name.", Tone::second});
    Entry entry{
        .title = "passphrase of your key", .text = {}, .active = !unlock.is_opening, .hint = {}};
    for (std::size_t i = 0; i < unlock.passphrase.characters(); ++i) entry.text += "*";
    entry.caret = entry.text.size();
    panel.items.emplace_back(std::move(entry));
    if (unlock.is_opening) panel.items.emplace_back(Sentence{"opening \u2026", Tone::second});
    if (!unlock.fault.empty())
        panel.items.emplace_back(Remark{unlock.fault, {}, {}, Standing::warning});
    panel.buttons.push_back({{"Enter", "Open", true}, Press{Key::enter}});
    return panel;
}

}  // namespace wallboard::desk
