#include <algorithm>

#include "daemon/board/rows.hpp"

namespace callwatch {
namespace {

constexpr int people_max = 10'000;

/// As the roster has it; else as the organisation file.
std::string name_of(const BoardView& view, const Person& person, const PrivateWords& words)
{
    const auto* stays = view.board().roster().stays(person.id);
    if (stays != nullptr && !stays->empty() && !stays->back().name.empty())
        return words.remark(stays->back().name);
    return person.name;
}

template <class IdType>
bool is_held(const Attachment<IdType>& held, Instant at)
{
    return (!held.from || *held.from <= at) && (!held.until || at < *held.until);
}

v1::StaffReply::One make_one(const BoardView& view, const Person& person, const PrivateWords& words)
{
    v1::StaffReply::One one;
    one.set_person(person.id.text.str());
    one.set_name(name_of(view, person, words));
    one.set_location_id(person.location.text.str());
    one.set_supervisor(person.supervisor.text.str());
    const auto* stays = view.board().roster().stays(person.id);
    if (stays != nullptr && !stays->empty()) {
        one.set_role(stays->back().role);
        one.set_from_us(to_us(stays->back().from));
    }
    if (const auto left = view.board().departures().left_at(person.id, person.location))
        one.set_left_at_us(to_us(*left));
    one.set_is_away(view.board().absences().is_away(person.id, view.now));
    for (const auto& mailbox : person.mailboxes)
        if (is_held(mailbox, view.now)) one.add_mailboxes(mailbox.id.text.str());
    for (const auto& device : person.devices)
        if (is_held(device, view.now)) one.add_devices(device.id.text.str());
    return one;
}

}  // namespace

v1::StaffReply make_staff(const BoardView& view, const Location& location,
                          const PrivateWords& words)
{
    v1::StaffReply reply;
    reply.set_now_us(to_us(view.now));
    reply.set_location_id(location.id.text.str());
    std::vector<const Person*> people;
    for (const auto& person : view.directory().organisation().people)
        if (person.location == location.id) people.push_back(&person);
    std::sort(people.begin(), people.end(),
              [](const Person* a, const Person* b) { return a->id < b->id; });
    for (const auto* person : people)
        if (reply.people_size() < people_max) *reply.add_people() = make_one(view, *person, words);
    return reply;
}

}  // namespace callwatch
