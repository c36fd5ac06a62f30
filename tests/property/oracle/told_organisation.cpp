#include "tests/property/oracle/told_organisation.hpp"

#include <algorithm>

#include "daemon/calendar/business_calendar.hpp"

namespace callwatch::test {
namespace {

DayHours hours_of(const ToldLine& line) { return {line.seconds("from"), line.seconds("to")}; }

template <class Items>
auto& named(Items& items, const std::string& id)
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const auto& one) { return one.id.text == id; });
    if (found == items.end()) throw std::invalid_argument{"not told of: " + id};
    return *found;
}

template <class Items>
void sort_by_id(Items& items)
{
    std::sort(items.begin(), items.end(),
              [](const auto& one, const auto& other) { return one.id < other.id; });
}

}  // namespace

Location& ToldOrganisation::location(const ToldLine& line)
{
    return named(organisation.locations, line.text("location"));
}

Person& ToldOrganisation::person(const ToldLine& line)
{
    return named(organisation.people, line.text("person"));
}

void ToldOrganisation::take_policy(const ToldLine& line)
{
    using enum Policy::NoAnswer;
    const auto no_answer = line.text("no_answer");
    policy.no_answer = no_answer == "counts"         ? counts
                     : no_answer == "does_not_count" ? does_not_count
                                                     : counts_if_message_left;
    policy.after_hours_due = line.text("after_hours_due") == "next_workday"
                               ? Policy::AfterHoursDue::next_workday
                               : Policy::AfterHoursDue::same_calendar_day;
    policy.internal_messages_are_duties = line.text("internal_messages") == "duty";
    policy.cross_location_match = line.flag("cross_location_match");
    policy.min_message = line.seconds("min_message_s");
    policy.min_talk = line.seconds("min_talk_s");
    policy.min_ring = line.seconds("min_ring_s");
    policy.eod_grace = line.seconds("eod_grace_s");
    policy.settle_wait = line.seconds("settle_wait_s");
    policy.signoff_deadline = line.seconds("signoff_deadline_s");
    policy.mailbox_list_max_age = line.seconds("mailbox_list_max_age_s");
    policy.claim_lease = line.seconds("claim_lease_s");
    policy.version = "policy";
}

void ToldOrganisation::take_mailbox(const ToldLine& line)
{
    const MailboxId id{line.text("id")};
    const GroupId group{line.text("group")};
    if (line.has("person"))
        person(line).mailboxes.push_back(
            {id, line.instant_if_said("from"), line.instant_if_said("until")});
    else
        named(organisation.groups, group.text.str()).mailboxes.push_back(id);
    const auto is_known = std::any_of(organisation.mailboxes.begin(), organisation.mailboxes.end(),
                                      [&](const Mailbox& one) { return one.id == id; });
    if (!is_known) organisation.mailboxes.push_back({id, {line.text("location")}, group});
}

bool ToldOrganisation::take(const ToldLine& line)
{
    if (line.verb == "policy") {
        take_policy(line);
    } else if (line.verb == "location") {
        Location made{.id = {line.text("id")}, .zone = line.text("zone")};
        made.supervisors = line.ids<PersonId>("supervisors");
        made.managers = line.ids<PersonId>("managers");
        made.monitoring_start = line.instant_if_said("monitoring_start");
        organisation.locations.push_back(std::move(made));
    } else if (line.verb == "hours") {
        location(line).weekly.at(static_cast<std::size_t>(line.number("weekday"))) = hours_of(line);
    } else if (line.verb == "special") {
        location(line).exceptions[parse_local_date(line.text("date")).value()] =
            line.has("from") ? std::optional{hours_of(line)} : std::nullopt;
    } else if (line.verb == "person") {
        organisation.people.push_back({.id = {line.text("id")},
                                       .location = {line.text("location")},
                                       .supervisor = {line.text("supervisor")}});
    } else if (line.verb == "device") {
        person(line).devices.push_back(
            {{line.text("id")}, line.instant_if_said("from"), line.instant_if_said("until")});
    } else if (line.verb == "group") {
        organisation.groups.push_back({.id = {line.text("id")},
                                       .location = {line.text("location")},
                                       .members = line.ids<PersonId>("members")});
    } else if (line.verb == "mailbox") {
        take_mailbox(line);
    } else if (line.verb == "source") {
        organisation.sources.push_back({.id = {line.text("id")},
                                        .kind = "other",
                                        .locations = line.ids<LocationId>("locations")});
    } else if (line.verb == "key") {
        keys.emplace_back(PersonId{line.text("person")}, parse_role(line.text("role")).value());
    } else {
        return false;
    }
    return true;
}

Organisation ToldOrganisation::in_order() const
{
    auto made = organisation;
    sort_by_id(made.locations);
    sort_by_id(made.people);
    sort_by_id(made.groups);
    sort_by_id(made.mailboxes);
    sort_by_id(made.sources);
    made.version = "organisation";
    return made;
}

}  // namespace callwatch::test
