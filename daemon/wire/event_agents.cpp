#include "daemon/wire/event_fields.hpp"

namespace callwatch {
namespace {

constexpr int queues_named_max = 1'000;

template <class Said>
std::vector<QueueId> decode_queues(const Said& said, EventFields& fields)
{
    std::vector<QueueId> queues;
    fields.bound(said.queue_ids_size(), queues_named_max, "queue_ids");
    if (fields.refusal()) return queues;
    for (const auto& id : said.queue_ids())
        queues.push_back(fields.required<QueueId>(id, "queue_ids"));
    return queues;
}

}  // namespace

EventBody decode_agent_event(const v1::Event& wire, EventFields& fields)
{
    using What = v1::Event::WhatCase;
    switch (wire.what_case()) {
        case What::kAgentLoggedOn:
            return AgentLoggedOn{
                fields.required<DeviceId>(wire.agent_logged_on().agent_id(), "agent_id"),
                decode_queues(wire.agent_logged_on(), fields)};
        case What::kAgentLoggedOff:
            return AgentLoggedOff{
                fields.required<DeviceId>(wire.agent_logged_off().agent_id(), "agent_id"),
                decode_queues(wire.agent_logged_off(), fields)};
        case What::kAgentReady:
            return AgentReady{fields.required<DeviceId>(wire.agent_ready().agent_id(), "agent_id"),
                              fields.optional<QueueId>(wire.agent_ready().queue_id(), "queue_id")};
        case What::kAgentNotReady:
            return AgentNotReady{
                fields.required<DeviceId>(wire.agent_not_ready().agent_id(), "agent_id"),
                fields.optional<QueueId>(wire.agent_not_ready().queue_id(), "queue_id"),
                fields.text(wire.agent_not_ready().reason_code(), "reason_code")};
        default:
            return DevicePresence{
                fields.required<DeviceId>(wire.device_presence().device_id(), "device_id"),
                wire.device_presence().state() == v1::DevicePresence::REGISTERED};
    }
}

}  // namespace callwatch
