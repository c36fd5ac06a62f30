#include "daemon/bridges/asterisk/queue_lists.hpp"

#include <charconv>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t replies_max = 16;    // Open at once; an older one is dropped.
constexpr std::size_t queues_max = 2'000;  // In one reply.
constexpr int items_max = 2'000;           // Callers or members of one queue.

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
    v1::QueueSnapshot& made = reply[std::string{event["Queue"]}];
    made.set_queue_id(pbx_.scoped(event["Queue"]));
    // What is announced while the list comes in is newer than the list.
    made.set_as_of_us(micros(event.at));
}

v1::QueueSnapshot* QueueLists::snapshot(const AmiEvent& event)
{
    const auto reply = open_.find(event["ActionID"]);
    if (reply == open_.end()) return nullptr;
    const auto found = reply->second.find(event["Queue"]);
    return found == reply->second.end() ? nullptr : &found->second;
}

void QueueLists::take_member(const AmiEvent& event)
{
    v1::QueueSnapshot* of_queue = snapshot(event);
    if (of_queue == nullptr) return;
    const std::string_view extension = pbx_.names.staff_extension(event["Location"]);
    if (extension.empty()) return pbx_.census.unreadable(event, "Location");
    if (of_queue->members_size() >= items_max) return pbx_.census.left_out("queue list: too long");
    auto& member = *of_queue->add_members();
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
    v1::QueueSnapshot* of_queue = snapshot(event);
    if (of_queue == nullptr) return;
    if (of_queue->waiting_size() >= items_max) return pbx_.census.left_out("queue list: too long");
    const Instant joined = event.at - std::chrono::seconds{number(event["Wait"])};
    auto& waiting = *of_queue->add_waiting();
    waiting.set_call_id(pbx_.scoped(pbx_.call_of(event)));
    *waiting.mutable_caller() = pbx_.dial_plan.read(event["CallerIDNum"]);
    waiting.set_position(static_cast<std::uint32_t>(number(event["Position"])));
    waiting.set_waiting_since_us(micros(queues_.joined_at(event.uniqueid).value_or(joined)));
}

void QueueLists::take_complete(const AmiEvent& event)
{
    const auto reply = open_.find(event["ActionID"]);
    if (reply == open_.end()) return;
    for (auto& [queue, made] : reply->second) {
        *pbx_.write(event.at, event.name, event["ActionID"], "").mutable_queue_snapshot() =
            std::move(made);
    }
    open_.erase(reply);
}

}  // namespace callwatch::asterisk
