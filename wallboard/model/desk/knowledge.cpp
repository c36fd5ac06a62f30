#include "wallboard/model/desk/knowledge.hpp"

#include <algorithm>

#include "wallboard/model/desk/team_rows.hpp"

namespace wallboard::desk {
namespace {

constexpr std::size_t rows_max = 10'000;

/// Latin letters without regard to case; others as they are.
bool holds(std::string_view text, std::string_view part)
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [&](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

bool is_found(const State& state, std::initializer_list<std::string_view> texts)
{
    const std::string& part = state.find.text();
    return part.empty() || std::any_of(texts.begin(), texts.end(),
                                       [&](std::string_view text) { return holds(text, part); });
}

bool is_at(const State& state, const std::string& location)
{
    return state.location.empty() || state.location == location;
}

std::vector<std::string> messages_shown(const State& state, const Rows& rows)
{
    std::vector<std::string> ids;
    for (const Message& one : rows.messages)
        if (is_at(state, one.location) &&
            is_found(state, {rows.name_of(one.person), one.person, one.group, one.caller,
                             one.mailbox, one.state}))
            ids.push_back(one.id);
    return ids;
}

std::vector<std::string> departures_shown(const State& state, const Rows& rows)
{
    std::vector<std::string> ids;
    for (const Departure& one : rows.departures)
        if (is_at(state, one.location) &&
            is_found(state, {rows.name_of(one.person), one.person, one.mailbox}))
            ids.push_back(one.mailbox);
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

}  // namespace

std::string location_shown(const State& state, const Knowledge& known)
{
    const auto& all = known.board.locations;
    const auto is_there = [&](const Location& one) { return one.id == state.location; };
    if (std::any_of(all.begin(), all.end(), is_there)) return state.location;
    const auto waits =
        std::find_if(known.board.days.begin(), known.board.days.end(),
                     [](const Day& day) { return day.judged && !said(day.signed_at); });
    if (waits != known.board.days.end()) return waits->location_id;
    return all.empty() ? std::string{} : all.front().id;
}

std::vector<std::string> rows_shown(const State& state, const Knowledge& known)
{
    std::vector<std::string> ids;
    switch (state.page) {
        case Page::returns: ids = messages_shown(state, known.rows); break;
        case Page::departures: ids = departures_shown(state, known.rows); break;
        case Page::greetings: ids = mailboxes_shown(state, known); break;
        case Page::end_of_day: ids = open_of_day(state, known); break;
        case Page::team: ids = team_shown(state, known); break;
        case Page::health:
            for (const Source& source : known.board.sources) ids.push_back(source.id);
            break;
        case Page::live:
        case Page::trends: break;
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
