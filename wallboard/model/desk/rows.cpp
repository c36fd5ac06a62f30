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
    return find(messages, [&](const Message& one) { return one.id == id; });
}

const Departure* Rows::departure(const std::string& mailbox) const
{
    return find(departures, [&](const Departure& one) { return one.mailbox == mailbox; });
}

}  // namespace wallboard::desk
