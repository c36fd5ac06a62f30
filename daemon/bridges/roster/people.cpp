#include "daemon/bridges/roster/people.hpp"

#include <algorithm>

namespace callwatch::roster {
namespace {

bool overlap(const Stay& a, const Stay& b)
{
    const auto begins_before_end = [](const Stay& one, const Stay& other) {
        return !one.from || !other.until || *one.from < *other.until;
    };
    return begins_before_end(a, b) && begins_before_end(b, a);
}

Stay read_stay(Table::Row& row, const Zones& zones)
{
    Stay stay;
    stay.person = row.id("id");
    stay.location = row.id("location");
    stay.name = row.text("name");
    stay.supervisor = row.text("supervisor");
    stay.role = row.text("role");
    stay.mailboxes = row.ids("mailbox");
    stay.devices = row.ids("devices");
    const auto& zone = zones.of(stay.location);
    stay.from = row.time("from", zone);
    stay.until = row.time("until", zone);
    for (const auto* column : {"name", "supervisor", "role"})
        if (row.text(column).size() > id_bytes_max) row.refuse(column, "must be at most 128 bytes");
    if (stay.from && stay.until && *stay.from >= *stay.until)
        row.refuse("until", "must be later than from");
    if (!stay.mailboxes.empty() && stay.supervisor.empty())
        row.refuse("supervisor", "must name who answers for this mailbox");
    if (!stay.supervisor.empty() && stay.supervisor == stay.person)
        row.refuse("supervisor", "must be somebody else");
    return stay;
}

void read_people(Table& table, const Zones& zones, Roster& roster)
{
    for (std::size_t i = 0; i < table.rows(); ++i) {
        auto row = table.row(i);
        auto stay = read_stay(row, zones);
        auto& stays = roster.people[stay.person];
        if (std::any_of(stays.begin(), stays.end(),
                        [&](const Stay& other) { return overlap(other, stay); }))
            row.refuse("id", "must work at one place at a time: another row has the same id");
        if (row.is_good())
            stays.push_back(std::move(stay));
        else if (stay.person.empty())
            roster.has_nameless = true;
        else
            roster.refused.insert(stay.person);
    }
    std::erase_if(roster.people, [&](const auto& entry) {
        return entry.second.empty() || roster.refused.contains(entry.first);
    });
}

/// The location whose clock the row's times are told by.
std::string place_of(const Roster& roster, const std::string& person)
{
    const auto found = roster.people.find(person);
    return found == roster.people.end() ? std::string{} : found->second.back().location;
}

void read_spans(const std::filesystem::path& path, bool is_shifts, const Zones& zones,
                Roster& roster)
{
    if (path.empty()) return;
    Table table{path, {"id", "from"}, {"to", "role"}};
    for (std::size_t i = 0; table.is_usable() && i < table.rows(); ++i) {
        auto row = table.row(i);
        Span span{.person = row.id("id"), .from = {}, .to = {}, .role = row.text("role")};
        const auto& zone = zones.of(place_of(roster, span.person));
        const auto from = row.time("from", zone);
        const auto to = row.time("to", zone);
        if (!from) row.refuse("from", "must be there");
        if (is_shifts && !to) row.refuse("to", "must be there");
        if (from && to && *from >= *to) row.refuse("to", "must be later than from");
        if (!row.is_good()) continue;
        span.from = *from;
        span.to = to.value_or(Instant{});
        (is_shifts ? roster.shifts : roster.absences).push_back(std::move(span));
    }
    const auto& faults = table.faults();
    roster.faults.insert(roster.faults.end(), faults.begin(), faults.end());
}

}  // namespace

Roster read_roster(const RosterFiles& files, const Zones& zones)
{
    Roster roster;
    Table table{files.people,
                {"id", "location"},
                {"name", "mailbox", "devices", "supervisor", "from", "until", "role"}};
    roster.is_usable = table.is_usable();
    roster.digest = table.digest();
    if (roster.is_usable) read_people(table, zones, roster);
    roster.faults = table.faults();
    read_spans(files.absences, false, zones, roster);
    read_spans(files.shifts, true, zones, roster);
    return roster;
}

}  // namespace callwatch::roster
