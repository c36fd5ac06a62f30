#include "daemon/state/messages.hpp"

#include <algorithm>

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

void remember(Message& message, MessageStep step)
{
    auto& history = message.history;
    if (history.size() >= Message::history_max)
        history.erase(history.begin() + Message::history_max / 2);
    history.push_back(std::move(step));
}

std::optional<Instant> earlier(std::optional<Instant> have, Instant seen)
{
    return have ? std::min(*have, seen) : seen;
}

}  // namespace

void MessageBook::apply(const MessageLeft& fact)
{
    Message message;
    message.left = fact;
    remember(message, {.at = fact.left_at, .what = MessageStep::What::left, .call = fact.call});
    const auto [where, is_new] = messages_.emplace(fact.message, std::move(message));
    CALLWATCH_CHECK(is_new);
    ++changes_;
    if (const auto caller = caller_key(fact.caller); !caller.empty())
        open_by_caller_[caller].insert(fact.message);
    deadlines_.emplace(fact.deadline, fact.message);
    if (!fact.call.empty()) by_call_[{fact.mailbox, fact.call}].push_back(fact.message);
}

void MessageBook::apply(const MessageBound& fact)
{
    auto& message = at(fact.message);
    CALLWATCH_CHECK(message.msg_id.empty());
    message.msg_id = fact.msg_id;
    message.folder = fact.folder;
    message.duration = fact.duration;
    by_msg_id_[message.left.mailbox][fact.msg_id] = fact.message;
    presence_[message.left.mailbox][fact.msg_id] = fact.message;
    remember(message, {.at = fact.bound_at,
                       .what = MessageStep::What::listed,
                       .detail = fact.folder + " " + fact.msg_id.text});
}

void MessageBook::apply(const MessageHeard& fact)
{
    auto& message = at(fact.message);
    message.heard_at = earlier(message.heard_at, fact.heard_at);
    message.folder = "Old";
    remember(message, {.at = fact.heard_at,
                       .what = MessageStep::What::heard,
                       .device = fact.device,
                       .person = fact.person});
}

void MessageBook::apply(const MessageMoved& fact)
{
    auto& message = at(fact.message);
    message.folder = fact.folder;
    remember(message, {.at = fact.moved_at,
                       .what = MessageStep::What::moved,
                       .device = fact.device,
                       .person = fact.person,
                       .detail = fact.folder});
}

void MessageBook::apply(const MessageGone& fact)
{
    auto& message = at(fact.message);
    message.gone = true;
    drop_presence(message);
    remember(message, {.at = fact.gone_at,
                       .what = MessageStep::What::deleted,
                       .device = fact.device,
                       .person = fact.person});
}

void MessageBook::apply(const MessageNoDuty& fact)
{
    auto& message = at(fact.message);
    CALLWATCH_CHECK(message.is_open());
    message.no_duty = fact.reason;
    message.duration = fact.duration;
    close(fact.message, message);
}

void MessageBook::apply(const MessageAttempted& fact)
{
    auto& message = at(fact.message);
    message.first_attempt_at = earlier(message.first_attempt_at, fact.attempted_at);
    remember(message, {.at = fact.attempted_at,
                       .what = MessageStep::What::attempted,
                       .device = fact.device,
                       .person = fact.person,
                       .call = fact.call,
                       .detail = fact.by_delegate ? "by delegate" : ""});
}

void MessageBook::apply(const MessageReturned& fact)
{
    auto& message = at(fact.message);
    CALLWATCH_CHECK(message.is_open());
    message.returned = fact;
    close(fact.message, message);
    remember(message, {.at = fact.returned_at,
                       .what = MessageStep::What::returned,
                       .device = fact.device,
                       .person = fact.person,
                       .call = fact.call,
                       .detail = fact.by_delegate ? "by delegate" : ""});
}

void MessageBook::apply(const MessageOverdue& fact)
{
    auto& message = at(fact.message);
    CALLWATCH_CHECK(message.is_open() && !message.overdue);
    message.overdue = true;
    deadlines_.erase({message.left.deadline, fact.message});
    remember(message, {.at = fact.deadline, .what = MessageStep::What::overdue});
}

void MessageBook::apply(const DeadlineMet& fact)
{
    at(fact.message);
    deadlines_.erase({fact.deadline, fact.message});
}

void MessageBook::apply(const DayChecked& fact)
{
    const auto horizon = fact.date - std::chrono::days{closed_days_kept};
    std::erase_if(messages_, [&](const auto& entry) {
        const auto& [id, message] = entry;
        const auto& left = message.left;
        if (message.is_open() || left.location != fact.location || left.due_date >= horizon)
            return false;
        drop_presence(message);
        if (const auto known = by_msg_id_.find(left.mailbox); known != by_msg_id_.end())
            known->second.erase(message.msg_id);
        by_call_.erase({left.mailbox, left.call});
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

const Message* MessageBook::find_unbound(const MailboxId& mailbox, const CallId& call) const
{
    const auto found = by_call_.find({mailbox, call});
    if (call.empty() || found == by_call_.end()) return nullptr;
    for (const auto& id : found->second)
        if (const auto* message = find(id); message != nullptr && message->msg_id.empty())
            return message;
    return nullptr;
}

MessageId MessageBook::id_for(const MailboxId& mailbox, const CallId& call,
                              const MsgId& msg_id) const
{
    if (call.empty()) return {mailbox.text + "#msg:" + msg_id.text};
    const auto slash = call.text.find('/');
    const auto native = slash == std::string::npos ? call.text : call.text.substr(slash + 1);
    const auto base = mailbox.text + "#" + native;
    const auto found = by_call_.find({mailbox, call});
    const auto before = found == by_call_.end() ? 0 : found->second.size();
    return {before == 0 ? base : base + "/" + std::to_string(before + 1)};
}

std::vector<const Message*> MessageBook::open_of(const std::string& caller) const
{
    std::vector<const Message*> open;
    const auto found = open_by_caller_.find(caller);
    if (caller.empty() || found == open_by_caller_.end()) return open;
    for (const auto& id : found->second) open.push_back(find(id));
    return open;
}

const std::map<MsgId, MessageId>& MessageBook::presence(const MailboxId& mailbox) const
{
    static const std::map<MsgId, MessageId> nothing;
    const auto found = presence_.find(mailbox);
    return found == presence_.end() ? nothing : found->second;
}

Message& MessageBook::at(const MessageId& id)
{
    const auto found = messages_.find(id);
    CALLWATCH_CHECK(found != messages_.end());
    ++changes_;
    return found->second;
}

void MessageBook::close(const MessageId& id, const Message& message)
{
    deadlines_.erase({message.left.deadline, id});
    const auto found = open_by_caller_.find(caller_key(message.left.caller));
    if (found == open_by_caller_.end()) return;
    found->second.erase(id);
    if (found->second.empty()) open_by_caller_.erase(found);
}

void MessageBook::drop_presence(const Message& message)
{
    const auto box = presence_.find(message.left.mailbox);
    if (box == presence_.end()) return;
    box->second.erase(message.msg_id);
    if (box->second.empty()) presence_.erase(box);
}

}  // namespace callwatch
