#include "daemon/bridges/asterisk/queue_lists.hpp"

#include <algorithm>
#include <charconv>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t replies_max = 16;    // Open at once; an older one is dropped.
constexpr std::size_t complete_max = 64;   // Waiting for their second.
constexpr std::size_t queues_max = 2'000;  // In one reply.
constexpr int items_max = 2'000;           // Callers or members of one queue.
/// Events that were waiting when the list was written come within milliseconds of it.
constexpr Micros believed_after = std::chrono::seconds{1};

/// app_queue's member states that mean "cannot be rung": 4 invalid, 5 unavailable.
bool reachable(std::string_view status) { return status != "4" && status != "5"; }

std::int64_t number(std::string_view text)
{
    std::int64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value < 0 ? 0 : value;
}

}  // namespace

void QueueLists::take_params(const AmiEvent& event)
{
    if (event["ActionID"].empty() || event["Queue"].empty())
        return pbx_.census.unreadable(event, "Queue");
    if (open_.find(event["ActionID"]) == open_.end()) {
        if (open_.size() >= replies_max) {
            open_.erase(open_.begin());
            pbx_.census.left_out("queue list: never completed");
        }
        open_.emplace(event["ActionID"], Reply{});
    }
    Reply& reply = open_.find(event["ActionID"])->second;
    if (reply.size() >= queues_max) return pbx_.census.left_out("queue list: too many queues");
    List& made = reply[std::string{event["Queue"]}];
    made.began = event.at;
    made.snapshot.set_queue_id(pbx_.scoped(event["Queue"]));
}

QueueLists::List* QueueLists::list(const AmiEvent& event)
{
    const auto reply = open_.find(event["ActionID"]);
    if (reply == open_.end()) return nullptr;
    const auto found = reply->second.find(event["Queue"]);
    return found == reply->second.end() ? nullptr : &found->second;
}

void QueueLists::take_member(const AmiEvent& event)
{
    List* of_queue = list(event);
    if (of_queue == nullptr) return;
    const std::string_view extension = pbx_.names.staff_extension(event["Location"]);
    if (extension.empty()) return pbx_.census.unreadable(event, "Location");
    if (of_queue->snapshot.members_size() >= items_max)
        return pbx_.census.left_out("queue list: too long");
    auto& member = *of_queue->snapshot.add_members();
    member.set_agent_id(pbx_.scoped(extension));
    member.set_device_id(pbx_.scoped(extension));
    member.set_paused(event["Paused"] == "1");
    member.set_pause_reason(clean(event["PausedReason"], id_bytes_max));
    member.set_reachable(reachable(event["Status"]));
    // Not from Status or InCall: the one is "busy" while it rings, the other stays 0.
    member.set_on_call(talks_.is_talking(extension) || outbound_.is_talking(extension));
}

void QueueLists::take_entry(const AmiEvent& event)
{
    List* of_queue = list(event);
    if (of_queue == nullptr) return;
    if (of_queue->callers.size() >= items_max) return pbx_.census.left_out("queue list: too long");
    if (event.uniqueid.empty()) return pbx_.census.unreadable(event, "Uniqueid");
    of_queue->callers.push_back(
        {std::string{event.uniqueid}, event.at - std::chrono::seconds{number(event["Wait"])},
         static_cast<std::uint32_t>(number(event["Position"])), std::string{event["CallerIDNum"]}});
}

void QueueLists::take_complete(const AmiEvent& event)
{
    const auto reply = open_.find(event["ActionID"]);
    if (reply == open_.end()) return;
    if (complete_.size() >= complete_max) send_all(event.at);
    complete_.push_back({std::move(reply->second), reply->first, event.at + believed_after});
    open_.erase(reply);
}

/// Every list that has begun and is not sent, of one queue or, without a name, of all.
template <class Visit>
void QueueLists::for_each_list(std::string_view queue, Visit&& visit)
{
    const auto look_at = [&](Reply& reply) {
        for (auto& [name, list] : reply)
            if (queue.empty() || name == queue) visit(list);
    };
    for (auto& [id, reply] : open_) look_at(reply);
    for (auto& complete : complete_) look_at(complete.reply);
}

void QueueLists::take_leave(std::string_view uniqueid)
{
    for_each_list("", [&](List& list) {
        std::erase_if(list.callers, [&](const auto& one) { return one.uniqueid == uniqueid; });
    });
}

void QueueLists::take_live_member(const AmiEvent& event)
{
    if (open_.empty() && complete_.empty()) return;
    const bool is_device = event.kind == Kind::device_state_change;
    const std::string agent =
        pbx_.scoped(is_device ? pbx_.names.telephone_extension(event["Device"])
                              : pbx_.names.staff_extension(event["Interface"]));
    if (agent.empty() || event.is_list_item()) return;
    for_each_list(event["Queue"], [&](List& list) {
        auto& members = *list.snapshot.mutable_members();
        const auto found = std::find_if(members.begin(), members.end(), [&](const auto& member) {
            return member.agent_id() == agent;
        });
        if (event.kind == Kind::queue_member_added && found == members.end()) {
            members.Add()->set_agent_id(agent);
            members.rbegin()->set_device_id(agent);
            members.rbegin()->set_reachable(reachable(event["Status"]));
        }
        if (found == members.end()) return;
        if (event.kind == Kind::queue_member_removed) {
            members.erase(found);
        } else if (event.kind == Kind::queue_member_pause) {
            found->set_paused(event["Paused"] == "1");
            found->set_pause_reason(clean(event["PausedReason"], id_bytes_max));
        } else if (is_device) {
            found->set_reachable(event["State"] != "UNAVAILABLE");
        }
    });
}

void QueueLists::send_due(Instant now)
{
    while (!complete_.empty() && complete_.front().due <= now) {
        send(complete_.front(), now);
        complete_.erase(complete_.begin());
    }
}

void QueueLists::send_all(Instant now)
{
    for (auto& complete : complete_) send(complete, now);
    complete_.clear();
}

void QueueLists::forget()
{
    open_.clear();
    complete_.clear();
}

void QueueLists::send(Complete& complete, Instant now)
{
    for (auto& [queue, list] : complete.reply) {
        queues_.reconcile(queue, list.callers, list.began, now);
        auto& snapshot = list.snapshot;
        snapshot.set_as_of_us(micros(now));
        for (const auto& caller : queues_.waiting_in(queue)) {
            if (snapshot.waiting_size() >= items_max) break;
            auto& waiting = *snapshot.add_waiting();
            waiting.set_call_id(pbx_.scoped(caller.call));
            *waiting.mutable_caller() = caller.number;
            waiting.set_position(caller.position);
            waiting.set_waiting_since_us(micros(caller.joined));
        }
        *pbx_.write(now, "QueueStatusComplete", complete.action_id, "").mutable_queue_snapshot() =
            std::move(snapshot);
    }
}

}  // namespace callwatch::asterisk
