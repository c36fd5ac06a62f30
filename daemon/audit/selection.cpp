#include "daemon/audit/selection.hpp"

namespace callwatch {

bool Selection::note(const Fact& fact)
{
    std::visit(
        [&](const auto& kind) {
            if constexpr (requires { this->note_kind(kind); }) note_kind(kind);
        },
        fact.any());
    return known_.size() <= messages_max;
}

void Selection::note_kind(const MessageLeft& fact)
{
    if (fact.location != scope_.location || fact.due_date > scope_.to) return;
    known_.insert(fact.message);
    if (has(fact.due_date)) messages_.insert(fact.message);
}

void Selection::note_kind(const MessageDeferred& fact)
{
    if (known_.contains(fact.message) && has(fact.due_date)) messages_.insert(fact.message);
}

void Selection::note_kind(const DayChecked& fact)
{
    if (!is_ours(fact.location, fact.date)) return;
    for (const auto& one : fact.open) messages_.insert(one.message);
    messages_.insert(fact.deferred.begin(), fact.deferred.end());
}

void Selection::note_kind(const DaySigned& fact)
{
    if (is_ours(fact.location, fact.date)) sign_keys_.insert(fact.sign_key);
}

void Selection::note_kind(const DayAmended& fact)
{
    if (is_ours(fact.location, fact.date)) messages_.insert(fact.message);
}

void Selection::note_kind(const KeyAdmitted& fact) { keys_[fact.key] = fact.sign_key; }

void Selection::note_kind(const DepartureOpened& fact)
{
    if (fact.location != scope_.location) return;
    close_departure(fact.mailbox);
    open_[fact.mailbox] = {.from = fact.effective_at, .until = Instant::max(), .sign_keys = {}};
}

void Selection::note_kind(const DisconnectionConfirmed& fact)
{
    const auto found = open_.find(fact.mailbox);
    if (found == open_.end()) return;
    found->second.until = fact.at;
    found->second.sign_keys.insert(fact.sign_key);
}

void Selection::note_kind(const MailboxHandedOver& fact)
{
    const auto found = open_.find(fact.mailbox);
    if (found == open_.end()) return;
    found->second.until = fact.at;
    if (fact.is_signed()) found->second.sign_keys.insert(fact.sign_key);
}

void Selection::note_kind(const DisconnectedBoxReceived& fact)
{
    if (const auto found = open_.find(fact.mailbox); found != open_.end())
        found->second.until = Instant::max();
}

void Selection::close_departure(const MailboxId& mailbox)
{
    const auto found = open_.find(mailbox);
    if (found == open_.end()) return;
    const auto& absence = found->second;
    if (absence.from < scope_.ends && absence.until >= scope_.begins) {
        mailboxes_.insert(mailbox);
        sign_keys_.insert(absence.sign_keys.begin(), absence.sign_keys.end());
    }
    open_.erase(found);
}

void Selection::finish()
{
    while (!open_.empty()) close_departure(MailboxId{open_.begin()->first});
    std::erase_if(keys_, [&](const auto& key) { return !sign_keys_.contains(key.second); });
    sign_keys_.clear();
    known_.clear();
}

bool Selection::wants(const Fact& fact) const
{
    return std::visit(
        [&]<class Kind>(const Kind& kind) {
            if constexpr (is_one_of<Kind, DayChecked, DaySigned, CheckMissed, DayAmended,
                                    CoverageChanged, NoOperatorAlarm, MainToVoicemail,
                                    MainLineUnseen>)
                return is_ours(kind.location, kind.date);
            else if constexpr (is_one_of<Kind, StaffLeft>)
                return kind.location == scope_.location && kind.effective_at >= scope_.begins &&
                       kind.effective_at < scope_.ends;
            else if constexpr (is_one_of<Kind, KeyAdmitted, KeyRevoked>)
                return keys_.contains(kind.key);
            else if constexpr (is_one_of<Kind, DepartureOpened, DepartureOverdue, CoverAssigned,
                                         DisconnectionRequested, DisconnectionConfirmed,
                                         MailboxHandedOver, MailboxObserved,
                                         DisconnectedBoxReceived>)
                return mailboxes_.contains(kind.mailbox);
            else if constexpr (requires { kind.message; })
                return messages_.contains(kind.message);
            else
                return false;
        },
        fact.any());
}

}  // namespace callwatch
