#include "daemon/audit/report.hpp"

#include <algorithm>
#include <set>

namespace callwatch {

using State = MessageStory::State;

void Report::take(Position position, const Fact& fact,
                  const std::optional<SignatureOutcome>& outcome)
{
    std::visit(
        [&]<class Kind>(const Kind& kind) {
            if constexpr (is_one_of<Kind, DaySigned>)
                days_[kind.date].signing = {position, kind, outcome.value_or(SignatureOutcome{})};
            if constexpr (is_one_of<Kind, DisconnectionConfirmed>)
                confirmations_[kind.mailbox].push_back(
                    {position, kind, outcome.value_or(SignatureOutcome{})});
            if constexpr (is_one_of<Kind, MailboxHandedOver>)
                hand_overs_[kind.mailbox] = {position, kind, outcome.value_or(SignatureOutcome{})};
            if constexpr (requires { this->tell(kind, position); }) tell(kind, position);
            if constexpr (requires { this->tell(kind); }) tell(kind);
            if constexpr (is_one_of<Kind, DepartureOpened, DepartureOverdue, CoverAssigned,
                                    DisconnectionRequested, DisconnectionConfirmed,
                                    MailboxHandedOver, MailboxObserved, DisconnectedBoxReceived>)
                record_.apply(kind);
        },
        fact.any());
}

void Report::tell(const DayChecked& fact, Position position)
{
    auto& day = days_[fact.date];
    day.check = fact;
    day.position = position;
}

/// Its beginning may stand in what was moved away.
MessageStory& Report::story(const MessageId& message)
{
    auto& one = messages_[message];
    one.left.message = message;
    return one;
}

void Report::tell(const MessageLeft& fact)
{
    auto& one = story(fact.message);
    one.left = fact;
    one.due_date = fact.due_date;
    one.deadline = fact.deadline;
}

void Report::tell(const MessageNoDuty& fact) { story(fact.message).state = State::no_duty; }

void Report::tell(const MessageAttempted& fact)
{
    auto& one = story(fact.message);
    if (one.state != State::open && one.state != State::attempted) return;
    one.state = State::attempted;
    one.by = fact.asserted.by.empty() ? fact.person : fact.asserted.by;
    one.at = fact.attempted_at;
    one.call = fact.call;
}

void Report::tell(const MessageReturned& fact)
{
    auto& one = story(fact.message);
    one.state = State::returned;
    one.by = fact.asserted.by.empty() ? fact.person : fact.asserted.by;
    one.at = fact.returned_at;
    one.call = fact.call;
}

void Report::tell(const MessageResolved& fact)
{
    auto& one = story(fact.message);
    one.state = State::resolved;
    one.by = fact.by;
    one.at = fact.at;
    one.call = {};
}

void Report::tell(const MessageDeferred& fact)
{
    auto& one = story(fact.message);
    one.due_date = fact.due_date;
    one.deadline = fact.deadline;
    ++one.deferrals;
}

void Report::tell(const MessageReopened& fact)
{
    auto& one = story(fact.message);
    one.state = State::open;
    one.by = {};
    one.at = {};
    one.call = {};
}

void Report::tell(const MessageOverdue& fact) { story(fact.message).overdue = true; }

void Report::tell(const DepartureOpened& fact)
{
    const auto* before = record_.find(fact.mailbox);
    if (before == nullptr) return;
    finished_.push_back(story(*before));
    confirmations_.erase(fact.mailbox);
    hand_overs_.erase(fact.mailbox);
}

DepartureStory Report::story(const Departure& departure) const
{
    DepartureStory one{.departure = departure, .confirmations = {}, .hand_over = {}};
    const auto& mailbox = departure.opened.mailbox;
    if (const auto found = confirmations_.find(mailbox); found != confirmations_.end())
        one.confirmations = found->second;
    if (const auto found = hand_overs_.find(mailbox); found != hand_overs_.end())
        one.hand_over = found->second;
    return one;
}

std::vector<DepartureStory> Report::departures() const
{
    auto stories = finished_;
    for (const auto& [mailbox, departure] : record_.all()) stories.push_back(story(departure));
    return stories;
}

std::vector<const MessageStory*> Report::messages_of(LocalDate date) const
{
    std::set<MessageId> named;
    if (const auto day = days_.find(date); day != days_.end() && day->second.check)
        for (const auto& one : day->second.check->open) named.insert(one.message);
    std::vector<const MessageStory*> found;
    for (const auto& [id, one] : messages_) {
        const bool was_due = one.left.due_date == date || one.due_date == date;
        if ((was_due && one.state != State::no_duty) || named.contains(id)) found.push_back(&one);
    }
    std::ranges::sort(found, {}, [](const auto* one) { return one->left.received_at; });
    return found;
}

}  // namespace callwatch
