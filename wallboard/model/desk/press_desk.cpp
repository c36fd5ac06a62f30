#include "wallboard/model/desk/press_desk.hpp"

#include <algorithm>

#include "wallboard/model/desk/explained.hpp"
#include "wallboard/model/desk/row_order.hpp"
#include "wallboard/model/explain/explainable.hpp"

namespace wallboard::desk {
namespace {

constexpr std::ptrdiff_t rows_a_page = 10;

/// What the arrows go through: all locations at once where the page can show them, then each.
std::vector<std::string> locations_of(const State& state, const Knowledge& known)
{
    std::vector<std::string> all;
    if (!is_of_one_location(state.page)) all.emplace_back();
    for (const Location& location : known.board.locations) all.push_back(location.id);
    return all;
}

void move_location(State& state, const Knowledge& known, int by)
{
    // Staff are shown no locations to choose from, so none may hide their messages.
    const auto all = locations_of(state, known);
    if (state.me.is_staff() || all.empty()) return;
    const auto at = std::find(all.begin(), all.end(),
                              is_of_one_location(state.page) ? location_shown(state, known)
                                                             : location_chosen(state, known));
    const auto index = at == all.end() ? 0 : std::distance(all.begin(), at);
    const auto count = std::ssize(all);
    state.location = all[static_cast<std::size_t>((index + by + count) % count)];
}

void move_row(State& state, const Knowledge& known, std::ptrdiff_t by)
{
    const auto rows = rows_shown(state, known);
    if (rows.empty()) return;
    const auto at = std::find(rows.begin(), rows.end(), row_selected(state, known));
    const auto index = at == rows.end() ? 0 : std::distance(rows.begin(), at);
    const auto next = std::clamp<std::ptrdiff_t>(index + by, 0, std::ssize(rows) - 1);
    state.selected[state.page] = rows[static_cast<std::size_t>(next)];
}

/// Nobody typed or chose anything that could be found again.
bool is_blank(const Form& form)
{
    return std::all_of(form.fields.begin(), form.fields.end(),
                       [](const Field& one) { return one.text.empty() && one.chosen == 0; });
}

/// Also of a form on its way: it may be refused. Until then it is no draft of another one.
void keep_draft(State& state)
{
    Form form = std::move(*state.form);
    state.form.reset();
    for (Field& field : form.fields)
        if (field.kind == Field::Kind::secret) field.text.clear();
    form.at = 0;
    form.missing.clear();
    if (is_blank(form)) return;
    if (state.drafts.size() >= drafts_max) state.drafts.erase(state.drafts.begin());
    state.drafts.push_back(std::move(form));
}

/// The draft of before, if the deed still asks for the same fields.
Form open_form(State& state, Deed deed, const Knowledge& known)
{
    Form form = form_for(deed, state, known);
    const auto draft = std::find_if(state.drafts.begin(), state.drafts.end(), [&](const Form& one) {
        return one.sent == 0 && one.deed == form.deed && one.subject == form.subject;
    });
    if (draft == state.drafts.end()) return form;
    for (Field& field : form.fields)
        if (const Field* typed = draft->field(field.name)) {
            field.text = typed->text;
            field.chosen = typed->chosen;
        }
    state.drafts.erase(draft);
    return form;
}

/// Makes room for a notice; false if all of them are of orders on their way, for none of these may
/// go out of sight.
bool has_room(State& state)
{
    if (state.notices.size() < notices_max) return true;
    const auto answered = std::find_if(state.notices.begin(), state.notices.end(),
                                       [](const Notice& one) { return one.outcome.has_value(); });
    if (answered == state.notices.end()) return false;
    state.notices.erase(answered);
    return true;
}

Order send(State& state, Order order, const Means& means)
{
    order.number = ++state.orders;
    order.command_id = means.command_id;
    Notice notice{order, std::nullopt};
    notice.order.to_sign = {};  // A passphrase is nowhere but in the order itself.
    state.notices.push_back(std::move(notice));
    return order;
}

std::optional<Order> press_form(State& state, const Press& key, const Knowledge& known,
                                const Means& means)
{
    Form& form = *state.form;
    switch (press(form, key)) {
        case FormStep::stays: return std::nullopt;
        case FormStep::closes: keep_draft(state); return std::nullopt;
        case FormStep::records: break;
    }
    auto made = order_of(form, state, known, means.hash);
    if (const auto* missing = std::get_if<Missing>(&made)) {
        const auto at = std::find_if(form.fields.begin(), form.fields.end(),
                                     [&](const Field& one) { return one.name == missing->field; });
        form.at = at == form.fields.end()
                    ? 0
                    : static_cast<std::size_t>(std::distance(form.fields.begin(), at));
        form.missing = missing->text;
        return std::nullopt;
    }
    if (!has_room(state)) {
        form.missing = "too much waits for an answer: try again when the collector is back";
        return std::nullopt;
    }
    Order order = send(state, std::get<Order>(std::move(made)), means);
    form.sent = order.number;
    for (Field& field : form.fields)
        if (field.kind == Field::Kind::secret) field.text.clear();
    return order;
}

std::optional<Order> press_deed(State& state, char32_t key, const Knowledge& known,
                                const Means& means)
{
    const auto choices = deeds_on(state, known);
    const auto chosen = std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) {
        return choice.key == key || choice.key == key + (U'a' - U'A');
    });
    if (chosen == choices.end()) return std::nullopt;
    if (chosen->at_once) {
        Order order = order_at_once(chosen->deed, state, known);
        if (state.pending(order.subject) != nullptr || !has_room(state)) return std::nullopt;
        return send(state, std::move(order), means);
    }
    state.form = open_form(state, chosen->deed, known);
    return std::nullopt;
}

bool press_find(State& state, const Press& key)
{
    if (key.key == Key::escape) {
        state.is_finding = false;
        state.find.clear();
        return true;
    }
    if (key.key == Key::enter || key.key == Key::up || key.key == Key::down) {
        state.is_finding = false;
        return key.key == Key::enter;
    }
    return state.find.press(key);
}

bool press_page(State& state, char32_t key)
{
    if (key < U'1' || key > U'8') return false;
    const Page page = all_pages.at(key - U'1');
    const auto allowed = pages_of(state.me);
    if (std::find(allowed.begin(), allowed.end(), page) == allowed.end()) return false;
    state.page = page;
    return true;
}

/// More and fewer days; there is nothing to be found among plots.
bool press_range(State& state, char32_t key, const Knowledge& known)
{
    if (key == U'+') move_row(state, known, 1);
    if (key == U'-') move_row(state, known, -1);
    return key == U'+' || key == U'-' || key == U'/';
}

void move(State& state, Key key, const Knowledge& known)
{
    constexpr auto all = static_cast<std::ptrdiff_t>(1) << 30;
    switch (key) {
        case Key::up: return move_row(state, known, -1);
        case Key::down:
        case Key::tab: return move_row(state, known, 1);
        case Key::back_tab: return move_row(state, known, -1);
        case Key::page_up: return move_row(state, known, -rows_a_page);
        case Key::page_down: return move_row(state, known, rows_a_page);
        case Key::home: return move_row(state, known, -all);
        case Key::end: return move_row(state, known, all);
        case Key::left: return move_location(state, known, -1);
        case Key::right: return move_location(state, known, 1);
        case Key::escape:
            state.find.clear();
            std::erase_if(state.notices, [](const Notice& one) { return one.outcome.has_value(); });
            return;
        default: return;
    }
}

/// F1 opens and closes, Tab goes on, Esc closes; any other key closes it and means what it means.
/// True if the key was for the card.
bool press_card(State& state, const Press& key, const Knowledge& known)
{
    if (key.key == Key::f1) {
        if (state.explained)
            state.explained.reset();
        else if (const auto all = figures_of(state, known); !all.empty())
            state.explained = all.front();
        return true;
    }
    if (!state.explained) return false;
    if (key.key == Key::tab) {
        state.explained = next_figure(figures_of(state, known), *state.explained);
        return true;
    }
    state.explained.reset();
    return key.key == Key::escape;
}

std::optional<Order> press_key(State& state, const Press& key, const Knowledge& known,
                               const Means& means)
{
    if (press_card(state, key, known)) return std::nullopt;
    if (state.form) return press_form(state, key, known, means);
    if (state.is_finding && press_find(state, key)) return std::nullopt;
    if (state.page == Page::trends && press_range(state, key.letter, known)) return std::nullopt;
    if (key.letter == U'/') {
        state.is_finding = true;
        return std::nullopt;
    }
    if (key.letter != 0 && press_page(state, key.letter)) return std::nullopt;
    const bool is_o = key.letter == U'o' || key.letter == U'O';
    if (is_o && make_shown(state, known).moved() > 0) {
        order_anew(state, known);
        return std::nullopt;
    }
    if (key.letter != 0) return press_deed(state, key.letter, known, means);
    move(state, key.key, known);
    return std::nullopt;
}

void show_number(State& state, Unmasked number)
{
    std::erase_if(state.unmasked,
                  [&](const Unmasked& one) { return one.message == number.message; });
    if (state.unmasked.size() >= unmasked_max) state.unmasked.erase(state.unmasked.begin());
    state.unmasked.push_back(std::move(number));
}

/// Of a form that was left on its way.
void settle_draft(State& state, const Outcome& outcome)
{
    const auto is_it = [&](const Form& one) { return one.sent == outcome.number; };
    if (outcome.done) std::erase_if(state.drafts, is_it);
    for (Form& one : state.drafts)
        if (is_it(one)) one.sent = 0;
}

std::optional<Order> press_any(State& state, const Touch& touch, const Knowledge& known,
                               const Means& means)
{
    if (const auto* key = std::get_if<Press>(&touch)) return press_key(state, *key, known, means);
    if (const auto* field = std::get_if<ChooseField>(&touch)) {
        if (state.form && state.form->sent == 0) go_to(*state.form, field->at);
        return std::nullopt;
    }
    if (state.form) keep_draft(state);
    if (const auto* row = std::get_if<ChooseRow>(&touch)) state.selected[state.page] = row->id;
    if (const auto* place = std::get_if<ChooseLocation>(&touch)) state.location = place->id;
    return std::nullopt;
}

}  // namespace

std::vector<Page> pages_of(const Me& me)
{
    if (me.is_staff()) return {Page::returns};
    return {all_pages.begin(), all_pages.end()};
}

std::optional<Order> press(State& state, const Touch& touch, const Knowledge& known,
                           const Means& means)
{
    state.hovered.reset();
    if (state.pointer) state.pointer->spent = true;
    auto order = press_any(state, touch, known, means);
    state.touched_at = known.now;
    keep_order(state, known);
    return order;
}

void settle(State& state, const Outcome& outcome, Instant now)
{
    const auto notice =
        std::find_if(state.notices.begin(), state.notices.end(),
                     [&](const Notice& one) { return one.order.number == outcome.number; });
    if (notice == state.notices.end()) return;
    notice->outcome = outcome;
    const bool shows_number = outcome.done && notice->order.deed == Deed::unmask;
    if (shows_number) {
        show_number(state, {notice->order.subject, outcome.text, now + shown_for});
        notice->outcome->text.clear();
    }
    settle_draft(state, outcome);
    if (!state.form || state.form->sent != outcome.number) return;
    if (outcome.done) {
        state.form.reset();
        return;
    }
    state.form->sent = 0;
    state.form->missing = outcome.text;
    state.form->at = 0;
}

void forget(State& state, Instant now)
{
    std::erase_if(state.unmasked, [&](const Unmasked& one) { return one.until <= now; });
}

}  // namespace wallboard::desk
