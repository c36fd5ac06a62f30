#include "daemon/state/messages.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

/// In the order of the source's times, so that the order of arrival leaves no trace.
void remember(Message& message, MessageStep step)
{
    auto& history = message.history;
    if (history.size() >= Message::history_max)
        history.erase(history.begin() + Message::history_max / 2);
    const auto after = std::upper_bound(history.begin(), history.end(), step,
                                        [](const MessageStep& one, const MessageStep& other) {
                                            return std::tie(one.at, one.what, one.call) <
                                                   std::tie(other.at, other.what, other.call);
                                        });
    history.insert(after, std::move(step));
}

/// Attempts after the return, and an earlier opinion on which call it was, count for nothing.
void forget_after_return(Message& message)
{
    const auto& returned = *message.returned;
    std::erase_if(message.history, [&](const MessageStep& step) {
        return step.what == MessageStep::What::returned ||
               (step.what == MessageStep::What::attempted && step.at >= returned.returned_at);
    });
    std::erase_if(message.attempts, [&](Instant at) { return at >= returned.returned_at; });
}

void remember_attempt(std::vector<Instant>& attempts, Instant at)
{
    if (attempts.size() >= Message::attempts_max) attempts.erase(attempts.begin() + 1);
    attempts.insert(std::upper_bound(attempts.begin(), attempts.end(), at), at);
}

template <class Evidence>
SharedText detail_of(const Evidence& fact)
{
    if (!fact.asserted.by.empty()) return fact.by_delegate ? "asserted, by delegate" : "asserted";
    return fact.by_delegate ? "by delegate" : "";
}

std::optional<Instant> earlier(std::optional<Instant> have, Instant seen)
{
    return have ? std::min(*have, seen) : seen;
}

}  // namespace

class MessageBook::Changing {
public:
    Changing(Message& changed, MessageTotals& totals) : message{changed}, totals_{totals}
    {
        totals_.remove(message);
    }
    ~Changing() { totals_.add(message); }
    Changing(const Changing&) = delete;
    Changing& operator=(const Changing&) = delete;

    Message& message;

private:
    MessageTotals& totals_;
};

void MessageBook::apply(const MessageLeft& fact)
{
    Message message;
    message.left = fact;
    message.presence_at = fact.left_at;
    remember(message, {.at = fact.left_at, .what = MessageStep::What::left, .call = fact.call});
    const auto [where, is_new] = messages_.emplace(fact.message, std::move(message));
    CALLWATCH_CHECK(is_new);
    totals_[fact.location].add(where->second);
    ++changes_[fact.location];
    ++changes_of_all_;
    if (const auto caller = caller_key(fact.caller); !caller.empty())
        by_caller_[caller].insert(fact.message);
    deadlines_.emplace(fact.deadline, fact.message);
    if (!fact.call.empty()) by_call_[{fact.mailbox, fact.call}].push_back(fact.message);
}

void MessageBook::apply(const MessageBound& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    CALLWATCH_CHECK(message.msg_id.empty());
    message.msg_id = fact.msg_id;
    message.folder = fact.folder;
    message.duration = fact.duration;
    message.begun_by_list = fact.bound_at == message.left.left_at;
    message.presence_at = std::max(message.presence_at, fact.bound_at);
    by_msg_id_[message.left.mailbox][fact.msg_id] = fact.message;
    presence_[message.left.mailbox][fact.msg_id] = fact.message;
    remember(message, {.at = fact.bound_at,
                       .what = MessageStep::What::listed,
                       .detail = fact.folder + " " + fact.msg_id.text});
}

void MessageBook::apply(const MessageHeard& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    message.heard_at = earlier(message.heard_at, fact.heard_at);
    if (message.is_in_new_folder()) message.folder = "Old";
    message.presence_at = std::max(message.presence_at, fact.heard_at);
    remember(message, {.at = fact.heard_at,
                       .what = MessageStep::What::heard,
                       .device = fact.device,
                       .person = fact.person});
}

void MessageBook::apply(const MessageMoved& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    message.folder = fact.folder;
    message.gone = false;
    message.presence_at = std::max(message.presence_at, fact.moved_at);
    presence_[message.left.mailbox][message.msg_id] = fact.message;
    remember(message, {.at = fact.moved_at,
                       .what = MessageStep::What::moved,
                       .device = fact.device,
                       .person = fact.person,
                       .detail = fact.folder});
}

void MessageBook::apply(const MessageGone& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    message.gone = true;
    message.presence_at = std::max(message.presence_at, fact.gone_at);
    drop_presence(message);
    remember(message, {.at = fact.gone_at,
                       .what = MessageStep::What::deleted,
                       .device = fact.device,
                       .person = fact.person});
}

void MessageBook::apply(const MessageNoDuty& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    CALLWATCH_CHECK(message.no_duty.empty());
    message.no_duty = fact.reason;
    message.duration = fact.duration;
    deadlines_.erase({message.deadline(), fact.message});
    const auto found = by_caller_.find(caller_key(message.left.caller));
    if (found == by_caller_.end()) return;
    found->second.erase(fact.message);
    if (found->second.empty()) by_caller_.erase(found);
}

void MessageBook::apply(const MessageAttempted& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    remember_attempt(message.attempts, fact.attempted_at);
    remember(message, {.at = fact.attempted_at,
                       .what = MessageStep::What::attempted,
                       .device = fact.device,
                       .person = fact.person,
                       .call = fact.call,
                       .detail = detail_of(fact),
                       .remark = fact.asserted.remark});
}

void MessageBook::apply(const MessageReturned& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    CALLWATCH_CHECK(message.is_open_before(fact.returned_at, fact.call));
    message.returned = fact;
    // A return after the deadline leaves it to be judged: the violation stands behind it.
    if (fact.returned_at < message.deadline()) deadlines_.erase({message.deadline(), fact.message});
    forget_after_return(message);
    remember(message, {.at = fact.returned_at,
                       .what = MessageStep::What::returned,
                       .device = fact.device,
                       .person = fact.person,
                       .call = fact.call,
                       .detail = detail_of(fact),
                       .remark = fact.asserted.remark});
}

void MessageBook::apply(const MessageOverdue& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    CALLWATCH_CHECK(message.no_duty.empty() && !message.overdue);
    message.overdue = true;
    deadlines_.erase({message.deadline(), fact.message});
    remember(message, {.at = fact.deadline, .what = MessageStep::What::overdue});
}

void MessageBook::apply(const DeadlineMet& fact)
{
    static_cast<void>(change(fact.message));
    deadlines_.erase({fact.deadline, fact.message});
}

void MessageBook::apply(const MessageClaimed& fact)
{
    const auto changing = change(fact.message);
    changing.message.claimed = fact;
    remember(changing.message,
             {.at = fact.at, .what = MessageStep::What::claimed, .person = fact.by});
}

void MessageBook::apply(const MessageReleased& fact)
{
    const auto changing = change(fact.message);
    changing.message.claimed.reset();
    remember(changing.message,
             {.at = fact.at, .what = MessageStep::What::released, .person = fact.by});
}

void MessageBook::apply(const MessageResolved& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    CALLWATCH_CHECK(message.is_open());
    message.resolved = fact;
    if (fact.at < message.deadline()) deadlines_.erase({message.deadline(), fact.message});
    remember(message, {.at = fact.at,
                       .what = MessageStep::What::resolved,
                       .person = fact.by,
                       .detail = word(fact.reason),
                       .remark = fact.remark});
}

void MessageBook::apply(const MessageDeferred& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    CALLWATCH_CHECK(message.is_open());
    deadlines_.erase({message.deadline(), fact.message});
    message.deferred = fact;
    // The violation is raised once; one that missed its day has no deadline to miss any more.
    if (!message.overdue) deadlines_.emplace(fact.deadline, fact.message);
    remember(message, {.at = fact.at,
                       .what = MessageStep::What::deferred,
                       .person = fact.by,
                       .detail = "to " + describe(fact.due_date),
                       .remark = fact.remark});
}

void MessageBook::apply(const MessageCarried& fact)
{
    const auto changing = change(fact.message);
    changing.message.carried = fact;
    remember(changing.message, {.at = fact.at,
                                .what = MessageStep::What::carried,
                                .person = fact.by,
                                .remark = fact.remark});
}

void MessageBook::apply(const MessageReopened& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    CALLWATCH_CHECK(!message.is_open() && message.no_duty.empty());
    message.returned.reset();
    message.resolved.reset();
    message.reopened_at = fact.at;
    if (!message.overdue) deadlines_.emplace(message.deadline(), fact.message);
    remember(message, {.at = fact.at,
                       .what = MessageStep::What::reopened,
                       .person = fact.by,
                       .remark = fact.remark});
}

void MessageBook::apply(const MessageRescheduled& fact)
{
    const auto changing = change(fact.message);
    auto& message = changing.message;
    CALLWATCH_CHECK(!message.deferred);
    const bool is_pending = deadlines_.erase({message.deadline(), fact.message}) > 0;
    message.left.due_date = fact.due_date;
    message.left.deadline = fact.deadline;
    if (is_pending) deadlines_.emplace(fact.deadline, fact.message);
    remember(message, {.at = fact.at,
                       .what = MessageStep::What::rescheduled,
                       .detail = "to " + describe(fact.due_date)});
}

void MessageBook::apply(const DayChecked& fact)
{
    const auto horizon = fact.date - std::chrono::days{closed_days_kept};
    std::erase_if(messages_, [&](const auto& entry) {
        const auto& [id, message] = entry;
        const auto& left = message.left;
        if (message.is_open() || left.location != fact.location || message.due_date() >= horizon)
            return false;
        // While the mailbox holds it, its next list would show it: a stranger, and long overdue.
        if (!message.msg_id.empty() && !message.gone) return false;
        totals_[left.location].remove(message);
        forget(id, message);
        return true;
    });
}

const Message* MessageBook::find(const MessageId& id) const
{
    const auto found = messages_.find(id);
    return found == messages_.end() ? nullptr : &found->second;
}

const Message* MessageBook::find(const MailboxId& mailbox, const MsgId& msg_id) const
{
    const auto box = by_msg_id_.find(mailbox);
    if (box == by_msg_id_.end()) return nullptr;
    const auto found = box->second.find(msg_id);
    return found == box->second.end() ? nullptr : find(found->second);
}

std::vector<const Message*> MessageBook::of_call(const MailboxId& mailbox, const CallId& call) const
{
    std::vector<const Message*> messages;
    const auto found = by_call_.find({mailbox, call});
    if (found == by_call_.end()) return messages;
    for (const auto& id : found->second) messages.push_back(find(id));
    return messages;
}

std::vector<const Message*> MessageBook::unlisted(const MailboxId& mailbox) const
{
    std::vector<const Message*> messages;
    for (auto at = by_call_.lower_bound({mailbox, {}});
         at != by_call_.end() && at->first.first == mailbox; ++at)
        for (const auto& id : at->second)
            if (const auto* message = find(id); message->msg_id.empty())
                messages.push_back(message);
    return messages;
}

MessageId MessageBook::id_for(const MailboxId& mailbox, const CallId& call, const MsgId& msg_id,
                              std::size_t begun) const
{
    if (call.empty()) return {fmt::format("{}#msg:{}", mailbox.text, msg_id.text)};
    const auto text = call.text.view();
    const auto base = fmt::format("{}#{}", mailbox.text, text.substr(text.find('/') + 1));
    const auto found = by_call_.find({mailbox, call});
    auto nth = begun + 1 + (found == by_call_.end() ? 0 : found->second.size());
    MessageId id{nth == 1 ? base : fmt::format("{}/{}", base, nth)};
    while (messages_.contains(id)) id.text = fmt::format("{}/{}", base, ++nth);
    return id;
}

std::vector<const Message*> MessageBook::of_caller(const SharedText& caller) const
{
    std::vector<const Message*> messages;
    const auto found = by_caller_.find(caller);
    if (caller.empty() || found == by_caller_.end()) return messages;
    for (const auto& id : found->second) messages.push_back(find(id));
    return messages;
}

PresenceCounts MessageBook::count_presence(const MailboxId& mailbox) const
{
    PresenceCounts counts;
    for (const auto& [msg_id, id] : presence(mailbox)) {
        const auto& message = messages_.at(id);
        counts.fresh += message.is_in_new_folder() ? 1 : 0;
        counts.old += message.folder == "Old" ? 1 : 0;
    }
    return counts;
}

std::uint64_t MessageBook::changes(const LocationId& location) const
{
    const auto found = changes_.find(location);
    return found == changes_.end() ? 0 : found->second;
}

const MessageTotals& MessageBook::totals(const LocationId& location) const
{
    static const MessageTotals nothing;
    const auto found = totals_.find(location);
    return found == totals_.end() ? nothing : found->second;
}

const std::map<MsgId, MessageId>& MessageBook::presence(const MailboxId& mailbox) const
{
    static const std::map<MsgId, MessageId> nothing;
    const auto found = presence_.find(mailbox);
    return found == presence_.end() ? nothing : found->second;
}

MessageBook::Changing MessageBook::change(const MessageId& id)
{
    const auto found = messages_.find(id);
    CALLWATCH_CHECK(found != messages_.end());
    const auto& location = found->second.left.location;
    ++changes_[location];
    ++changes_of_all_;
    return {found->second, totals_[location]};
}

/// Out of every index; the message itself is the caller's to remove.
void MessageBook::forget(const MessageId& id, const Message& message)
{
    const auto& left = message.left;
    drop_presence(message);
    deadlines_.erase({message.deadline(), id});
    if (const auto known = by_msg_id_.find(left.mailbox); known != by_msg_id_.end())
        known->second.erase(message.msg_id);
    if (const auto found = by_caller_.find(caller_key(left.caller)); found != by_caller_.end()) {
        found->second.erase(id);
        if (found->second.empty()) by_caller_.erase(found);
    }
    if (const auto found = by_call_.find({left.mailbox, left.call}); found != by_call_.end()) {
        std::erase(found->second, id);
        if (found->second.empty()) by_call_.erase(found);
    }
}

void MessageBook::drop_presence(const Message& message)
{
    const auto box = presence_.find(message.left.mailbox);
    if (box == presence_.end()) return;
    box->second.erase(message.msg_id);
    if (box->second.empty()) presence_.erase(box);
}

}  // namespace callwatch
