#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/local_times.hpp"
#include "wallboard/model/desk/team_rows.hpp"
#include "wallboard/model/levels.hpp"

namespace wallboard::desk {
namespace {

const Person* person_of(const Written& in)
{
    return in.known.rows.person_at(location_shown(in.state, in.known), in.form.subject);
}

/// What finds her again: the name, or the id where others are called so too.
std::string cover_text(const Rows& rows, const std::string& person)
{
    const std::string& name = rows.name_of(person);
    return people_named(rows, name).size() == 1 ? name : person;
}

Made absence_order(const Written& in, Order order)
{
    order.from = in.known.now;
    if (!in.form.value("from").empty()) {
        const auto at = instant_written(in, "from");
        if (const auto* missing = std::get_if<Missing>(&at)) return *missing;
        order.from = std::get<Instant>(at);
    }
    if (!in.form.value("to").empty()) {
        const auto at = instant_written(in, "to");
        if (const auto* missing = std::get_if<Missing>(&at)) return *missing;
        order.until = std::get<Instant>(at);
        if (order.until <= order.from) return Missing{"to", "the absence ends before it begins"};
    }
    if (in.form.value("person").empty()) return order;
    auto cover = person_written(in);
    if (const auto* missing = std::get_if<Missing>(&cover)) return *missing;
    order.person = std::get<std::string>(std::move(cover));
    if (order.person == order.subject) return Missing{"person", "nobody covers for herself"};
    return order;
}

/// The name in full as soon as what was typed names one person.
std::string cover_words(const Written& in)
{
    const std::string text = in.form.value("person");
    const auto found = people_named(in.known.rows, text);
    return found.size() == 1 ? person_words(in.known.rows, found.front()->id) : text;
}

std::vector<std::string> absence_sentences(const Written& in, const std::string& who)
{
    const auto or_words = [&](const char* field, const char* words) {
        std::string text = in.form.value(field);
        return text.empty() ? std::string{words} : text;
    };
    const std::string cover = cover_words(in);
    std::vector<std::string> all{fmt::format(
        "I, {}, record that {} is away from {} until {}. {}",
        person_words(in.known.rows, in.state.me.person), who, or_words("from", "now"),
        or_words("to", "she is back, which is not known yet"),
        cover.empty() ? "Nobody answers for her." : cover + " answers for her meanwhile.")};
    if (cover.empty())
        all.emplace_back("With open messages and nobody who answers she is shown as NO COVER.");
    const Location* place = find_location(in.known.board, location_shown(in.state, in.known));
    if (place != nullptr) all.push_back("Times are those of the clocks of " + place->name + ".");
    for (const char* field : {"from", "to"})
        if (std::string twice = twice_words(in, field); !twice.empty())
            all.push_back(std::move(twice));
    return all;
}

std::vector<std::string> training_sentences(const Written& in, const std::string& who)
{
    const std::string on = in.form.value("on");
    std::vector<std::string> all{fmt::format(
        "I, {}, record that {} was trained to answer the telephone on {}.",
        person_words(in.known.rows, in.state.me.person), who, on.empty() ? "\u2026" : on)};
    const auto operators = operators_at(in.known.rows, location_shown(in.state, in.known));
    const auto row = std::find_if(operators.begin(), operators.end(), [&](const OperatorRow& one) {
        return one.person == in.form.subject;
    });
    if (row != operators.end() && !row->today.trained_on.empty())
        all.push_back("Recorded so far: " + row->today.trained_on + ".");
    return all;
}

/// Not away now, but going to be.
bool is_planned(const Written& in, const Person& person)
{
    const std::string place = location_shown(in.state, in.known);
    return !person.is_away && in.known.rows.absence_at(place, person.id) == nullptr &&
           in.known.rows.planned_at(place, person.id) != nullptr;
}

}  // namespace

std::vector<Field> staff_fields(Deed deed, const State& state, const Knowledge& known,
                                const std::string& person)
{
    if (deed == Deed::end_absence) return {};
    if (deed == Deed::record_training) {
        Field on = line_field("on", "trained on");
        on.hint = "like 2026-11-20; not a day to come";
        return {on, line_field("text", "note", false)};
    }
    Field from = line_field("from", "away from", false);
    from.hint = "like 2026-11-30 09:00; empty: now";
    Field to = line_field("to", "back", false);
    to.hint = "like 2026-12-04 09:00; empty: not known";
    Field cover = line_field("person", "who answers meanwhile", false);
    cover.hint = "a name, or part of it; empty: nobody";
    // What is recorded is not lost when only a cover is named.
    const std::string place = location_shown(state, known);
    const Absent* absence = known.rows.absence_at(place, person);
    if (absence == nullptr) absence = known.rows.planned_at(place, person);
    if (absence != nullptr) {
        from.text = TextField{local_text(known, place, absence->from)};
        to.text = TextField{local_text(known, place, absence->to)};
        cover.text = TextField{cover_text(known.rows, absence->cover)};
    }
    return {from, to, cover};
}

Made staff_order(const Written& in)
{
    const Person* person = person_of(in);
    if (person == nullptr)
        return Missing{"", "she is no longer on the list: Esc, and look at it again"};
    const std::string who = person_words(in.known.rows, person->id);
    if (in.form.deed == Deed::end_absence)
        return start_order(in, (is_planned(in, *person) ? "absence cancelled: " : "back: ") + who);
    if (in.form.deed == Deed::add_absence)
        return absence_order(in, start_order(in, "absence recorded: " + who));
    Order order = start_order(in, "training recorded: " + who);
    const auto date = parse_date(in.form.value("on"));
    if (!date) return Missing{"on", "a date is like 2026-11-20"};
    order.choice = *date;
    return order;
}

std::vector<std::string> staff_sentences(const Written& in)
{
    const Person* person = person_of(in);
    if (person == nullptr) return {"She is no longer on the list."};
    const std::string who = person_words(in.known.rows, person->id);
    if (in.form.deed == Deed::add_absence) return absence_sentences(in, who);
    if (in.form.deed == Deed::record_training) return training_sentences(in, who);
    if (is_planned(in, *person))
        return {fmt::format("I, {}, record that the absence of {} that was to begin is cancelled.",
                            person_words(in.known.rows, in.state.me.person), who)};
    return {fmt::format("I, {}, record that {} is back, now.",
                        person_words(in.known.rows, in.state.me.person), who),
            "Her messages are hers again. A greeting that still says that she is away will be out "
            "of date."};
}

}  // namespace wallboard::desk
