#include "wallboard/model/desk/rows.hpp"

#include <algorithm>
#include <array>

#include "wallboard/model/places.hpp"

namespace wallboard::desk {
namespace {

template <class List, class Test>
auto* find(List& list, Test test)
{
    const auto at = std::find_if(list.begin(), list.end(), test);
    return at == list.end() ? nullptr : &*at;
}

/// Of those with one key the first comes first.
template <class Row>
std::vector<std::size_t> places_by(const std::vector<Row>& rows, std::string Row::*key)
{
    return places_in_order<std::size_t>(
        rows.size(), [&](auto a, auto b) { return rows[a].*key < rows[b].*key; });
}

/// The first row with this id for which the test holds.
template <class Row, class Test>
const Row* find_by_id(const std::vector<Row>& rows, const std::vector<std::size_t>& by_id,
                      std::string_view id, Test test)
{
    if (by_id.size() != rows.size())
        return find(rows, [&](const Row& one) { return one.id == id && test(one); });
    auto at = std::lower_bound(by_id.begin(), by_id.end(), id,
                               [&](std::size_t i, std::string_view to) { return rows[i].id < to; });
    for (; at != by_id.end() && rows[*at].id == id; ++at)
        if (test(rows[*at])) return &rows[*at];
    return nullptr;
}

constexpr auto any = [](const auto&) { return true; };

}  // namespace

bool Message::has(std::string_view flag) const
{
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

bool Message::is_open() const
{
    constexpr std::array closed{"RETURNED", "RESOLVED", "MISSED_CALL"};
    return std::find(closed.begin(), closed.end(), state) == closed.end();
}

const HistoryStep* Message::closing() const
{
    const HistoryStep* found = nullptr;
    for (const HistoryStep& step : history)
        if (step.what == "reopened")
            found = nullptr;
        else if (found == nullptr && (step.what == "returned" || step.what == "resolved"))
            found = &step;
    return found;
}

bool is_before(const Person& a, const Person& b)
{
    return (a.name.empty() ? a.id : a.name) < (b.name.empty() ? b.id : b.name);
}

bool is_closed_later(const Message& a, const Message& b)
{
    const auto at = [](const Message& one) {
        const HistoryStep* step = one.closing();
        return step == nullptr ? Instant{} : step->at;
    };
    return at(a) > at(b);
}

bool HistoryStep::is_asserted() const
{
    // Somebody resolves a message without a call: that is never seen.
    return evidence == "asserted" || detail.rfind("asserted", 0) == 0 || what == "resolved";
}

bool Departure::is_pending() const
{
    // One that was opened again is pending, too, until it is confirmed once more.
    return state == "DISCONNECT_PENDING" || state == "DISCONNECT_REQUESTED";
}

void Rows::index()
{
    index_made = {.people = places_by(people, &Person::id),
                  .messages = places_by(messages, &Message::id),
                  .messages_by_person = places_by(messages, &Message::person),
                  .open_sums = add_up(messages)};
}

Lent<std::vector<OpenSum>> Rows::open_sums() const
{
    return index_made.messages.size() == messages.size() ? Lent{index_made.open_sums}
                                                         : Lent{add_up(messages)};
}

std::vector<const Message*> Rows::messages_of(std::string_view person) const
{
    std::vector<const Message*> all;
    const auto& places = index_made.messages_by_person;
    if (places.size() != messages.size()) {
        for (const Message& one : messages)
            if (one.person == person) all.push_back(&one);
        return all;
    }
    auto at = std::partition_point(places.begin(), places.end(),
                                   [&](std::size_t i) { return messages[i].person < person; });
    for (; at != places.end() && messages[*at].person == person; ++at)
        all.push_back(&messages[*at]);
    return all;
}

const std::string& Rows::name_of(const std::string& person) const
{
    const auto* one = find_by_id(people, index_made.people, person, any);
    return one == nullptr || one->name.empty() ? person : one->name;
}

const Message* Rows::message(std::string_view id) const
{
    const Message* open = find_by_id(messages, index_made.messages, id, any);
    return open != nullptr ? open : find(closed, [&](const Message& one) { return one.id == id; });
}

const Departure* Rows::departure(std::string_view mailbox) const
{
    return find(departures, [&](const Departure& one) { return one.mailbox == mailbox; });
}

const Standards* Rows::standards_at(const std::string& location) const
{
    const auto at = standards.find(location);
    return at == standards.end() ? nullptr : &at->second;
}

const Mailbox* Rows::mailbox_at(const std::string& location, std::string_view id) const
{
    const Standards* there = standards_at(location);
    if (there == nullptr) return nullptr;
    return find(there->mailboxes, [&](const Mailbox& one) { return one.id == id; });
}

const Person* Rows::person_at(const std::string& location, std::string_view id) const
{
    return find_by_id(people, index_made.people, id,
                      [&](const Person& one) { return one.location == location && !one.has_left; });
}

const Absent* Rows::planned_at(const std::string& location, const std::string& person) const
{
    const Standards* there = standards_at(location);
    if (there == nullptr) return nullptr;
    return find(there->planned, [&](const Absent& one) { return one.person == person; });
}

const Absent* Rows::absence_at(const std::string& location, const std::string& person) const
{
    const Standards* there = standards_at(location);
    if (there == nullptr) return nullptr;
    return find(there->absent, [&](const Absent& one) { return one.person == person; });
}

}  // namespace wallboard::desk
