#include "wallboard/model/desk/knowledge.hpp"

#include <algorithm>

#include "wallboard/model/desk/departure_words.hpp"
#include "wallboard/model/desk/letters.hpp"
#include "wallboard/model/desk/row_order.hpp"
#include "wallboard/model/desk/team_rows.hpp"
#include "wallboard/model/desk/trends.hpp"
#include "wallboard/model/health_parts.hpp"
#include "wallboard/model/selection.hpp"

namespace wallboard::desk {
namespace {

using Ids = std::vector<std::string_view>;

bool is_found(const State& state, std::initializer_list<std::string_view> texts)
{
    const std::string_view part = state.find.text();
    return part.empty() || std::any_of(texts.begin(), texts.end(),
                                       [&](std::string_view text) { return holds(text, part); });
}

/// By whose it is, the person or the group, who called, and where it lies.
bool is_message_found(const State& state, const Knowledge& known, const Message& one)
{
    // Names are looked up only for a search.
    return state.find.empty() || is_found(state, {known.rows.name_of(one.person), one.person,
                                                  one.group, one.caller, one.mailbox, one.state});
}

/// The rows of the location that was chosen for which the test holds.
template <class Row, class Test>
std::vector<const Row*> chosen_of(const State& state, const Knowledge& known,
                                  const std::vector<Row>& rows, Test test)
{
    const std::string place = location_chosen(state, known);
    std::vector<const Row*> all;
    for (const Row& one : rows)
        if ((place.empty() || one.location == place) && test(one)) all.push_back(&one);
    return all;
}

/// Open ones as the collector tells them; then those that were closed lately, the last one first.
RowLists messages_shown(const State& state, const Knowledge& known)
{
    const auto found = [&](const Message& one) { return is_message_found(state, known, one); };
    RowLists ids;
    for (const Message* one : chosen_of(state, known, known.rows.messages, found))
        ids[0].push_back(one->id);
    std::vector<const Message*> closed = chosen_of(state, known, known.rows.closed, found);
    std::erase_if(closed, [&](const Message* one) {
        const HistoryStep* step = one->closing();
        return step == nullptr || step->at <= known.now - closed_shown;
    });
    const auto later = [](const Message* a, const Message* b) { return is_closed_later(*a, *b); };
    // Mostly they stand so already.
    if (!std::is_sorted(closed.begin(), closed.end(), later))
        std::stable_sort(closed.begin(), closed.end(), later);
    for (const Message* one : closed) ids[1].push_back(one->id);
    return ids;
}

/// The pending ones as the collector tells them; then those that ended lately, the last one first.
RowLists departures_shown(const State& state, const Knowledge& known)
{
    const auto found = [&](const Departure& one) {
        return is_found(state, {known.rows.name_of(one.person), one.person, one.mailbox});
    };
    std::vector<const Departure*> ended;
    RowLists ids;
    for (const Departure* one : chosen_of(state, known, known.rows.departures, found)) {
        if (one->is_pending())
            ids[0].push_back(one->mailbox);
        else if (ended_lately(*one, known.now))
            ended.push_back(one);
    }
    std::stable_sort(ended.begin(), ended.end(), [](const Departure* a, const Departure* b) {
        return ended_at(*a) > ended_at(*b);
    });
    for (const Departure* one : ended) ids[1].push_back(one->mailbox);
    return ids;
}

/// What is wrong comes first, then what nobody knows.
std::size_t rank_of(const Mailbox& one)
{
    if (!one.fault.empty() || said(one.barred_since)) return 0;
    // Of a shared mailbox nothing is asked.
    return one.greeting == "not_known" && !one.person.empty() ? 1 : 2;
}

Ids mailboxes_shown(const State& state, const Knowledge& known)
{
    const auto found = known.rows.standards.find(location_shown(state, known));
    if (found == known.rows.standards.end()) return {};
    std::array<Ids, 3> ranks;
    for (const Mailbox& one : found->second.mailboxes)
        if (is_found(state, {known.rows.name_of(one.person), one.person, one.id}))
            ranks.at(rank_of(one)).push_back(one.id);
    Ids ids;
    for (const Ids& rank : ranks) ids.insert(ids.end(), rank.begin(), rank.end());
    return ids;
}

Ids open_of_day(const State& state, const Knowledge& known)
{
    const auto found = known.rows.days.find(location_shown(state, known));
    Ids ids;
    if (found == known.rows.days.end()) return ids;
    for (const Message& one : found->second.open)
        if (one.needs_exception && is_message_found(state, known, one)) ids.push_back(one.id);
    return ids;
}

/// Operators, and everybody else.
RowLists team_shown(const State& state, const Knowledge& known)
{
    const std::string place = location_shown(state, known);
    RowLists ids;
    const auto operators = operators_at(known.rows, place);
    for (const OperatorRow& one : operators)
        if (is_found(state, {one.name, one.id})) ids[0].push_back(one.id);
    for (const Person* one : others_at(known.rows, place, operators))
        if (is_found(state, {one->name, one->id})) ids[1].push_back(one->id);
    return ids;
}

/// In the board's order: people learn where their queue is.
Ids queues_shown(const State& state, const Knowledge& known)
{
    const std::string place = location_chosen(state, known);
    Ids ids;
    for (const Queue& one : known.board.queues)
        if ((place.empty() || one.location_id == place) && is_found(state, {one.name, one.id}))
            ids.push_back(one.id);
    return ids;
}

/// What is silent comes first. A source that serves no location in particular serves them all.
Ids sources_shown(const State& state, const Knowledge& known)
{
    const std::string place = location_chosen(state, known);
    Ids ids;
    for (const Ranked& ranked : worst_first(known.board)) {
        const Source& one = *ranked.source;
        const auto& served = one.location_ids;
        const bool serves = place.empty() || served.empty() ||
                            std::find(served.begin(), served.end(), place) != served.end();
        if (serves && is_found(state, {one.id, one.kind})) ids.push_back(one.id);
    }
    return ids;
}

}  // namespace

bool is_of_one_location(Page page)
{
    return page == Page::end_of_day || page == Page::greetings || page == Page::team;
}

std::string location_chosen(const State& state, const Knowledge& known)
{
    if (state.location.empty()) return {};
    const auto& all = known.board.locations;
    const auto is_there = [&](const Location& one) { return one.id == state.location; };
    return std::any_of(all.begin(), all.end(), is_there) ? state.location : std::string{};
}

std::string location_shown(const State& state, const Knowledge& known)
{
    const auto& all = known.board.locations;
    if (std::string chosen = location_chosen(state, known); !chosen.empty()) return chosen;
    const std::string first = all.empty() ? std::string{} : all.front().id;
    if (state.page != Page::end_of_day) return first;
    const auto waits =
        std::find_if(known.board.days.begin(), known.board.days.end(),
                     [](const Day& day) { return day.judged && !said(day.signed_at); });
    return waits == known.board.days.end() ? first : waits->location_id;
}

Lent<Snapshot> board_shown(const State& state, const Knowledge& known)
{
    const std::string place = location_chosen(state, known);
    return place.empty() ? Lent{known.board} : Lent{select_locations(known.board, {place})};
}

RowLists rows_ordered(const State& state, const Knowledge& known)
{
    RowLists ids;
    switch (state.page) {
        case Page::returns: ids = messages_shown(state, known); break;
        case Page::departures: ids = departures_shown(state, known); break;
        case Page::greetings: ids[0] = mailboxes_shown(state, known); break;
        case Page::end_of_day: ids[0] = open_of_day(state, known); break;
        case Page::team: ids = team_shown(state, known); break;
        case Page::health: ids[0] = sources_shown(state, known); break;
        case Page::live: ids[0] = queues_shown(state, known); break;
        case Page::trends: ids[0] = ranges_shown(state, known); break;
    }
    std::size_t room = rows_max;
    for (auto& list : ids) {
        if (list.size() > room) list.resize(room);
        room -= list.size();
    }
    return ids;
}

Shown make_shown(const State& state, const Knowledge& known)
{
    Shown shown = in_kept_order(state, known, rows_ordered(state, known));
    const auto all = {&shown.lists[0].ids, &shown.lists[1].ids};
    for (const Ids* ids : all)
        if (std::find(ids->begin(), ids->end(), state.selection()) != ids->end()) {
            shown.selected = state.selection();
            return shown;
        }
    for (const Ids* ids : all)
        if (!ids->empty() && shown.selected.empty()) shown.selected = ids->front();
    return shown;
}

Lent<Shown> shown_on(const State& state, const Knowledge& known)
{
    return known.shown != nullptr ? Lent{*known.shown} : Lent{make_shown(state, known)};
}

std::vector<std::string_view> rows_shown(const State& state, const Knowledge& known)
{
    const auto shown = shown_on(state, known);
    Ids ids = shown->lists[0].ids;
    ids.insert(ids.end(), shown->lists[1].ids.begin(), shown->lists[1].ids.end());
    return ids;
}

std::string row_selected(const State& state, const Knowledge& known)
{
    const auto shown = shown_on(state, known);
    return shown->selected;
}

}  // namespace wallboard::desk
