#include <fmt/format.h>

#include "daemon/settings/organisation_checks.hpp"

namespace callwatch {
namespace {

// One claim of a person on a device or mailbox.
template <class IdType>
struct Claim {
    FromTable<Person>* claimant;
    std::size_t item;
    const Attachment<IdType>* what;
};

template <class IdType>
bool overlap(const Attachment<IdType>& a, const Attachment<IdType>& b)
{
    const auto begins_before_end = [](const auto& one, const auto& other) {
        return !one.from || !other.until || *one.from < *other.until;
    };
    return begins_before_end(a, b) && begins_before_end(b, a);
}

template <class IdType>
using Claims = std::map<IdType, std::vector<Claim<IdType>>>;

template <class IdType>
Claims<IdType> collect_claims(std::vector<FromTable<Person>>& people,
                              std::vector<Attachment<IdType>> Person::*member)
{
    Claims<IdType> claims;
    for (auto& entry : people) {
        const auto& attachments = entry.value.*member;
        for (std::size_t i = 0; i < attachments.size(); ++i)
            claims[attachments[i].id].push_back({&entry, i, &attachments[i]});
    }
    return claims;
}

template <class IdType>
void check_claims(const Claims<IdType>& claims, std::string_view key)
{
    for (const auto& [id, rivals] : claims) {
        for (std::size_t i = 1; i < rivals.size(); ++i) {
            for (std::size_t earlier = 0; earlier < i; ++earlier) {
                if (!overlap(*rivals[i].what, *rivals[earlier].what)) continue;
                rivals[i].claimant->table.refuse(
                    key, rivals[i].item,
                    fmt::format("must not belong to two at once: {} is also of [person.{}]",
                                id.text, rivals[earlier].claimant->value.id.text));
                break;
            }
        }
    }
}

// A message stays where its mailbox is, so a mailbox has one location for good.
void check_mailbox_locations(const Claims<MailboxId>& claims)
{
    for (const auto& [id, owners] : claims)
        for (const auto& owner : owners)
            if (owner.claimant->value.location != owners.front().claimant->value.location)
                owner.claimant->table.refuse(
                    "mailboxes", owner.item,
                    fmt::format("must stay at one location: [person.{}], who has {} too, is at {}",
                                owners.front().claimant->value.id.text, id.text,
                                owners.front().claimant->value.location.text));
}

void check_group_mailboxes(OrganisationTables& read, const Claims<MailboxId>& claims)
{
    std::map<MailboxId, std::string> owners;
    for (const auto& [id, rivals] : claims)
        owners[id] = "person." + rivals.front().claimant->value.id.text;
    for (auto& [table, group] : read.groups) {
        for (std::size_t i = 0; i < group.mailboxes.size(); ++i) {
            const auto [owner, is_first] =
                owners.try_emplace(group.mailboxes[i], "group." + group.id.text);
            if (!is_first && owner->second != "group." + group.id.text)
                table.refuse(
                    "mailboxes", i,
                    fmt::format("must not belong to two: it is also of [{}]", owner->second));
        }
    }
}

void check_main_numbers(OrganisationTables& read)
{
    std::map<std::string, std::string> owners;
    for (auto& [table, location] : read.locations) {
        for (std::size_t i = 0; i < location.main_numbers.size(); ++i) {
            const auto [owner, is_first] =
                owners.try_emplace(location.main_numbers[i], location.id.text);
            if (!is_first && owner->second != location.id.text)
                table.refuse("main_numbers", i,
                             fmt::format("must be of one location: [location.{}] has it too",
                                         owner->second));
        }
    }
}

void check_queue_ids(OrganisationTables& read)
{
    std::map<QueueId, std::string> owners;
    for (auto& [table, queue] : read.queues) {
        const auto [owner, is_first] = owners.try_emplace(queue.id, table.name());
        if (!is_first && !queue.id.empty())
            table.refuse("id",
                         fmt::format("must be of one queue: [queue.{}] has it too", owner->second));
    }
}

}  // namespace

void check_owners(OrganisationTables& read)
{
    check_claims(collect_claims(read.people, &Person::devices), "devices");
    const auto mailboxes = collect_claims(read.people, &Person::mailboxes);
    check_claims(mailboxes, "mailboxes");
    check_mailbox_locations(mailboxes);
    check_group_mailboxes(read, mailboxes);
    check_main_numbers(read);
    check_queue_ids(read);
}

}  // namespace callwatch
