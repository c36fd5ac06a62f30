#include "wallboard/model/desk/knowledge.hpp"

#include <algorithm>

#include "wallboard/model/desk/departure_words.hpp"
#include "wallboard/model/desk/letters.hpp"
#include "wallboard/model/desk/team_rows.hpp"
#include "wallboard/model/desk/trends.hpp"
#include "wallboard/model/health_parts.hpp"
#include "wallboard/model/selection.hpp"

namespace wallboard::desk {
namespace {

constexpr std::size_t rows_max = 10'000;

using Texts = std::vector<std::string_view>;

bool is_found(const State& state, const Texts& texts)
{
    const std::string& part = state.find.text();
    return part.empty() || std::any_of(texts.begin(), texts.end(),
                                       [&](std::string_view text) { return holds(text, part); });
}

/// The rows of the location that was chosen, of which a text is what is searched for.
template <class Row, class Texts>
std::vector<const Row*> chosen_of(const State& state, const Knowledge& known,
                                  const std::vector<Row>& rows, Texts texts)
{
    const std::string place = location_chosen(state, known);
    std::vector<const Row*> all;
    for (const Row& one : rows) {
        if (!place.empty() && one.location != place) continue;
        // Names are looked up only for a search: it takes a while with ten thousand people.
        if (state.find.empty() || is_found(state, texts(one))) all.push_back(&one);
    }
    return all;
}

std::vector<std::string> messages_shown(const State& state, const Knowledge& known)
{
    const auto texts = [&](const Message& one) {
        return Texts{known.rows.name_of(one.person),
                     one.person,
                     one.group,
                     one.caller,
                     one.mailbox,
                     one.state};
    };
    std::vector<std::string> ids;
    for (const Message* one : chosen_of(state, known, known.rows.messages, texts))
        ids.push_back(one->id);
    return ids;
}

/// The pending ones as the collector tells them; then those that ended lately, the last one first.
std::vector<std::string> departures_shown(const State& state, const Knowledge& known)
{
    const auto texts = [&](const Departure& one) {
        return Texts{known.rows.name_of(one.person), one.person, one.mailbox};
    };
    std::vector<const Departure*> ended;
    std::vector<std::string> ids;
    for (const Departure* one : chosen_of(state, known, known.rows.departures, texts)) {
        if (one->is_pending())
            ids.push_back(one->mailbox);
        else if (ended_lately(*one, known.now))
            ended.push_back(one);
    }
    std::stable_sort(ended.begin(), ended.end(), [](const Departure* a, const Departure* b) {
        return ended_at(*a) > ended_at(*b);
    });
    for (const Departure* one : ended) ids.push_back(one->mailbox);
    return ids;
}

/// What is wrong comes first, then what nobody knows.
int rank_of(const Mailbox& one)
{
    if (!one.fault.empty() || said(one.barred_since)) return 0;
    // Of a shared mailbox nothing is asked.
    return one.greeting == "not_known" && !one.person.empty() ? 1 : 2;
}

std::vector<std::string> mailboxes_shown(const State& state, const Knowledge& known)
{
    const auto found = known.rows.standards.find(location_shown(state, known));
    if (found == known.rows.standards.end()) return {};
    std::vector<const Mailbox*> all;
    for (const Mailbox& one : found->second.mailboxes)
        if (is_found(state, {known.rows.name_of(one.person), one.person, one.id}))
            all.push_back(&one);
    std::stable_sort(all.begin(), all.end(),
                     [](const Mailbox* a, const Mailbox* b) { return rank_of(*a) < rank_of(*b); });
    std::vector<std::string> ids;
    for (const Mailbox* one : all) ids.push_back(one->id);
    return ids;
}

std::vector<std::string> open_of_day(const State& state, const Knowledge& known)
{
    const auto found = known.rows.days.find(location_shown(state, known));
    std::vector<std::string> ids;
    if (found == known.rows.days.end()) return ids;
    for (const Message& one : found->second.open)
        if (one.needs_exception) ids.push_back(one.id);
    return ids;
}

/// Operators first.
std::vector<std::string> team_shown(const State& state, const Knowledge& known)
{
    const std::string place = location_shown(state, known);
    std::vector<std::string> ids;
    for (const OperatorRow& one : operators_at(known.rows, place))
        if (is_found(state, {one.name, one.id})) ids.push_back(one.id);
    for (const Person* one : others_at(known.rows, place))
        if (is_found(state, {one->name, one->id})) ids.push_back(one->id);
    return ids;
}

/// In the board's order: people learn where their queue is.
std::vector<std::string> queues_shown(const State& state, const Knowledge& known)
{
    const std::string place = location_chosen(state, known);
    std::vector<std::string> ids;
    for (const Queue& one : known.board.queues)
        if ((place.empty() || one.location_id == place) && is_found(state, {one.name, one.id}))
            ids.push_back(one.id);
    return ids;
}

/// What is silent comes first. A source that serves no location in particular serves them all.
std::vector<std::string> sources_shown(const State& state, const Knowledge& known)
{
    const std::string place = location_chosen(state, known);
    std::vector<std::string> ids;
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
    const auto& all = known.board.locations;
    const auto is_there = [&](const Location& one) { return one.id == state.location; };
    return std::any_of(all.begin(), all.end(), is_there) ? state.location : std::string{};
}

std::string location_shown(const State& state, const Knowledge& known)
{
    const auto& all = known.board.locations;
    if (std::string chosen = location_chosen(state, known); !chosen.empty()) return chosen;
    const auto waits =
        std::find_if(known.board.days.begin(), known.board.days.end(),
                     [](const Day& day) { return day.judged && !said(day.signed_at); });
    if (waits != known.board.days.end()) return waits->location_id;
    return all.empty() ? std::string{} : all.front().id;
}

Snapshot board_shown(const State& state, const Knowledge& known)
{
    const std::string place = location_chosen(state, known);
    return place.empty() ? known.board : select_locations(known.board, {place});
}

std::vector<std::string> rows_shown(const State& state, const Knowledge& known)
{
    std::vector<std::string> ids;
    switch (state.page) {
        case Page::returns: ids = messages_shown(state, known); break;
        case Page::departures: ids = departures_shown(state, known); break;
        case Page::greetings: ids = mailboxes_shown(state, known); break;
        case Page::end_of_day: ids = open_of_day(state, known); break;
        case Page::team: ids = team_shown(state, known); break;
        case Page::health: ids = sources_shown(state, known); break;
        case Page::live: ids = queues_shown(state, known); break;
        case Page::trends: ids = ranges_shown(state, known); break;
    }
    if (ids.size() > rows_max) ids.resize(rows_max);
    return ids;
}

std::string row_selected(const State& state, const Knowledge& known)
{
    const auto ids = rows_shown(state, known);
    if (ids.empty()) return {};
    const auto found = std::find(ids.begin(), ids.end(), state.selection());
    return found == ids.end() ? ids.front() : *found;
}

}  // namespace wallboard::desk
