#include "wallboard/model/desk/rows.hpp"

#include <algorithm>
#include <array>

namespace wallboard::desk {
namespace {

template <class List, class Test>
auto* find(List& list, Test test)
{
    const auto at = std::find_if(list.begin(), list.end(), test);
    return at == list.end() ? nullptr : &*at;
}

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

const std::string& Rows::name_of(const std::string& person) const
{
    const auto* one = find(people, [&](const Person& who) { return who.id == person; });
    return one == nullptr || one->name.empty() ? person : one->name;
}

const Message* Rows::message(const std::string& id) const
{
    const auto is_it = [&](const Message& one) { return one.id == id; };
    const Message* open = find(messages, is_it);
    return open == nullptr ? find(closed, is_it) : open;
}

const Departure* Rows::departure(const std::string& mailbox) const
{
    return find(departures, [&](const Departure& one) { return one.mailbox == mailbox; });
}

const Standards* Rows::standards_at(const std::string& location) const
{
    const auto at = standards.find(location);
    return at == standards.end() ? nullptr : &at->second;
}

const Mailbox* Rows::mailbox_at(const std::string& location, const std::string& id) const
{
    const Standards* there = standards_at(location);
    if (there == nullptr) return nullptr;
    return find(there->mailboxes, [&](const Mailbox& one) { return one.id == id; });
}

const Person* Rows::person_at(const std::string& location, const std::string& id) const
{
    return find(people, [&](const Person& one) {
        return one.id == id && one.location == location && !one.has_left;
    });
}

const Absent* Rows::absence_at(const std::string& location, const std::string& person) const
{
    const Standards* there = standards_at(location);
    if (there == nullptr) return nullptr;
    return find(there->absent, [&](const Absent& one) { return one.person == person; });
}

}  // namespace wallboard::desk
