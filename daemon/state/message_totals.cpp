#include "daemon/state/message_totals.hpp"

#include "daemon/state/messages.hpp"

namespace callwatch {
namespace {

void change(std::uint32_t& count, bool counts, int by)
{
    if (counts) count += static_cast<std::uint32_t>(by);
}

/// An entry is there as long as something is counted in it.
template <class Key>
void change(std::map<Key, std::uint32_t>& counts, const Key& key, int by)
{
    const auto found = counts.try_emplace(key, 0).first;
    found->second += static_cast<std::uint32_t>(by);
    if (found->second == 0) counts.erase(found);
}

std::optional<Instant> first(const std::map<Instant, std::uint32_t>& counts)
{
    if (counts.empty()) return std::nullopt;
    return counts.begin()->first;
}

}  // namespace

void MessageTotals::add(const Message& message) { count(message, 1); }

void MessageTotals::remove(const Message& message) { count(message, -1); }

void MessageTotals::count(const Message& message, int by)
{
    const auto& left = message.left;
    const auto date = dates_.try_emplace(message.due_date()).first;
    change(date->second.all, true, by);
    change(date->second.open, message.is_open(), by);
    change(date->second.returned, static_cast<bool>(message.returned), by);
    change(date->second.resolved, message.resolved && !message.returned, by);
    change(date->second.still_new, message.is_still_new(), by);
    if (date->second == OnDate{}) dates_.erase(date);
    if (message.no_duty.empty()) {
        count_in_quarter(&InQuarter::left, left.received_at, by);
        if (const auto closed = message.closed_at())
            count_in_quarter(&InQuarter::closed, *closed, by);
    }
    if (!message.is_open()) return;

    change(open_, true, by);
    change(mailboxes_, left.mailbox, by);
    change(overdue_, message.overdue, by);
    change(attempted_, message.state() == DutyState::attempted, by);
    change(received_, left.received_at, by);
    if (message.overdue)
        change(received_overdue_, left.received_at, by);
    else
        change(deadlines_, message.deadline(), by);
    const auto caller = caller_key(left.caller);
    if (caller.empty())
        change(anonymous_, true, by);
    else
        change(callers_, caller, by);
}

void MessageTotals::count_in_quarter(std::uint32_t InQuarter::*what, Instant at, int by)
{
    const auto quarter = quarters_.try_emplace(quarter_of(at)).first;
    quarter->second.*what += static_cast<std::uint32_t>(by);
    if (quarter->second == InQuarter{}) quarters_.erase(quarter);
}

MessageTotals::OnDate MessageTotals::due_on(LocalDate date) const
{
    const auto found = dates_.find(date);
    return found == dates_.end() ? OnDate{} : found->second;
}

std::uint32_t MessageTotals::open_due_after(LocalDate date) const
{
    std::uint32_t open = 0;
    for (auto later = dates_.upper_bound(date); later != dates_.end(); ++later)
        open += later->second.open;
    return open;
}

std::uint32_t MessageTotals::open_in(const MailboxId& mailbox) const
{
    const auto found = mailboxes_.find(mailbox);
    return found == mailboxes_.end() ? 0 : found->second;
}

std::optional<Instant> MessageTotals::oldest() const { return first(received_); }

std::optional<Instant> MessageTotals::oldest_overdue() const { return first(received_overdue_); }

std::optional<Instant> MessageTotals::next_deadline() const { return first(deadlines_); }

}  // namespace callwatch
