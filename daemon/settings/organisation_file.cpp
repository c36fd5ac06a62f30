#include "daemon/settings/organisation_file.hpp"

#include <algorithm>

#include "daemon/settings/organisation_checks.hpp"
#include "daemon/settings/organisation_tables.hpp"

namespace callwatch {
namespace {

template <class T, class Read>
std::vector<FromTable<T>> read_all(TomlTable& root, std::string_view kind, Read read)
{
    std::vector<FromTable<T>> all;
    for (auto& table : root.tables(kind)) {
        if (!is_own_id(table.name()))
            table.refuse_table("must be named with 1 to 128 letters, digits, '-' and '_'");
        T value = read(table);
        all.push_back({table, std::move(value)});
    }
    return all;
}

OrganisationTables read_tables(TomlTable& root, const QueueDefaults& defaults)
{
    OrganisationTables read;
    read.locations = read_all<Location>(root, "location", read_location);
    read.people = read_all<Person>(root, "person", read_person);
    read.groups = read_all<Group>(root, "group", read_group);
    read.queues = read_all<Queue>(root, "queue",
                                  [&](TomlTable& table) { return read_queue(table, defaults); });
    read.sources = read_all<Source>(root, "source", read_source);
    for (auto& [table, source] : read.sources) {
        auto& systems = read.systems[source.id];
        systems = table.texts("systems");
        if (systems.empty()) systems = {source.id.text.str()};
    }
    return read;
}

// Each mailbox once, where its owner is; who owns it when is asked of the people.
std::vector<Mailbox> list_mailboxes(const OrganisationTables& read)
{
    std::map<MailboxId, Mailbox> mailboxes;
    for (const auto& [table, person] : read.people)
        for (const auto& box : person.mailboxes)
            mailboxes[box.id] = {.id = box.id, .location = person.location, .group = {}};
    for (const auto& [table, group] : read.groups)
        for (const auto& box : group.mailboxes)
            mailboxes[box] = {.id = box, .location = group.location, .group = group.id};

    std::vector<Mailbox> list;
    list.reserve(mailboxes.size());
    for (auto& [id, mailbox] : mailboxes) list.push_back(std::move(mailbox));
    return list;
}

template <class T>
std::vector<T> values(std::vector<FromTable<T>> read)
{
    std::vector<T> values;
    values.reserve(read.size());
    for (auto& entry : read) values.push_back(std::move(entry.value));
    std::sort(values.begin(), values.end(), [](const T& a, const T& b) { return a.id < b.id; });
    return values;
}

}  // namespace

Organisation read_organisation(TomlFile& file, const QueueDefaults& queues)
{
    TomlTable root = file.root();
    OrganisationTables read = read_tables(root, queues);
    check_responsibilities(root, read);
    check_owners(read);
    check_references(read);

    Organisation organisation;
    organisation.mailboxes = list_mailboxes(read);
    organisation.locations = values(std::move(read.locations));
    organisation.people = values(std::move(read.people));
    organisation.groups = values(std::move(read.groups));
    organisation.queues = values(std::move(read.queues));
    organisation.sources = values(std::move(read.sources));
    organisation.version = file.digest();
    return organisation;
}

}  // namespace callwatch
