#include "wallboard/model/desk/form.hpp"

#include <algorithm>

namespace wallboard::desk {
namespace {

std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string{text.substr(first, text.find_last_not_of(' ') - first + 1)};
}

bool is_filled(const Field& field)
{
    if (field.kind == Field::Kind::choice) return !field.choices.empty();
    if (field.kind == Field::Kind::secret) return !field.text.empty();
    return !trimmed(field.text.text()).empty();
}

void choose(Field& field, const Press& press)
{
    const std::size_t count = field.choices.size();
    if (count == 0) return;
    if (press.key == Key::left || press.key == Key::up)
        field.chosen = (field.chosen + count - 1) % count;
    if (press.key == Key::right || press.key == Key::down)
        field.chosen = (field.chosen + 1) % count;
    if (press.letter >= U'1' && press.letter < U'1' + count)
        field.chosen = static_cast<std::size_t>(press.letter - U'1');
}

FormStep press_armed(Form& form, const Press& press)
{
    if (press.letter == U'y' || press.letter == U'Y') return FormStep::records;
    if (press.key == Key::escape || press.key == Key::back_tab || press.key == Key::up) {
        if (form.fields.empty()) return FormStep::closes;
        form.at = form.fields.size() - 1;
    }
    return FormStep::stays;
}

}  // namespace

const Field* Form::field(std::string_view name) const
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const Field& one) { return one.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::string Form::value(std::string_view name) const
{
    const Field* found = field(name);
    if (found == nullptr) return {};
    if (found->kind == Field::Kind::choice)
        return found->chosen < found->codes.size() ? found->codes[found->chosen] : std::string{};
    if (found->kind == Field::Kind::secret) return {};
    return trimmed(found->text.text());
}

Secret Form::secret(std::string_view name) const
{
    const Field* found = field(name);
    if (found == nullptr || found->kind != Field::Kind::secret) return {};
    return found->text.secret();
}

void go_to(Form& form, std::size_t at)
{
    form.missing.clear();
    const std::size_t end = std::min(at, form.fields.size());
    for (std::size_t i = 0; i < end; ++i) {
        const Field& field = form.fields[i];
        if (!field.required || is_filled(field)) continue;
        form.at = i;
        form.missing = field.title + " is needed";
        return;
    }
    form.at = end;
}

FormStep press(Form& form, const Press& press)
{
    if (form.sent != 0) return press.key == Key::escape ? FormStep::closes : FormStep::stays;
    if (form.is_armed()) return press_armed(form, press);
    Field& field = form.fields[form.at];
    switch (press.key) {
        case Key::escape: return FormStep::closes;
        case Key::enter:
        case Key::tab: go_to(form, form.at + 1); return FormStep::stays;
        case Key::back_tab:
            if (form.at > 0) go_to(form, form.at - 1);
            return FormStep::stays;
        default: break;
    }
    if (field.kind == Field::Kind::choice) {
        choose(field, press);
        return FormStep::stays;
    }
    if (press.key == Key::up || press.key == Key::down) {
        if (press.key == Key::down || form.at > 0)
            go_to(form, press.key == Key::down ? form.at + 1 : form.at - 1);
        return FormStep::stays;
    }
    if (field.text.press(press)) form.missing.clear();
    return FormStep::stays;
}

}  // namespace wallboard::desk
