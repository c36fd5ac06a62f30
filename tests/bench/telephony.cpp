#include "tests/bench/telephony.hpp"

#include <chrono>

#include <fmt/format.h>

namespace callwatch::bench {
namespace {

constexpr std::size_t calls_kept = 64;
// How many calls later a call is answered, and cleared: so many wait, so many talk.
constexpr std::uint64_t answered_after = 8;
constexpr std::uint64_t cleared_after = 40;
constexpr std::uint64_t numbers = 20'000;

}  // namespace

std::string queue_id(std::uint32_t number) { return fmt::format("pbx1/queue-{}", number); }
std::string device_id(std::uint32_t number) { return fmt::format("pbx1/{}", 1000 + number); }
std::string mailbox_id(std::uint32_t number)
{
    return fmt::format("pbx1/{}@default", 1000 + number);
}

std::string Office::organisation_toml() const
{
    std::string text;
    std::string all;
    for (std::uint32_t i = 0; i < locations(); ++i) {
        text += fmt::format(
            "[location.office-{0}]\nname = \"Office {0}\"\nshort_name = \"Office {0}\"\nzone = "
            "\"America/{1}\"\noperator_queues = [\"queue-{0}\"]\nsupervisors = [\"p{0}\"]\n"
            "managers = [\"p{0}\"]\n",
            i, i % 2 == 0 ? "Chicago" : "New_York");
        all += fmt::format("{}\"office-{}\"", i == 0 ? "" : ", ", i);
    }
    for (std::uint32_t i = 0; i < staff; ++i)
        text += fmt::format(
            "[person.p{0}]\nname = \"Person {0}\"\nlocation = \"office-{1}\"\nsupervisor = "
            "\"p{2}\"\ndevices = [\"{3}\"]\nmailboxes = [\"{4}\"]\n",
            i, i % locations(), i == 0 ? 1 : 0, device_id(i), mailbox_id(i));
    for (std::uint32_t i = 0; i < queues(); ++i)
        text += fmt::format(
            "[queue.queue-{0}]\nid = \"{1}\"\nname = \"Queue {0}\"\nlocation = \"office-{2}\"\n", i,
            queue_id(i), i % locations());
    return text + fmt::format("[source.pbx1]\nkind = \"asterisk\"\nlocations = [{}]\n", all);
}

Telephony::Telephony(Office office, std::int64_t begins_us)
    : office_{office},
      random_{1},
      now_us_{begins_us},
      calls_(calls_kept)
{
}

v1::Event Telephony::next()
{
    if (next_ == planned_.size()) {
        planned_.clear();
        next_ = 0;
        plan();
    }
    return std::move(planned_[next_++]);
}

void Telephony::plan()
{
    const auto nth = calls_begun_++;
    auto& call = calls_[nth % calls_kept];
    call = {nth + 1, static_cast<std::uint32_t>(random_.below(office_.queues())),
            static_cast<std::uint32_t>(random_.below(office_.staff)), random_.below(10) == 0};
    arrive(call);
    if (nth >= answered_after) answer(calls_[(nth - answered_after) % calls_kept]);
    if (nth >= cleared_after) clear(calls_[(nth - cleared_after) % calls_kept]);
    if (nth % 20 == 7) leave_message(call);
    if (nth % 16 == 3) pause(true);
    if (nth % 16 == 11) pause(false);
}

v1::Event& Telephony::say(const Call& call, const char* native_type)
{
    auto& event = planned_.emplace_back();
    event.set_sequence(++sequence_);
    event.set_occurred_at_us(++now_us_);
    event.set_origin(v1::ORIGIN_LIVE);
    event.set_native_type(native_type);
    if (call.number != 0) event.set_correlation_id(fmt::format("pbx1/1795309119.{}", call.number));
    return event;
}

void Telephony::arrive(const Call& call)
{
    auto& arrived = *say(call, "Newchannel").mutable_call_arrived();
    arrived.set_call_id(fmt::format("pbx1/1795309119.{}", call.number));
    arrived.set_trunk("trunk");
    const auto caller = random_.below(numbers);
    set_number(*arrived.mutable_caller(), caller);
    auto& queued = *say(call, "QueueCallerJoin").mutable_call_queued();
    queued.set_call_id(fmt::format("pbx1/1795309119.{}", call.number));
    queued.set_queue_id(queue_id(call.queue));
    set_number(*queued.mutable_caller(), caller);
    queued.set_position(1);
    queued.set_depth_after(1);
}

void Telephony::answer(const Call& call)
{
    const auto id = fmt::format("pbx1/1795309119.{}", call.number);
    if (!call.is_abandoned) {
        auto& offered = *say(call, "AgentCalled").mutable_call_offered();
        offered.set_call_id(id);
        offered.set_queue_id(queue_id(call.queue));
        offered.set_agent_id(device_id(call.agent));
        auto& established = *say(call, "AgentConnect").mutable_call_established();
        established.set_call_id(id);
        established.set_queue_id(queue_id(call.queue));
        established.set_agent_id(device_id(call.agent));
        established.set_wait_ms(4'000);
        established.set_ring_ms(2'000);
    }
    auto& left = *say(call, "QueueCallerLeave").mutable_call_dequeued();
    left.set_call_id(id);
    left.set_queue_id(queue_id(call.queue));
    left.set_cause(call.is_abandoned ? v1::CallDequeued::ABANDONED : v1::CallDequeued::ANSWERED);
    left.set_wait_ms(4'000);
}

void Telephony::clear(const Call& call)
{
    if (call.is_abandoned) return;
    auto& cleared = *say(call, "Hangup").mutable_call_cleared();
    cleared.set_call_id(fmt::format("pbx1/1795309119.{}", call.number));
    cleared.set_agent_id(device_id(call.agent));
    cleared.set_talk_ms(60'000);
    cleared.set_cause("16");
}

void Telephony::leave_message(const Call& call)
{
    auto& left = *say(call, "MessageWaiting").mutable_voicemail_left();
    left.set_mailbox_id(mailbox_id(call.agent));
    left.set_call_id(fmt::format("pbx1/1795309119.{}", call.number));
    set_number(*left.mutable_caller(), random_.below(numbers));
    left.set_received_at_us(now_us_);
    auto& counts = *say({}, "MessageWaiting").mutable_mailbox_counts();
    counts.set_mailbox_id(mailbox_id(call.agent));
    counts.set_new_messages(1);
}

void Telephony::pause(bool begins)
{
    if (begins) paused_ = static_cast<std::uint32_t>(random_.below(office_.staff));
    const auto queue = queue_id(paused_ % office_.queues());
    if (begins) {
        auto& paused = *say({}, "QueueMemberPause").mutable_agent_not_ready();
        paused.set_agent_id(device_id(paused_));
        paused.set_queue_id(queue);
        return;
    }
    auto& resumed = *say({}, "QueueMemberPause").mutable_agent_ready();
    resumed.set_agent_id(device_id(paused_));
    resumed.set_queue_id(queue);
}

void set_number(v1::PhoneNumber& number, std::uint64_t which)
{
    number.set_raw(fmt::format("0217{:06}", which));
    number.set_e164(fmt::format("+64217{:06}", which));
    number.set_rule("nz/1:trunk");
}

Frames make_frames(Office office, std::uint64_t events, std::uint32_t per_frame)
{
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    Telephony telephony{office, std::chrono::duration_cast<std::chrono::microseconds>(now).count()};
    Frames made{.frames = {}, .events = events, .per_frame = per_frame};
    v1::EventBatch batch;
    batch.set_schema_version(1);
    batch.set_source_id(source_id);
    batch.set_source_epoch_us(source_epoch_us);
    for (std::uint64_t i = 0; i < events; ++i) {
        *batch.add_events() = telephony.next();
        if (static_cast<std::uint32_t>(batch.events_size()) < per_frame && i + 1 < events) continue;
        made.frames.push_back(batch.SerializeAsString());
        batch.clear_events();
    }
    return made;
}

}  // namespace callwatch::bench
