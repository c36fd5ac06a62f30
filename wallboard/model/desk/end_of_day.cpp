#include "wallboard/model/desk/end_of_day.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/days.hpp"
#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/desk/panel_form.hpp"
#include "wallboard/model/end_of_day_parts.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

constexpr float head_height_of_day = 300;
constexpr float check_pitch = 122;
constexpr float list_least = list_head * 2 + list_pitch * 2;

/// What the page is made from; `record` is null while it was not answered.
struct Input {
    const State& state;
    const Knowledge& known;
    const Location& place;
    const Day* day;
    const DayRecord* record;
    Moment moment;

    DayInput wall() const { return {known.board, moment, place, day, 3}; }
};

Standing standing_of(const EndOfDayView& view)
{
    switch (view.shape) {
        case VerdictShape::number: return Standing::action;
        case VerdictShape::question: return Standing::unknown;
        default: return Standing::normal;
    }
}

/// The wall's own words: a day is judged and told in one place.
DayHead head_of(const Input& in, const Box& box)
{
    EndOfDayView view;
    const bool checked = is_after_check(in.day, in.place, in.known.now);
    if (checked)
        tell_verdict(in.wall(), view);
    else
        tell_before_check(in.wall(), view);
    DayHead head;
    head.box = box;
    head.figures = {{"day-verdict", in.place.id}, {"day-signature", in.place.id}};
    head.standing = standing_of(view);
    head.is_clear = view.shape == VerdictShape::ring_tick;
    head.number = view.number;
    head.word = view.word;
    const std::string date = in.day != nullptr && said(in.day->check_at)
                               ? weekday_date_text(in.day->check_at, in.place.utc_offset)
                               : in.place.business_date;
    head.sentence = {fmt::format("{}, {}: {}", in.place.name, date, view.sentence.full),
                     view.sentence.full};
    if (!checked || in.day == nullptr) return head;
    if (said(in.day->signed_at)) {
        head.figure = hour_minute_text(in.day->signed_at, in.place.utc_offset);
        head.figure_title = "signed";
    } else if (said(in.day->sign_by) && in.known.now < in.day->sign_by) {
        head.figure = countdown_text(in.day->sign_by - in.known.now);
        head.figure_title = "left to sign, by " + in.wall().time(in.day->sign_by);
    } else if (said(in.day->sign_by)) {
        head.figure = countdown_text(in.known.now - in.day->sign_by);
        head.figure_title = "not signed since " + in.wall().time(in.day->sign_by);
    }
    return head;
}

std::string figure_of(const Evidence& evidence)
{
    return evidence.title == "returned"      ? "day-returned"
         : evidence.title == "mailbox lists" ? "day-mailboxes"
                                             : "day-sources";
}

Check check_of(const Evidence& evidence, const std::string& location)
{
    Check check;
    check.figures = {{figure_of(evidence), location}};
    check.standing = evidence.standing;
    check.mark = evidence.mark;
    check.title = {evidence.title == "returned"        ? "Messages due today"
                   : evidence.title == "mailbox lists" ? "Mailbox lists agree"
                   : evidence.title == "sources"       ? "Every source heard at the check"
                                                       : evidence.title,
                   {}};
    check.figure = evidence.text.full;
    return check;
}

struct StateWord {
    std::string_view state;
    Standing standing;
    Mark mark;
};
constexpr StateWord states[]{
    {"KEPT", Standing::normal, Mark::tick},
    {"BROKEN", Standing::action, Mark::square},
    {"NOT_KNOWN", Standing::unknown, Mark::question},
    {"OPEN", Standing::warning, Mark::triangle},
};

Check check_of(const Item& item)
{
    Check check;
    check.standing = Standing::unknown;
    check.mark = Mark::question;
    for (const auto& [state, standing, mark] : states)
        if (item.state == state) {
            check.standing = standing;
            check.mark = mark;
        }
    check.title = {"Item " + item.number + ": " + item.standard, {}};
    check.detail = {item.finding.empty() ? "kept" : item.finding, {}};
    return check;
}

/// What is wrong comes first where not all have room.
std::vector<Check> checks_of(const Input& in, std::size_t most)
{
    std::vector<Check> all;
    if (in.day != nullptr && in.day->judged)
        for (const Evidence& one : make_evidence(in.wall()))
            if (one.title != "signature") all.push_back(check_of(one, in.place.id));
    if (in.record != nullptr)
        for (const Item& item : in.record->items)
            if (item.number != "3" && item.number != "7") all.push_back(check_of(item));
    std::stable_sort(all.begin(), all.end(), [](const Check& a, const Check& b) {
        return (a.standing == Standing::normal) < (b.standing == Standing::normal);
    });
    if (all.size() > most) all.resize(most);
    return all;
}

std::string reason_typed(const State& state, const Message& message)
{
    if (!state.form || state.form->deed != Deed::sign_day) return "";
    std::string own = state.form->value(message.id);
    return own.empty() ? state.form->value("for_all") : own;
}

std::size_t count_exceptions(const DayRecord* record)
{
    if (record == nullptr) return 0;
    return static_cast<std::size_t>(
        std::count_if(record->open.begin(), record->open.end(),
                      [](const Message& one) { return one.needs_exception; }));
}

ListRow exception_row(const Input& in, const Message& message, bool narrow)
{
    ListRow row;
    row.id = message.id;
    row.standing = Standing::action;
    row.cells.push_back(text_cell(local_time(in.known, message.location, message.received_at)));
    row.cells.push_back(text_cell(owner_words(in.known.rows, message)));
    row.cells.push_back(text_cell(message.caller, Tone::second));
    if (!narrow)
        row.cells.push_back(
            text_cell(message.has("LATE_ARRIVAL") ? "late arrival" : "", Tone::second));
    const std::string reason = reason_typed(in.state, message);
    row.cells.push_back(reason.empty() ? text_cell("no reason yet", Tone::third)
                                       : text_cell(reason));
    return row;
}

/// A search narrows these rows; the conditions of the day stay, for they are its proof.
List exceptions_of(const Input& in, const Box& box, bool narrow)
{
    List list;
    list.box = box;
    const auto shown = shown_on(in.state, in.known);
    const ListRows& rows = shown->lists[0];
    const std::size_t all = count_exceptions(in.record);
    list.title = fmt::format("Open messages, {}", count_text(static_cast<std::int64_t>(all)));
    list.aside = all == 0               ? ""
               : !in.state.find.empty() ? fmt::format("{} found", rows.ids.size())
               : narrow                 ? "each needs a reason"
                                        : "each needs a reason before the day can be signed";
    list.columns = {{"left", 260}, {"person", narrow ? 420.0f : 520.0f}, {"caller", 250}};
    if (!narrow) list.columns.push_back({"state", 260});
    list.columns.push_back({"why it stays open", 0});
    list.empty = in.record == nullptr     ? "not known yet: no answer from the collector"
               : in.record->revision == 0 ? "the day has not been checked yet"
               : all > 0                  ? "nothing is found: Esc shows all"
                                          : "none: every message of the check is closed";
    const auto find = [&](std::string_view id) -> const Message* {
        if (in.record == nullptr) return nullptr;
        const auto& open = in.record->open;
        const auto found = std::find_if(open.begin(), open.end(),
                                        [&](const Message& one) { return one.id == id; });
        return found == open.end() ? nullptr : &*found;
    };
    fill_rows(list, rows, shown->selected, find,
              [&](const Message& one) { return exception_row(in, one, narrow); });
    return list;
}

std::string version_words(const DayRecord& record)
{
    const auto brief = [](const std::string& version) { return version.substr(0, 8); };
    return fmt::format("policy {}, calendar {}, tzdata {}", brief(record.policy_version),
                       brief(record.calendar_version), brief(record.tzdata_version));
}

void tell_signature(const Input& in, Panel& panel)
{
    const Signature& said = in.record->signature;
    panel.items.emplace_back(Heading{{"Signed", {}}, said.late ? "late" : ""});
    panel.items.emplace_back(
        Sentence{fmt::format("{}{} signed at {}{}.", person_words(in.known.rows, said.by),
                             said.on_behalf ? ", on behalf of the supervisor," : "",
                             local_time(in.known, in.place.id, said.at),
                             said.exceptions == 0
                                 ? std::string{}
                                 : ", with " + counted(said.exceptions, "exception", "exceptions")),
                 Tone::text, true});
    if (!said.note.empty()) panel.items.emplace_back(Pair{"note", said.note});
    if (in.record->amendments > 0)
        panel.items.emplace_back(
            Remark{counted(in.record->amendments, "amendment", "amendments") + " since",
                   "what came to light later stands beside the signed record",
                   {},
                   Standing::warning});
}

Panel record_panel(const Input& in, const Box& box)
{
    Panel panel;
    panel.box = box;
    if (in.record == nullptr) {
        const auto refused = in.known.rows.refused.find("day " + in.place.id);
        panel.items.emplace_back(Sentence{refused == in.known.rows.refused.end()
                                              ? "The record of this day is not known yet."
                                              : refused->second,
                                          Tone::second});
        return panel;
    }
    if (!in.record->signature.by.empty()) {
        tell_signature(in, panel);
    } else if (in.record->revision == 0) {
        panel.items.emplace_back(Heading{{"Before the check", {}}, {}});
        panel.items.emplace_back(
            Sentence{"The day is checked at close. It can be signed from then on.", Tone::second});
        return panel;
    } else {
        panel.items.emplace_back(Heading{{"Not signed yet", {}}, {}});
        panel.items.emplace_back(
            Sentence{"S shows what will be recorded before anything is.", Tone::second});
    }
    panel.items.emplace_back(Rule{});
    panel.items.emplace_back(Pair{"verdict", in.record->verdict + ", not changed by signing"});
    panel.items.emplace_back(Pair{"check", fmt::format("revision {}", in.record->revision)});
    panel.items.emplace_back(Pair{"rules", version_words(*in.record)});
    panel.items.emplace_back(Rule{});
    for (const Item& item : in.record->items)
        if (item.state == "BROKEN" && !item.finding.empty())
            panel.items.emplace_back(
                Sentence{fmt::format("Item {}: {}{}{}.", item.number, item.finding,
                                     item.action.empty() ? "" : "; ", item.action),
                         Tone::second});
    panel.buttons = deed_buttons(in.state, in.known);
    return panel;
}

}  // namespace

PageParts make_end_of_day(const State& state, const Knowledge& known, const Layout& layout)
{
    const Places places = places_for(layout, false);
    PageParts page;
    const Location* place = find_location(known.board, location_shown(state, known));
    if (place == nullptr) {
        page.panel.box = places.whole;
        page.panel.items.emplace_back(Sentence{"No location is known yet.", Tone::second});
        return page;
    }
    const auto record = known.rows.days.find(place->id);
    const Input in{state,
                   known,
                   *place,
                   day_of(known.board, *place, known.now),
                   record == known.rows.days.end() ? nullptr : &record->second,
                   {.clock = known.now, .figures = known.now}};
    Box rest = places.main;
    page.day = head_of(in, {rest.x, rest.y, rest.w, head_height_of_day});
    rest = {rest.x, rest.y + head_height_of_day + desk_gap, rest.w,
            rest.h - head_height_of_day - desk_gap};
    const float room = rest.h - list_least - desk_gap;
    const auto most = static_cast<std::size_t>(std::max(1.0f, room / check_pitch));
    Checklist list;
    list.checks = checks_of(in, most);
    list.box = {rest.x, rest.y, rest.w, static_cast<float>(list.checks.size()) * check_pitch};
    const float used = list.checks.empty() ? 0 : list.box.h + desk_gap;
    page.checklist = std::move(list);
    page.lists.push_back(
        exceptions_of(in, {rest.x, rest.y + used, rest.w, rest.h - used}, places.narrow));
    page.panel =
        state.form ? form_panel(state, known, places.panel) : record_panel(in, places.panel);
    return page;
}

}  // namespace wallboard::desk
