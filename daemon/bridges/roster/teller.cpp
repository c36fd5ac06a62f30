#include "daemon/bridges/roster/teller.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "daemon/bridges/digest.hpp"

namespace callwatch::roster {
namespace {

std::int64_t micros(Instant at) { return at.time_since_epoch().count(); }

const std::vector<Stay>& stays_of(const Roster& roster, const std::string& person)
{
    static const std::vector<Stay> none;
    const auto found = roster.people.find(person);
    return found == roster.people.end() ? none : found->second;
}

const Stay* stay_of(const Roster& roster, const std::string& person, Instant now)
{
    const auto& stays = stays_of(roster, person);
    const auto found = std::find_if(stays.begin(), stays.end(),
                                    [&](const Stay& stay) { return stay.covers(now); });
    return found == stays.end() ? nullptr : &*found;
}

bool is_named(const Roster& roster, const std::string& person)
{
    return roster.refused.contains(person) || roster.people.contains(person);
}

std::string digest_of(const Stay& stay)
{
    return bridge::sha256_hex(fmt::format("{}\n{}\n{}\n{}\n{}", stay.name, stay.supervisor,
                                          stay.role, fmt::join(stay.mailboxes, "\n"),
                                          fmt::join(stay.devices, "\n")));
}

v1::Event event_at(Instant now)
{
    v1::Event event;
    event.set_occurred_at_us(micros(now));
    event.set_origin(v1::ORIGIN_LIVE);
    return event;
}

v1::Event joined(const Stay& stay, Instant effective, Instant now)
{
    auto event = event_at(now);
    event.set_location_id(stay.location);
    auto& said = *event.mutable_staff_joined();
    said.set_agent_id(stay.person);
    said.set_name(stay.name);
    said.set_location_id(stay.location);
    said.set_effective_at_us(micros(effective));
    for (const auto& mailbox : stay.mailboxes) said.add_mailbox_ids(mailbox);
    for (const auto& device : stay.devices) said.add_device_ids(device);
    said.set_supervisor_id(stay.supervisor);
    said.set_role(stay.role);
    return event;
}

/// When her stay at the location ended, as the file says; else now.
Instant end_of_stay(const Roster& roster, const std::string& person, const std::string& location,
                    Instant now)
{
    auto end = Instant::min();
    for (const auto& stay : stays_of(roster, person))
        if (stay.location == location && stay.until && *stay.until <= now)
            end = std::max(end, *stay.until);
    return end == Instant::min() ? now : end;
}

}  // namespace

std::size_t Teller::missing(const Roster& roster) const
{
    return static_cast<std::size_t>(
        std::count_if(told_.people.begin(), told_.people.end(),
                      [&](const auto& entry) { return !is_named(roster, entry.first); }));
}

bool Teller::is_suspicious(const Roster& roster) const
{
    return missing(roster) * 5 > told_.people.size();
}

std::vector<v1::Event> Teller::tell(const Roster& roster, Instant now)
{
    std::vector<v1::Event> out;
    tell_departures(roster, now, out);
    tell_joins(roster, now, out);
    tell_absences(roster, now, out);
    tell_shifts(roster, now, out);
    return out;
}

void Teller::tell_departures(const Roster& roster, Instant now, std::vector<v1::Event>& out)
{
    for (auto it = told_.people.begin(); it != told_.people.end();) {
        const auto& [person, told] = *it;
        const auto* stay = stay_of(roster, person, now);
        const bool is_unclear =
            roster.refused.contains(person) || (roster.has_nameless && !is_named(roster, person));
        if (is_unclear || (stay != nullptr && stay->location == told.location)) {
            ++it;
            continue;
        }
        auto event = event_at(now);
        event.set_location_id(told.location);
        auto& said = *event.mutable_staff_departed();
        said.set_agent_id(person);
        said.set_location_id(told.location);
        said.set_effective_at_us(micros(end_of_stay(roster, person, told.location, now)));
        out.push_back(std::move(event));
        it = told_.people.erase(it);
    }
}

void Teller::tell_joins(const Roster& roster, Instant now, std::vector<v1::Event>& out)
{
    for (const auto& [person, stays] : roster.people) {
        const auto* lasting = stay_of(roster, person, now);
        if (lasting == nullptr) continue;
        const auto& stay = *lasting;
        const Told is{stay.location, digest_of(stay)};
        const auto found = told_.people.find(stay.person);
        if (found != told_.people.end() && found->second == is) continue;
        const bool is_new = found == told_.people.end();
        // What is not said to begin is in force since before anybody looked.
        constexpr Instant long_ago{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}};
        out.push_back(joined(stay, is_new ? stay.from.value_or(long_ago) : now, now));
        told_.people[stay.person] = is;
    }
}

void Teller::tell_absences(const Roster& roster, Instant now, std::vector<v1::Event>& out)
{
    std::map<std::string, Span> lasting;
    for (const auto& absence : roster.absences)
        if (told_.people.contains(absence.person) && absence.from <= now &&
            (absence.to == Instant{} || now < absence.to))
            lasting[absence.person] = absence;
    for (auto it = told_.absences.begin(); it != told_.absences.end();) {
        const auto& [person, told] = *it;
        const bool is_over = told.to != Instant{} && told.to <= now;
        if (lasting.contains(person)) {
            ++it;
            continue;
        }
        if (!is_over && told_.people.contains(person)) {
            auto event = event_at(now);
            event.mutable_absence_ended()->set_agent_id(person);
            out.push_back(std::move(event));
        }
        it = told_.absences.erase(it);
    }
    for (const auto& [person, absence] : lasting) {
        const auto found = told_.absences.find(person);
        if (found != told_.absences.end() && found->second == absence) continue;
        auto event = event_at(now);
        auto& said = *event.mutable_absence_recorded();
        said.set_agent_id(person);
        said.set_from_us(micros(absence.from));
        said.set_to_us(micros(absence.to));
        said.set_planned(true);
        out.push_back(std::move(event));
        told_.absences[person] = absence;
    }
}

void Teller::tell_shifts(const Roster& roster, Instant now, std::vector<v1::Event>& out)
{
    const auto horizon = now + std::chrono::days{shifts_ahead_days};
    std::erase_if(told_.shifts, [&](const Span& shift) { return shift.to <= now; });
    for (const auto& shift : roster.shifts) {
        const bool is_near = shift.to > now && shift.from < horizon;
        if (!is_near || !told_.people.contains(shift.person) || !told_.shifts.insert(shift).second)
            continue;
        auto event = event_at(now);
        auto& said = *event.mutable_shift_planned();
        said.set_agent_id(shift.person);
        said.set_from_us(micros(shift.from));
        said.set_to_us(micros(shift.to));
        said.set_role(shift.role);
        out.push_back(std::move(event));
    }
}

Instant Teller::next_change(const Roster& roster, Instant now)
{
    auto next = Instant::max();
    const auto by = [&](Instant at) {
        if (at > now) next = std::min(next, at);
    };
    for (const auto& [person, stays] : roster.people)
        for (const auto& stay : stays) {
            if (stay.from) by(*stay.from);
            if (stay.until) by(*stay.until);
        }
    for (const auto& absence : roster.absences) {
        by(absence.from);
        if (absence.to != Instant{}) by(absence.to);
    }
    for (const auto& shift : roster.shifts)
        by(shift.from - std::chrono::days{shifts_ahead_days} + Micros{1});
    return next;
}

}  // namespace callwatch::roster
