#include "daemon/state/directory.hpp"

#include <algorithm>
#include <set>

namespace callwatch {
namespace {

template <class IdType>
bool holds(const std::vector<Attachment<IdType>>& attached, const IdType& id, Instant at)
{
    return std::any_of(attached.begin(), attached.end(), [&](const auto& one) {
        return one.id == id && (!one.from || at >= *one.from) && (!one.until || at < *one.until);
    });
}

template <class Key, class Items>
const typename Items::value_type* find_in(const std::map<Key, std::size_t>& index,
                                          const Items& items, const Key& id)
{
    const auto found = index.find(id);
    return found == index.end() ? nullptr : &items[found->second];
}

std::string digits(const std::string& number)
{
    std::string only;
    for (const char c : number)
        if (c >= '0' && c <= '9') only += c;
    return only;
}

template <class Items, class Index>
void index_by_id(const Items& items, Index& index)
{
    for (std::size_t i = 0; i < items.size(); ++i) index.emplace(items[i].id, i);
}

}  // namespace

Result<Directory> Directory::make(Organisation organisation)
{
    Directory directory{std::move(organisation)};
    for (const auto& location : directory.organisation_.locations) {
        auto calendar = BusinessCalendar::make(location);
        if (!calendar) return calendar.refusal();
        directory.calendars_.emplace(location.id, *calendar);
    }
    return directory;
}

Directory::Directory(Organisation organisation) : organisation_{std::move(organisation)}
{
    index_by_id(organisation_.locations, locations_);
    index_by_id(organisation_.queues, queues_);
    index_by_id(organisation_.mailboxes, mailboxes_);
    index_by_id(organisation_.people, people_);
    index_by_id(organisation_.groups, groups_);
    for (std::size_t i = 0; i < organisation_.people.size(); ++i) {
        for (const auto& one : organisation_.people[i].mailboxes) owners_.emplace(one.id, i);
        for (const auto& one : organisation_.people[i].devices) users_.emplace(one.id, i);
    }
    for (const auto& source : organisation_.sources)
        for (const auto& location : source.locations) sources_[location].push_back(source.id);
    for (const auto& location : organisation_.locations)
        for (const auto& number : location.main_numbers)
            main_numbers_.emplace(digits(number), std::pair{location.id, number});
    for (const auto& mailbox : organisation_.mailboxes)
        mailboxes_of_[mailbox.location].push_back(mailbox.id);
    find_sources_of_returns();
}

void Directory::find_sources_of_returns()
{
    std::map<LocationId, std::set<LocationId>> workplaces;  // By the mailboxes' location.
    const auto answers = [&](const PersonId& id, const MailboxId& mailbox) {
        const auto* box = this->mailbox(mailbox);
        const auto* who = person(id);
        if (box != nullptr && who != nullptr) workplaces[box->location].insert(who->location);
    };
    for (const auto& one : organisation_.people)
        for (const auto& mailbox : one.mailboxes) answers(one.id, mailbox.id);
    for (const auto& group : organisation_.groups)
        for (const auto& mailbox : group.mailboxes)
            for (const auto& member : group.members) answers(member, mailbox);

    for (const auto& [location, own] : sources_) {
        std::set<SourceId> all{own.begin(), own.end()};
        for (const auto& workplace : workplaces[location])
            for (const auto& source : sources_of(workplace)) all.insert(source);
        sources_of_returns_[location].assign(all.begin(), all.end());
    }
}

const Location* Directory::location(const LocationId& id) const
{
    return find_in(locations_, organisation_.locations, id);
}

const BusinessCalendar& Directory::calendar(const LocationId& id) const
{
    const auto found = calendars_.find(id);
    CALLWATCH_CHECK(found != calendars_.end());
    return found->second;
}

const Queue* Directory::queue(const QueueId& id) const
{
    return find_in(queues_, organisation_.queues, id);
}

const Mailbox* Directory::mailbox(const MailboxId& id) const
{
    return find_in(mailboxes_, organisation_.mailboxes, id);
}

const Person* Directory::person(const PersonId& id) const
{
    return find_in(people_, organisation_.people, id);
}

PersonId Directory::owner_of(const MailboxId& id, Instant at) const
{
    const auto [first, last] = owners_.equal_range(id);
    for (auto it = first; it != last; ++it) {
        const auto& person = organisation_.people[it->second];
        if (holds(person.mailboxes, id, at)) return person.id;
    }
    return {};
}

PersonId Directory::user_of(const DeviceId& id, Instant at) const
{
    const auto [first, last] = users_.equal_range(id);
    for (auto it = first; it != last; ++it) {
        const auto& person = organisation_.people[it->second];
        if (holds(person.devices, id, at)) return person.id;
    }
    return {};
}

bool Directory::answers_for(const PersonId& person, const MailboxId& mailbox, Instant at) const
{
    if (person.empty()) return false;
    const auto* box = this->mailbox(mailbox);
    if (box == nullptr) return false;
    if (box->group.empty()) return owner_of(mailbox, at) == person;
    const auto* group = find_in(groups_, organisation_.groups, box->group);
    return group != nullptr &&
           std::find(group->members.begin(), group->members.end(), person) != group->members.end();
}

std::pair<LocationId, std::string> Directory::main_number(const Dialled& called) const
{
    for (const auto* form : {&called.raw, &called.e164, &called.extension}) {
        const auto only = digits(*form);
        if (only.empty()) continue;
        const auto found = main_numbers_.find(only);
        if (found != main_numbers_.end()) return found->second;
    }
    return {};
}

const std::vector<MailboxId>& Directory::mailboxes_of(const LocationId& id) const
{
    static const std::vector<MailboxId> none;
    const auto found = mailboxes_of_.find(id);
    return found == mailboxes_of_.end() ? none : found->second;
}

const std::vector<SourceId>& Directory::sources_of(const LocationId& id) const
{
    static const std::vector<SourceId> none;
    const auto found = sources_.find(id);
    return found == sources_.end() ? none : found->second;
}

const std::vector<SourceId>& Directory::sources_of_returns(const LocationId& id) const
{
    static const std::vector<SourceId> none;
    const auto found = sources_of_returns_.find(id);
    return found == sources_of_returns_.end() ? none : found->second;
}

bool Directory::is_operator_queue(const LocationId& location, const QueueId& queue) const
{
    const auto* found = this->location(location);
    return found != nullptr &&
           std::find(found->operator_queues.begin(), found->operator_queues.end(), queue) !=
               found->operator_queues.end();
}

}  // namespace callwatch
