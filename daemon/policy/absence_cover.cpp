#include "daemon/policy/absence_cover.hpp"

#include <algorithm>
#include <map>

#include "daemon/model/describe.hpp"
#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

using enum Refusal::Code;

Result<const Person*> find_person(const Known& known, const Actor& actor, const PersonId& id)
{
    const auto* person = known.directory.person(id);
    if (person == nullptr)
        return Refusal{unknown_subject, "there is no person \"" + id.text + "\""};
    if (auto refusal = refuse(known, actor, Act::steer_message, person->location, {}))
        return std::move(*refusal);
    return person;
}

/// Absences that last, and of which nobody was warned: since when an open message of hers has had
/// nobody. One look at all messages, and none while everybody who is away is covered.
std::map<PersonId, Instant> uncovered(const Known& known)
{
    std::map<PersonId, const Absence*> away;
    for (const auto& [person, absence] : known.board.absences().all())
        if (!absence.no_cover && absence.recorded.cover.empty() && absence.covers(known.now))
            away.emplace(person, &absence);
    std::map<PersonId, Instant> since;
    if (away.empty()) return since;
    for (const auto& [id, message] : known.board.messages().all()) {
        const auto found = away.find(message.left.person);
        if (found == away.end() || !message.is_open()) continue;
        const auto& absence = *found->second;
        if (is_covered(known, absence, message.left.mailbox)) continue;
        const auto from = std::max(message.left.received_at, absence.recorded.from);
        const auto [where, is_new] = since.emplace(found->first, from);
        if (!is_new) where->second = std::min(where->second, from);
    }
    return since;
}

}  // namespace

bool is_covered(const Known& known, const Absence& absence, const MailboxId& mailbox)
{
    return !absence.recorded.cover.empty() || !known.board.departures().cover_of(mailbox).empty();
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const RecordAbsence& said,
                            Facts& out)
{
    const auto person = find_person(known, actor, said.person);
    if (!person) return person.refusal();
    if (said.to != Instant{} && said.to <= said.from)
        return Refusal{implausible, "the absence ends before it begins"};
    if (said.cover == said.person) return Refusal{implausible, "nobody covers for herself"};
    if (!said.cover.empty() && known.directory.person(said.cover) == nullptr)
        return Refusal{unknown_subject, "there is no person \"" + said.cover.text + "\""};
    out.push_back(known.fact(AbsenceRecorded{said.person, (*person)->location, said.from, said.to,
                                             said.cover, actor.person, known.now}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const EndAbsence& said,
                            Facts& out)
{
    const auto person = find_person(known, actor, said.person);
    if (!person) return person.refusal();
    const auto* absence = known.board.absences().find(said.person);
    if (absence == nullptr || absence->ended_at ||
        (absence->recorded.to != Instant{} && absence->recorded.to <= known.now))
        return Refusal{implausible, said.person.text + " is not away"};
    out.push_back(known.fact(AbsenceEnded{said.person, actor.person, known.now}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const VerifyAccess& said,
                            Facts& out)
{
    const auto* mailbox = known.directory.mailbox(said.mailbox);
    if (mailbox == nullptr)
        return Refusal{unknown_subject, "there is no mailbox \"" + said.mailbox.text + "\""};
    if (auto refusal =
            refuse(known, actor, Act::confirm_disconnection, mailbox->location, said.mailbox))
        return refusal;
    out.push_back(known.fact(AccessVerified{said.mailbox, actor.person, said.remark, known.now}));
    return std::nullopt;
}

void judge_cover(const Known& known, Facts& out)
{
    for (const auto& [person, since] : uncovered(known)) {
        const auto& location = known.board.absences().find(person)->recorded.location;
        if (since + known.policy.cover_grace <= known.now)
            out.push_back(known.fact(NoCover{person, location, since}));
    }
}

Instant next_cover(const Known& known)
{
    auto next = Instant::max();
    for (const auto& [person, since] : uncovered(known))
        next = std::min<Instant>(next, since + known.policy.cover_grace);
    for (const auto& [person, absence] : known.board.absences().all())
        if (absence.recorded.from > known.now) next = std::min(next, absence.recorded.from);
    return next;
}

}  // namespace callwatch
