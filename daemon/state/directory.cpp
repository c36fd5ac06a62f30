#include "daemon/state/directory.hpp"

#include <algorithm>

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

/// What she has from `from` on. What she had at the same place and is not named any more was hers
/// until then; after a move she keeps what she left behind, until it is somebody else's.
template <class IdType>
void attach(std::vector<Attachment<IdType>>& attached, const std::vector<IdType>& ids, Instant from,
            bool is_move)
{
    for (auto& one : attached) {
        const bool is_named = std::find(ids.begin(), ids.end(), one.id) != ids.end();
        if (!is_named && !is_move && !one.until) one.until = from;
    }
    for (const auto& id : ids) {
        const bool has = std::any_of(attached.begin(), attached.end(),
                                     [&](const auto& one) { return one.id == id && !one.until; });
        if (!has) attached.push_back({.id = id, .from = from, .until = {}});
    }
}

template <class IdType>
void add_holder(std::multimap<IdType, std::size_t>& holders, const IdType& id, std::size_t place)
{
    const auto [first, last] = holders.equal_range(id);
    const bool is_known =
        std::any_of(first, last, [&](const auto& entry) { return entry.second == place; });
    if (!is_known) holders.emplace(id, place);
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
        if (source.kind != "roster")
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
    for (const auto& [location, own] : sources_) sources_of_returns_[location] = own;
    const auto answers = [&](const PersonId& id, const MailboxId& mailbox) {
        const auto* box = this->mailbox(mailbox);
        const auto* who = person(id);
        if (box != nullptr && who != nullptr) note_workplace(box->location, who->location);
    };
    for (const auto& one : organisation_.people)
        for (const auto& mailbox : one.mailboxes) answers(one.id, mailbox.id);
    for (const auto& group : organisation_.groups)
        for (const auto& mailbox : group.mailboxes)
            for (const auto& member : group.members) answers(member, mailbox);
}

/// Somebody who works there answers for a mailbox of the location.
void Directory::note_workplace(const LocationId& mailboxes, const LocationId& workplace)
{
    const auto own = sources_.find(mailboxes);
    if (own == sources_.end() || !workplaces_[mailboxes].insert(workplace).second) return;
    std::set<SourceId> all{own->second.begin(), own->second.end()};
    for (const auto& place : workplaces_[mailboxes])
        for (const auto& source : sources_of(place)) all.insert(source);
    sources_of_returns_[mailboxes].assign(all.begin(), all.end());
}

void Directory::record(const PersonRecorded& recorded)
{
    const auto [found, is_new] = people_.emplace(recorded.person, organisation_.people.size());
    const auto place = found->second;
    if (is_new) organisation_.people.push_back({.id = recorded.person});
    auto& person = organisation_.people[place];
    const bool is_move = !is_new && person.location != recorded.location;
    person.location = recorded.location;
    person.supervisor = recorded.supervisor;
    attach(person.mailboxes, recorded.mailboxes, recorded.from, is_move);
    attach(person.devices, recorded.devices, recorded.from, is_move);
    for (const auto& id : recorded.devices) add_holder(users_, id, place);
    for (const auto& id : recorded.mailboxes) {
        add_holder(owners_, id, place);
        if (mailboxes_.emplace(id, organisation_.mailboxes.size()).second) {
            organisation_.mailboxes.push_back(
                {.id = id, .location = recorded.location, .group = {}});
            mailboxes_of_[recorded.location].push_back(id);
        }
        note_workplace(mailbox(id)->location, recorded.location);
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

const Source* Directory::source(const SourceId& id) const
{
    const auto& sources = organisation_.sources;
    const auto found = std::find_if(sources.begin(), sources.end(),
                                    [&](const Source& one) { return one.id == id; });
    return found == sources.end() ? nullptr : &*found;
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

Instant Directory::owner_changes_after(const MailboxId& id, Instant at) const
{
    Instant next = Instant::max();
    const auto [first, last] = owners_.equal_range(id);
    for (auto it = first; it != last; ++it)
        for (const auto& one : organisation_.people[it->second].mailboxes) {
            if (one.id != id) continue;
            if (one.from && *one.from > at) next = std::min(next, *one.from);
            if (one.until && *one.until > at) next = std::min(next, *one.until);
        }
    return next;
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
