#include "daemon/state/absences.hpp"

#include "daemon/model/check.hpp"

namespace callwatch {

void AbsenceBook::apply(const AbsenceRecorded& fact)
{
    absences_[fact.person] = Absence{.recorded = fact, .ended_at = {}};
}

void AbsenceBook::apply(const AbsenceEnded& fact)
{
    const auto found = absences_.find(fact.person);
    CALLWATCH_CHECK(found != absences_.end());
    found->second.ended_at = fact.at;
}

void AbsenceBook::apply(const NoCover& fact)
{
    const auto found = absences_.find(fact.person);
    CALLWATCH_CHECK(found != absences_.end() && !found->second.no_cover);
    found->second.no_cover = true;
}

void AbsenceBook::apply(const AccessVerified& fact) { access_[fact.mailbox] = fact; }

const Absence* AbsenceBook::find(const PersonId& person) const
{
    const auto found = absences_.find(person);
    return found == absences_.end() ? nullptr : &found->second;
}

bool AbsenceBook::is_away(const PersonId& person, Instant at) const
{
    const auto* absence = find(person);
    return absence != nullptr && absence->covers(at);
}

const AccessVerified* AbsenceBook::access(const MailboxId& mailbox) const
{
    const auto found = access_.find(mailbox);
    return found == access_.end() ? nullptr : &found->second;
}

}  // namespace callwatch
