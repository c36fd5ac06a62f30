#include "daemon/policy/staff_roster.hpp"

#include <algorithm>

#include "daemon/policy/departed_mailbox.hpp"
#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

using enum Refusal::Code;

bool contains(const std::vector<LocationId>& all, const LocationId& one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::optional<Refusal> refuse_roster(const Known& known, const Event& event,
                                     const LocationId& location)
{
    const auto* source = known.directory.source(event.source);
    if (source == nullptr || source->kind != "roster")
        return Refusal{not_allowed, event.source.text + " is no source of kind \"roster\""};
    if (known.directory.location(location) == nullptr)
        return Refusal{unknown_subject, "there is no location \"" + location.text + "\""};
    if (!contains(source->locations, location))
        return Refusal{not_allowed,
                       location.text + " is none of the locations of " + event.source.text};
    return std::nullopt;
}

/// The person, if the roster may speak of her.
Result<const Person*> find_person(const Known& known, const Event& event, const PersonId& id)
{
    const auto* person = known.directory.person(id);
    if (person == nullptr)
        return Refusal{unknown_subject, "there is no person \"" + id.text + "\""};
    if (auto refusal = refuse_roster(known, event, person->location)) return std::move(*refusal);
    return person;
}

/// Nobody, she herself, or somebody who has left.
bool is_free(const Known& known, const PersonId& owner, const StaffJoined& said)
{
    if (owner.empty() || owner == said.person) return true;
    const auto* person = known.directory.person(owner);
    const auto left = person == nullptr ? std::nullopt
                                        : known.board.departures().left_at(owner, person->location);
    return left && *left <= said.effective_at;
}

std::optional<Refusal> refuse_things(const Known& known, const StaffJoined& said)
{
    for (const auto& id : said.mailboxes) {
        const auto* mailbox = known.directory.mailbox(id);
        if (mailbox == nullptr) continue;
        if (mailbox->location != said.location)
            return Refusal{implausible, id.text + " is a mailbox of " + mailbox->location.text};
        if (!mailbox->group.empty())
            return Refusal{implausible, id.text + " is shared by " + mailbox->group.text};
        if (const auto owner = known.owner_of(id, said.effective_at); !is_free(known, owner, said))
            return Refusal{implausible, id.text + " is the mailbox of " + owner.text};
    }
    for (const auto& id : said.devices)
        if (const auto user = known.directory.user_of(id, said.effective_at);
            !is_free(known, user, said))
            return Refusal{implausible, id.text + " is the telephone of " + user.text};
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> take(const Known& known, const Event& event, const StaffJoined& said,
                            Facts& out)
{
    if (auto refusal = refuse_roster(known, event, said.location)) return refusal;
    if (auto refusal = refuse_things(known, said)) return refusal;
    PersonRecorded recorded{.person = said.person,
                            .name = said.name,
                            .location = said.location,
                            .supervisor = said.supervisor,
                            .role = said.role,
                            .from = said.effective_at,
                            .devices = said.devices,
                            .mailboxes = said.mailboxes,
                            .source = event.source};
    const auto* stays = known.board.roster().stays(said.person);
    if (stays == nullptr || stays->back() != recorded)
        out.push_back(known.fact(std::move(recorded)));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Event& event, const StaffDeparted& said,
                            Facts& out)
{
    if (auto refusal = refuse_roster(known, event, said.location)) return refusal;
    if (known.directory.person(said.person) == nullptr)
        return Refusal{unknown_subject, "there is no person \"" + said.person.text + "\""};
    if (known.board.departures().left_at(said.person, said.location)) return std::nullopt;
    leave(known, {said.person, said.location, said.effective_at}, {}, out);
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Event& event, const StaffAway& said,
                            Facts& out)
{
    const auto person = find_person(known, event, said.person);
    if (!person) return person.refusal();
    if (said.to != Instant{} && said.to <= said.from)
        return Refusal{implausible, "the absence ends before it begins"};
    const auto* absence = known.board.absences().find(said.person);
    const bool is_known = absence != nullptr && !absence->ended_at &&
                          absence->recorded.from == said.from && absence->recorded.to == said.to;
    if (!is_known)
        out.push_back(known.fact(AbsenceRecorded{
            said.person, (*person)->location, said.from, said.to, {}, {}, known.now}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Event& event, const StaffBack& said,
                            Facts& out)
{
    const auto person = find_person(known, event, said.person);
    if (!person) return person.refusal();
    const auto* absence = known.board.absences().find(said.person);
    if (absence != nullptr && !absence->ended_at)
        out.push_back(known.fact(AbsenceEnded{said.person, {}, event.occurred_at}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Event& event, const StaffShift& said,
                            Facts& out)
{
    const auto person = find_person(known, event, said.person);
    if (!person) return person.refusal();
    if (said.to <= said.from) return Refusal{implausible, "the shift ends before it begins"};
    ShiftPlanned planned{said.person, (*person)->location, said.from, said.to, said.role};
    const auto* shifts = known.board.roster().shifts(said.person);
    if (shifts == nullptr || std::find(shifts->begin(), shifts->end(), planned) == shifts->end())
        out.push_back(known.fact(std::move(planned)));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const MovePerson& said,
                            Facts& out)
{
    const LeaveLocation leaving{said.person, said.from, said.effective_at};
    if (said.from == said.to) return Refusal{implausible, "that is where she works"};
    if (known.directory.location(said.to) == nullptr)
        return Refusal{unknown_subject, "there is no location \"" + said.to.text + "\""};
    const auto& sources = known.directory.organisation().sources;
    for (const auto& source : sources)
        if (source.kind == "roster" && contains(source.locations, said.from))
            return Refusal{implausible, "the roster " + source.id.text + " says who works at " +
                                            said.from.text + ": change it there"};
    if (auto refusal = take(known, actor, leaving, out)) return refusal;
    const auto* person = known.directory.person(said.person);
    out.push_back(known.fact(PersonRecorded{.person = said.person,
                                            .name = {},
                                            .location = said.to,
                                            .supervisor = person->supervisor,
                                            .role = {},
                                            .from = said.effective_at,
                                            .devices = {},
                                            .mailboxes = {},
                                            .source = {}}));
    return std::nullopt;
}

}  // namespace callwatch
