#include "wallboard/model/desk/departure_lists.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/desk/departure_proofs.hpp"
#include "wallboard/model/desk/departure_words.hpp"
#include "wallboard/model/desk/form_parts.hpp"
#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/list_window.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard::desk {
namespace {

/// Which columns have room.
enum class Room { all, no_places, names };

Room room_of(const Box& box)
{
    if (box.w >= 2800) return Room::all;
    return box.w >= 2200 ? Room::no_places : Room::names;
}

std::vector<ListColumn> pending_columns(Room room)
{
    const float lamps = room == Room::all ? 170 : room == Room::no_places ? 150 : 136;
    std::vector<ListColumn> all{{"pending", 300},
                                {room == Room::names ? "person, who answers" : "person", 0}};
    if (room == Room::all) all.push_back({"location", 370});
    if (room != Room::names) {
        all.push_back({"last day", 270});
        all.push_back({"open", 100, false});
        all.push_back({"answers today", 0});
    }
    for (const char* proof : {"request", "system", "signed"}) all.push_back({proof, lamps});
    return all;
}

std::vector<ListColumn> ended_columns(Room room)
{
    std::vector<ListColumn> all{{"person", 0}};
    if (room == Room::all) all.push_back({"location", 370});
    if (room != Room::names) all.push_back({"ended", 300});
    if (room != Room::names) all.push_back({"requested by", 0});
    all.push_back({"signed by", 0});
    all.push_back({"evidence", room == Room::names ? 420.0f : 480.0f});
    return all;
}

std::string days_words(int days)
{
    if (days == 0) return "today";
    return counted(static_cast<std::uint64_t>(std::abs(days)), "day", "days");
}

Cell pending_cell(const State& state, const Knowledge& known, const Departure& one)
{
    if (state.pending(one.mailbox) != nullptr) return text_cell("pending \u2026", Tone::second);
    const int days = days_since_left(known, one);
    if (said(one.reopened_at)) return badge_cell({Standing::action, "reopened", {}});
    if (days < 0) return text_cell("in " + days_words(days), Tone::second);
    return badge_cell({one.overdue ? Standing::action : Standing::warning, days_words(days), {}});
}

Cell answers_cell(const Knowledge& known, const Departure& one)
{
    if (!one.cover.empty()) return text_cell(person_words(known.rows, one.cover));
    if (lacks_cover(one, known.now)) return badge_cell({Standing::warning, "nobody", {}});
    return nothing_cell();
}

/// "3 open, Lena Fischer", "nobody answers"
std::string answers_words(const Knowledge& known, const Departure& one)
{
    std::string words;
    if (one.open_messages > 0)
        words = count_text(static_cast<std::int64_t>(one.open_messages)) + " open, ";
    if (!one.cover.empty()) return words + person_words(known.rows, one.cover);
    return words + (lacks_cover(one, known.now) ? "nobody answers" : "no cover named");
}

ListRow pending_row(const State& state, const Knowledge& known, const Departure& one, Room room)
{
    ListRow row;
    row.id = one.mailbox;
    const bool is_ahead = days_since_left(known, one) < 0;
    if (!is_ahead || is_red(one)) row.standing = is_red(one) ? Standing::action : Standing::warning;
    row.quiet = row.standing == Standing::normal;
    row.cells.push_back(pending_cell(state, known, one));
    Cell person = text_cell(person_words(known.rows, one.person));
    const std::string place = place_label(known, one.location).full;
    if (room == Room::no_places) person.unit = place;
    if (room == Room::names) person.unit = answers_words(known, one);
    row.cells.push_back(person);
    if (room == Room::all) row.cells.push_back(text_cell(place, Tone::second));
    if (room != Room::names) {
        row.cells.push_back(text_cell(last_day_words(known, one), Tone::second));
        row.cells.push_back(count_cell(one.open_messages));
        row.cells.push_back(answers_cell(known, one));
    }
    const ProofLamps lamps = lamps_of(one);
    row.lamps = {lamps.request, lamps.system, lamps.signature};
    return row;
}

/// What the telephone system's own list says of one that ended.
Cell evidence_cell(const Knowledge& known, const Departure& one)
{
    if (one.confirmed_by.empty())
        return text_cell("handed to " + person_words(known.rows, one.successor), Tone::second);
    if (one.observed == "there") return badge_cell({Standing::warning, "still listed", {}});
    if (one.state == "CONFIRMED_UNVERIFIED")
        return badge_cell({Standing::unknown, "not verified", {}});
    if (is_contradicted(one)) return text_cell("a message came after its list", Tone::second);
    return text_cell("gone, seen " + local_time(known, one.location, one.observed_at),
                     Tone::second);
}

/// Who signed its end, and when where no column says it.
Cell signed_cell(const Knowledge& known, const Departure& one, std::string when)
{
    const bool is_handed_over = !one.handed_over_by.empty();
    const std::string& by = is_handed_over ? one.handed_over_by : one.confirmed_by;
    if (by.empty()) return nothing_cell();
    Cell cell = text_cell(person_words(known.rows, by), Tone::second);
    cell.unit = std::move(when);
    if (is_handed_over && !one.is_signed)
        cell.unit += cell.unit.empty() ? "not signed" : ", not signed";
    return cell;
}

ListRow ended_row(const Knowledge& known, const Departure& one, Room room)
{
    ListRow row;
    row.id = one.mailbox;
    row.quiet = true;
    const auto name = [&](const std::string& person) {
        return person.empty() ? nothing_cell()
                              : text_cell(person_words(known.rows, person), Tone::second);
    };
    const std::string place = place_label(known, one.location).full;
    const std::string when = local_time(known, one.location, ended_at(one));
    Cell person = text_cell(person_words(known.rows, one.person));
    if (room != Room::all) person.unit = place;
    row.cells.push_back(person);
    if (room == Room::all) row.cells.push_back(text_cell(place, Tone::second));
    if (room != Room::names) {
        row.cells.push_back(text_cell(when, Tone::second));
        row.cells.push_back(name(one.requested_by));
    }
    row.cells.push_back(signed_cell(known, one, room == Room::names ? when : ""));
    row.cells.push_back(evidence_cell(known, one));
    return row;
}

std::string empty_words(const State& state, const Knowledge& known)
{
    const auto refused = known.rows.refused.find("departures");
    if (refused != known.rows.refused.end()) return refused->second;
    if (!known.rows.departures_known) return "not known yet: no answer from the collector";
    if (!state.find.empty()) return "nothing is found: Esc shows all";
    return "no mailbox of somebody who left is still connected";
}

/// That there are more: the last ones in the collector's order are not told.
std::string left_out_words(const Knowledge& known)
{
    const auto& told = known.rows.departures;
    if (known.rows.departures_total <= told.size()) return {};
    const bool has_ended = !told.empty() && !told.back().is_pending();
    return fmt::format("{} of {} told, {}", count_text(static_cast<std::int64_t>(told.size())),
                       count_text(static_cast<std::int64_t>(known.rows.departures_total)),
                       has_ended ? "the newest" : "the longest pending");
}

/// So that the last row does not touch the edge.
constexpr float foot = 12;

float height_of(std::size_t rows)
{
    return list_pitch * static_cast<float>(std::max<std::size_t>(1, rows)) + foot;
}

}  // namespace

std::vector<List> departure_lists(const State& state, const Knowledge& known, const Box& box)
{
    const Room room = room_of(box);
    const auto shown = shown_on(state, known);
    const auto& [pending, ended] = shown->lists;

    const float ended_least = 2 * list_head + height_of(std::min<std::size_t>(2, ended.ids.size()));
    List first;
    first.columns = pending_columns(room);
    first.empty = empty_words(state, known);
    if (!pending.ids.empty())
        first.legend = {{Lamp::yes, "yes"}, {Lamp::no, "not yet"}, {Lamp::unknown, "not known"}};
    const float wanted = list_head + height_of(pending.ids.size() + (pending.moved > 0 ? 1 : 0)) +
                         (pending.ids.empty() ? 0 : list_pitch);
    first.box = {box.x, box.y, box.w, std::min(wanted, box.h - desk_gap - ended_least)};
    const auto find = [&](std::string_view id) { return known.rows.departure(id); };
    fill_rows(first, pending, shown->selected, find,
              [&](const Departure& one) { return pending_row(state, known, one, room); });

    List second;
    second.title = "Ended, last 30 days";
    second.aside = left_out_words(known);
    second.columns = ended_columns(room);
    second.empty = known.rows.departures_known ? "none" : std::string{not_known};
    const float top = first.box.bottom() + desk_gap;
    second.box = {box.x, top, box.w, box.bottom() - top};
    fill_rows(second, ended, shown->selected, find,
              [&](const Departure& one) { return ended_row(known, one, room); });
    return {first, second};
}

}  // namespace wallboard::desk
