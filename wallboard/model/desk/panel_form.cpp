#include "wallboard/model/desk/panel_form.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace wallboard::desk {
namespace {

constexpr std::size_t fields_shown = 5;

Entry entry_of(const Form& form, std::size_t at)
{
    const Field& field = form.fields[at];
    Entry entry;
    entry.title = field.title + (field.required ? "" : ", optional");
    if (field.kind == Field::Kind::secret) {
        entry.text.assign(field.text.characters(), '*');
        entry.caret = entry.text.size();
    } else {
        entry.text = field.text.text();
        entry.caret = field.text.caret();
    }
    entry.active = form.sent == 0 && at == form.at;
    entry.hint = field.hint;
    if (field.kind == Field::Kind::choice) {
        entry.choices = field.choices;
        entry.chosen = field.chosen;
    }
    entry.at = at;
    return entry;
}

void add_fields(const Form& form, Panel& panel)
{
    const std::size_t all = form.fields.size();
    const std::size_t at = std::min(form.at, all == 0 ? 0 : all - 1);
    const std::size_t last_first = all > fields_shown ? all - fields_shown : 0;
    const std::size_t first =
        std::min(at > fields_shown / 2 ? at - fields_shown / 2 : 0, last_first);
    const std::size_t end = std::min(all, first + fields_shown);
    for (std::size_t i = first; i < end; ++i) panel.items.emplace_back(entry_of(form, i));
    if (end - first < all)
        panel.items.emplace_back(
            Sentence{fmt::format("{} to {} of {} fields", first + 1, end, all), Tone::third});
}

void add_state(const State& state, Panel& panel)
{
    const Form& form = *state.form;
    if (!form.missing.empty())
        panel.items.emplace_back(Remark{form.missing, {}, {}, Standing::warning});
    if (form.sent != 0)
        panel.items.emplace_back(
            Remark{"Sent, not yet confirmed",
                   "It is sent again until the collector answers; it cannot be "
                   "recorded twice.",
                   {},
                   Standing::normal});
}

}  // namespace

Panel form_panel(const State& state, const Knowledge& known, const Box& box)
{
    const Form& form = *state.form;
    Panel panel{.box = box, .focus = true, .items = {}, .buttons = {}};
    panel.items.emplace_back(Heading{{"What will be recorded", {}}, {}});
    bool strong = true;
    for (std::string& text : sentences_of(form, state, known)) {
        panel.items.emplace_back(
            Sentence{std::move(text), strong ? Tone::text : Tone::second, strong});
        strong = false;
    }
    panel.items.emplace_back(Rule{});
    add_fields(form, panel);
    add_state(state, panel);
    if (form.is_armed() && form.sent == 0)
        panel.buttons.push_back({{"Y", "Record it", true}, letter(U'y')});
    panel.buttons.push_back({{"Esc", "Back"}, Press{Key::escape}});
    return panel;
}

std::vector<Button> deed_buttons(const State& state, const Knowledge& known)
{
    std::vector<Button> buttons;
    for (const Choice& choice : deeds_on(state, known))
        buttons.push_back({{utf8(choice.key - (U'a' - U'A')), choice.word}, letter(choice.key)});
    return buttons;
}

}  // namespace wallboard::desk
