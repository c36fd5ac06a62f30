#include "tests/support/organisation.hpp"

namespace callwatch::test {
namespace {

Location location(const std::string& id, const std::string& zone, const std::string& queue_name)
{
    Location made{.id = {id}, .name = id, .short_name = id, .zone = zone};
    for (std::size_t weekday = 1; weekday <= 5; ++weekday)
        made.weekly[weekday] = DayHours{std::chrono::hours{8}, std::chrono::hours{17}};
    made.operator_queues = {queue(queue_name)};
    made.supervisors = {{"sue"}};
    return made;
}

Person person(const std::string& id, const std::string& location_id, const std::string& extension)
{
    Person made{.id = {id}, .name = id, .location = {location_id}, .supervisor = {"sue"}};
    made.devices.push_back({.id = phone(extension), .from = {}, .until = {}});
    made.mailboxes.push_back({.id = box(extension), .from = {}, .until = {}});
    return made;
}

}  // namespace

Organisation two_locations()
{
    Organisation made;
    made.locations = {location("eastside", "America/New_York", "east"),
                      location("northside", "America/Chicago", "main")};
    made.people = {
        person("anna", "northside", "101"), person("ben", "northside", "102"),
        person("carla", "northside", "103"), person("dora", "eastside", "201"),
        Person{.id = {"sue"}, .name = "sue", .location = {"northside"}, .supervisor = {}}};
    made.groups = {{.id = {"counter"},
                    .location = {"eastside"},
                    .members = {{"dora"}, {"carla"}},
                    .mailboxes = {box("299")}},
                   {.id = {"desk"},
                    .location = {"northside"},
                    .members = {{"anna"}, {"ben"}},
                    .mailboxes = {box("199")}}};
    for (const auto* extension : {"101", "102", "103"})
        made.mailboxes.push_back({.id = box(extension), .location = {"northside"}, .group = {}});
    made.mailboxes.push_back({.id = box("199"), .location = {"northside"}, .group = {"desk"}});
    made.mailboxes.push_back({.id = box("201"), .location = {"eastside"}, .group = {}});
    made.mailboxes.push_back({.id = box("299"), .location = {"eastside"}, .group = {"counter"}});
    made.queues = {{.id = queue("east"), .name = "East", .location = {"eastside"}},
                   {.id = queue("main"), .name = "Main", .location = {"northside"}}};
    made.sources = {
        {.id = {"pbx1"}, .kind = "asterisk", .locations = {{"eastside"}, {"northside"}}}};
    made.version = "organisation-1";
    return made;
}

Organisation two_sources()
{
    auto made = two_locations();
    made.sources.insert(
        made.sources.begin(),
        {.id = {"calls"}, .kind = "asterisk", .locations = {{"eastside"}, {"northside"}}});
    return made;
}

MailboxId box(const std::string& extension) { return {"pbx1/" + extension + "@default"}; }
DeviceId phone(const std::string& extension) { return {"pbx1/" + extension}; }
QueueId queue(const std::string& name) { return {"pbx1/" + name}; }

}  // namespace callwatch::test
