#include "daemon/bridges/asterisk/queue_tracker.hpp"

#include <algorithm>
#include <charconv>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

/// A hang-up follows within milliseconds. Longer than this, and we know only that the caller left.
constexpr Micros held_max = std::chrono::seconds{5};

constexpr std::size_t option_bytes_max = 8;

std::uint32_t small_number(std::string_view text)
{
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::optional<v1::CallDequeued::Cause> cause_of(std::string_view status)
{
    if (status == "TIMEOUT") return v1::CallDequeued::TIMEOUT;
    if (status == "LEAVEEMPTY" || status == "LEAVEUNAVAIL") return v1::CallDequeued::EMPTY;
    if (status == "WITHDRAW") return v1::CallDequeued::WITHDRAWN;
    return std::nullopt;
}

}  // namespace

void QueueTracker::take_join(const AmiEvent& event)
{
    if (event.uniqueid.empty()) return pbx_.census.unreadable(event, "Uniqueid");
    if (event["Queue"].empty()) return pbx_.census.unreadable(event, "Queue");
    if (entries_.find(event.uniqueid) != nullptr)
        tell(event.uniqueid, v1::CallDequeued::UNKNOWN, event.at, event.name);

    Entry entry;
    entry.call = pbx_.call_of(event);
    entry.queue = event["Queue"];
    entry.joined = event.at;
    entry.position = entry.original_position = small_number(event["Position"]);
    Call* call = pbx_.calls.find(entry.call);
    if (call != nullptr) call->last_queue = entry.queue;

    auto& queued = *pbx_.write(event, entry.call).mutable_call_queued();
    queued.set_call_id(pbx_.scoped(entry.call));
    queued.set_queue_id(pbx_.scoped(entry.queue));
    // A transferred call waits on a Local channel, which still shows the caller's number.
    entry.number = pbx_.dial_plan.read(event["CallerIDNum"]);
    *queued.mutable_caller() = entry.number;
    if (call != nullptr) *queued.mutable_called() = call->called;
    queued.set_position(entry.position);
    queued.set_depth_after(small_number(event["Count"]));
    entries_.add(event.uniqueid, std::move(entry));
}

void QueueTracker::take_abandon(const AmiEvent& event)
{
    Entry* entry = entries_.find(event.uniqueid);
    if (entry == nullptr) return;
    entry->abandoned = event.at;
    entry->position = small_number(event["Position"]);
    entry->original_position = small_number(event["OriginalPosition"]);
}

void QueueTracker::take_leave(const AmiEvent& event)
{
    Entry* entry = entries_.find(event.uniqueid);
    if (entry == nullptr) return;
    entry->left = event.at;
    if (!entry->abandoned) entry->position = small_number(event["Position"]);
}

void QueueTracker::take_connect(const AmiEvent& event)
{
    tell(event.uniqueid, v1::CallDequeued::ANSWERED, event.at, event.name);
}

void QueueTracker::take_queue_status(const AmiEvent& event, std::string_view status)
{
    const Entry* entry = entries_.find(event.uniqueid);
    if (entry == nullptr) {
        if (status == "FULL") block(event, v1::CallBlocked::FULL);
        if (status == "JOINEMPTY" || status == "JOINUNAVAIL")
            block(event, v1::CallBlocked::JOIN_EMPTY);
        return;
    }
    if (!entry->abandoned && !entry->left) return;
    const auto cause = cause_of(status);
    tell(event.uniqueid, cause.value_or(v1::CallDequeued::UNKNOWN), departure(*entry),
         "QueueCallerLeave");
}

void QueueTracker::take_newexten(const AmiEvent& event)
{
    const Entry* entry = entries_.find(event.uniqueid);
    if (entry == nullptr || !entry->left) return;
    const bool by_key = !entry->abandoned;
    if (by_key) {
        // The queue's context has the key as its extension: who presses 0 has chosen the operator.
        auto& chosen = *pbx_.write(departure(*entry), event.name, event.uniqueid, entry->call)
                            .mutable_ivr_option_chosen();
        chosen.set_call_id(pbx_.scoped(entry->call));
        chosen.set_option(clean(event["Exten"], option_bytes_max));
    }
    tell(event.uniqueid, by_key ? v1::CallDequeued::EXIT_KEY : v1::CallDequeued::UNKNOWN,
         departure(*entry), "QueueCallerLeave");
}

void QueueTracker::take_hangup(const AmiEvent& event)
{
    const Entry* entry = entries_.find(event.uniqueid);
    if (entry == nullptr) return;
    if (entry->abandoned)
        tell(event.uniqueid, v1::CallDequeued::ABANDONED, *entry->abandoned, "QueueCallerAbandon");
    else
        tell(event.uniqueid, v1::CallDequeued::UNKNOWN, entry->left.value_or(event.at), event.name);
}

void QueueTracker::expire(Instant now)
{
    std::vector<std::string> late;
    entries_.for_each([&](const std::string& uniqueid, const Entry& entry) {
        if ((entry.abandoned || entry.left) && departure(entry) + held_max < now)
            late.push_back(uniqueid);
    });
    for (const auto& uniqueid : late)
        tell(uniqueid, v1::CallDequeued::UNKNOWN, departure(*entries_.find(uniqueid)),
             "QueueCallerLeave");
}

void QueueTracker::reconcile_all(Instant at)
{
    std::vector<std::string> all;
    entries_.for_each([&](const std::string& uniqueid, const Entry&) { all.push_back(uniqueid); });
    for (const auto& uniqueid : all) {
        tell(uniqueid, v1::CallDequeued::RECONCILED, at, "FullyBooted");
        pbx_.out->back().set_origin(v1::ORIGIN_RECONCILE);
    }
}

void QueueTracker::vanish(std::string_view uniqueid, Instant at)
{
    const Entry* entry = entries_.find(uniqueid);
    if (entry == nullptr) return;
    if (entry->abandoned || entry->left)
        return tell(uniqueid, v1::CallDequeued::UNKNOWN, departure(*entry), "QueueCallerLeave");
    tell(uniqueid, v1::CallDequeued::RECONCILED, at, "CoreShowChannels");
    pbx_.out->back().set_origin(v1::ORIGIN_RECONCILE);
}

void QueueTracker::reconcile(const std::string& queue, const std::vector<Listed>& listed,
                             Instant list_began, Instant now)
{
    for (const auto& known : waiting_in(queue)) {
        const bool is_listed = std::any_of(listed.begin(), listed.end(), [&](const Listed& one) {
            return one.uniqueid == known.uniqueid;
        });
        if (is_listed || known.joined >= list_began) continue;
        tell(known.uniqueid, v1::CallDequeued::RECONCILED, now, "QueueStatus");
        pbx_.out->back().set_origin(v1::ORIGIN_RECONCILE);
    }
    for (const auto& caller : listed) {
        Entry* entry = entries_.find(caller.uniqueid);
        if (entry != nullptr && entry->queue == queue) {
            entry->position = caller.position;
            continue;
        }
        if (entry != nullptr) {
            if (entry->joined >= list_began) continue;
            vanish(caller.uniqueid, now);  // It has moved from another queue.
        }
        find(queue, caller);
    }
}

void QueueTracker::find(const std::string& queue, const Listed& caller)
{
    Entry entry;
    entry.call = pbx_.call_of(caller.uniqueid, "");
    entry.queue = queue;
    entry.joined = caller.joined;
    entry.position = entry.original_position = caller.position;
    Call* call = pbx_.calls.find(entry.call);
    if (call != nullptr) call->last_queue = queue;
    v1::Event& event = pbx_.write(caller.joined, "QueueStatus", caller.uniqueid, entry.call);
    event.set_origin(v1::ORIGIN_RECONCILE);
    auto& queued = *event.mutable_call_queued();
    queued.set_call_id(pbx_.scoped(entry.call));
    queued.set_queue_id(pbx_.scoped(queue));
    entry.number = pbx_.dial_plan.read(caller.caller_number);
    *queued.mutable_caller() = entry.number;
    if (call != nullptr) *queued.mutable_called() = call->called;
    queued.set_position(caller.position);
    entries_.add(caller.uniqueid, std::move(entry));
}

std::vector<QueueTracker::Waiting> QueueTracker::waiting_in(std::string_view queue) const
{
    std::vector<Waiting> waiting;
    entries_.for_each([&](const std::string& uniqueid, const Entry& entry) {
        if (entry.queue == queue && !entry.abandoned && !entry.left)
            waiting.push_back({uniqueid, entry.call, entry.number, entry.joined, entry.position});
    });
    return waiting;
}

void QueueTracker::tell(std::string_view uniqueid, v1::CallDequeued::Cause cause, Instant at,
                        std::string_view native_type)
{
    const Entry* entry = entries_.find(uniqueid);
    if (entry == nullptr) return;
    auto& dequeued = *pbx_.write(at, native_type, uniqueid, entry->call).mutable_call_dequeued();
    dequeued.set_call_id(pbx_.scoped(entry->call));
    dequeued.set_queue_id(pbx_.scoped(entry->queue));
    dequeued.set_cause(cause);
    dequeued.set_wait_ms(millis_between(entry->joined, at));
    dequeued.set_position(entry->position);
    dequeued.set_original_position(entry->original_position);
    entries_.end(uniqueid);
}

void QueueTracker::block(const AmiEvent& event, v1::CallBlocked::Reason reason)
{
    const std::string call = pbx_.call_of(event);
    const Channel* channel = pbx_.channels.find(event.uniqueid);
    const bool in_queue_application = channel != nullptr && channel->application == "Queue";
    const std::string_view data = in_queue_application ? std::string_view{channel->app_data} : "";
    auto& blocked = *pbx_.write(event, call).mutable_call_blocked();
    blocked.set_queue_id(pbx_.scoped(data.substr(0, data.find(','))));
    *blocked.mutable_caller() = pbx_.dial_plan.read(event["CallerIDNum"]);
    blocked.set_reason(reason);
    blocked.set_call_id(pbx_.scoped(call));
}

Instant QueueTracker::departure(const Entry& entry)
{
    return entry.abandoned ? *entry.abandoned : *entry.left;
}

std::optional<Instant> QueueTracker::joined_at(std::string_view uniqueid) const
{
    const Entry* entry = entries_.find(uniqueid);
    if (entry == nullptr) return std::nullopt;
    return entry->joined;
}

std::optional<Instant> QueueTracker::oldest_held() const
{
    std::optional<Instant> oldest;
    entries_.for_each([&](const std::string&, const Entry& entry) {
        if (!entry.abandoned && !entry.left) return;
        if (!oldest || departure(entry) < *oldest) oldest = departure(entry);
    });
    return oldest;
}

}  // namespace callwatch::asterisk
