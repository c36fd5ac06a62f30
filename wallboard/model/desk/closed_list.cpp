#include "wallboard/model/desk/closed_list.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

constexpr std::size_t rows_least = 3;
constexpr std::size_t rows_wanted = 6;
constexpr float foot = 12;  ///< So that the last row does not touch the edge.

float height_of(std::size_t rows)
{
    return list_head + list_pitch * static_cast<float>(rows) + (rows == 0 ? 0 : foot);
}

std::vector<ListColumn> columns_of(bool narrow, bool many_places)
{
    if (narrow) return {{"", 230}, {"", 210}, {"", 0}, {"", 300}};
    // In line with the columns of the open ones.
    std::vector<ListColumn> all{{"", 400}, {"", 260}, {"", 0}};
    if (many_places) all.push_back({"", 270});
    all.push_back({"", 250});
    all.push_back({"", 650});
    all.push_back({"", 354});
    return all;
}

/// "said by Ada Ruiz", "seen, called by Ada Ruiz".
std::string known_words(const Rows& rows, const HistoryStep& step)
{
    if (step.is_asserted()) return "said by " + person_words(rows, step.by);
    return step.by.empty() ? "call seen" : "call seen, by " + person_words(rows, step.by);
}

bool has_resolved(const Rows& rows, const std::vector<std::string_view>& ids)
{
    return std::any_of(rows.closed.begin(), rows.closed.end(), [&](const Message& one) {
        const HistoryStep* step = one.closing();
        return step != nullptr && step->what == "resolved" &&
               std::find(ids.begin(), ids.end(), one.id) != ids.end();
    });
}

ListRow row_of(const Knowledge& known, const Message& message, const HistoryStep& step, bool narrow,
               bool many_places)
{
    const bool still_new = message.has("RETURNED_STILL_NEW");
    ListRow row;
    row.id = message.id;
    row.standing = still_new ? Standing::warning : Standing::normal;
    row.quiet = true;
    Cell how = text_cell(step.what == "resolved" ? "resolved"
                         : step.is_asserted()    ? "said"
                                                 : "seen",
                         Tone::second);
    row.is_said = step.is_asserted();
    if (!row.is_said) how.mark = Mark::tick;
    row.cells.push_back(how);
    row.cells.push_back(text_cell(local_time(known, message.location, step.at), Tone::second));
    Cell person = text_cell(owner_words(known.rows, message), Tone::second);
    if (narrow) person.unit = known_words(known.rows, step);
    row.cells.push_back(person);
    if (!narrow) {
        if (many_places)
            row.cells.push_back(text_cell(place_label(known, message.location).full, Tone::second));
        row.cells.push_back(text_cell(message.caller, Tone::second));
        row.cells.push_back(text_cell(known_words(known.rows, step), Tone::second));
    }
    row.cells.push_back(still_new ? badge_cell({Standing::warning, "still new", {}})
                                  : text_cell("", Tone::second));
    return row;
}

}  // namespace

Box closed_box(const Shown& shown, const Places& places)
{
    const auto& [open, closed] = shown.lists;
    const Box& all = places.main;
    const float needed = list_head + list_pitch * static_cast<float>(std::max<std::size_t>(
                                                      1, open.ids.size() + (open.moved > 0)));
    const std::size_t lines = closed.ids.size() + (closed.moved > 0);
    const float wanted = height_of(std::min(lines, rows_wanted));
    const float least = height_of(std::min(lines, rows_least));
    const float h = std::clamp(all.h - desk_gap - needed, least, wanted);
    return {all.x, all.bottom() - h, all.w, h};
}

List closed_list(const State& state, const Knowledge& known, const Places& places, const Box& box)
{
    const auto shown = shown_on(state, known);
    const ListRows& rows = shown->lists[1];
    const bool many_places = shows_many_places(state, known);
    List list;
    list.box = box;
    list.is_brief = true;
    list.title = has_resolved(known.rows, rows.ids) ? "Returned or resolved in the last hour"
                                                    : "Returned in the last hour";
    list.columns = columns_of(places.narrow, many_places);
    if (rows.ids.empty()) list.aside = "none";
    fill_rows(
        list, rows, shown->selected,
        [&](std::string_view id) {
            const Message* message = known.rows.message(id);
            return message != nullptr && message->closing() != nullptr ? message : nullptr;
        },
        [&](const Message& one) {
            return row_of(known, one, *one.closing(), places.narrow, many_places);
        });
    return list;
}

}  // namespace wallboard::desk
