#include "daemon/settings/organisation_tables.hpp"

#include <algorithm>
#include <array>

namespace callwatch {
namespace {

constexpr std::pair<std::string_view, const char*> source_kinds[] = {
    {"asterisk", "asterisk"}, {"freeswitch", "freeswitch"}, {"queue-log", "queue-log"},
    {"roster", "roster"},     {"simulate", "simulate"},     {"other", "other"}};

template <class IdType>
std::vector<Attachment<IdType>> read_attachments(TomlTable& table, std::string_view key)
{
    std::vector<Attachment<IdType>> attachments;
    for (auto& row : table.rows(key, "id")) {
        Attachment<IdType> attachment{
            .id = {row.text("id")}, .from = row.instant("from"), .until = row.instant("until")};
        if (attachment.from && attachment.until && *attachment.from >= *attachment.until)
            row.refuse("until", "must be later than from");
        attachments.push_back(std::move(attachment));
    }
    return attachments;
}

}  // namespace

bool is_own_id(std::string_view text)
{
    const auto allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               c == '-' || c == '_';
    };
    return !text.empty() && text.size() <= id_bytes_max &&
           std::all_of(text.begin(), text.end(), allowed);
}

std::string system_of(std::string_view native_id)
{
    const auto slash = native_id.find('/');
    return slash == std::string_view::npos ? "" : std::string{native_id.substr(0, slash)};
}

bool is_native_id(std::string_view text)
{
    const auto system = system_of(text);
    return is_own_id(system) && text.size() > system.size() + 1 &&
           text.find(' ') == std::string_view::npos;
}

Person read_person(TomlTable& table)
{
    return {.id = {table.name()},
            .name = table.text("name"),
            .location = {table.text("location")},
            .supervisor = {table.text("supervisor", "")},
            .devices = read_attachments<DeviceId>(table, "devices"),
            .mailboxes = read_attachments<MailboxId>(table, "mailboxes")};
}

Group read_group(TomlTable& table)
{
    Group group;
    group.id = {table.name()};
    group.location = {table.text("location")};
    for (auto& member : table.texts("members")) group.members.push_back({std::move(member)});
    for (auto& mailbox : table.texts("mailboxes")) group.mailboxes.push_back({std::move(mailbox)});
    return group;
}

Queue read_queue(TomlTable& table, const QueueDefaults& defaults)
{
    Queue queue;
    queue.id = {table.text("id")};
    queue.name = table.text("name");
    queue.location = {table.text("location")};
    const QueueDefaults limits = read_queue_limits(table, "", defaults);
    queue.thresholds = limits.thresholds;
    queue.service_level = limits.service_level;
    return queue;
}

Source read_source(TomlTable& table)
{
    Source source;
    source.id = {table.name()};
    source.kind = table.choice<const char*>("kind", source_kinds, "");
    if (!table.has("kind")) table.refuse("kind", "must be \"asterisk\", or another kind of source");
    for (auto& location : table.texts("locations"))
        source.locations.push_back({std::move(location)});
    return source;
}

}  // namespace callwatch
