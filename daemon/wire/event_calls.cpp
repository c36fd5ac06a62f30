#include "daemon/wire/event_fields.hpp"

namespace callwatch {
namespace {

DequeueCause cause_of(v1::CallDequeued::Cause cause)
{
    return v1::CallDequeued::Cause_IsValid(cause) ? static_cast<DequeueCause>(cause)
                                                  : DequeueCause::unknown;
}

RouteKind kind_of(v1::CallRouted::ToKind kind)
{
    return v1::CallRouted::ToKind_IsValid(kind) ? static_cast<RouteKind>(kind)
                                                : RouteKind::unspecified;
}

DialResult result_of(v1::OutboundCallFailed::Result result)
{
    return v1::OutboundCallFailed::Result_IsValid(result) ? static_cast<DialResult>(result)
                                                          : DialResult::unspecified;
}

QueueSnapshot decode_queue_snapshot(const v1::QueueSnapshot& said, EventFields& fields)
{
    QueueSnapshot snapshot{.queue = fields.required<QueueId>(said.queue_id(), "queue_id"),
                           .as_of = fields.instant(said.as_of_us(), "as_of_us")};
    fields.bound(said.waiting_size(), listed_calls_max, "waiting");
    fields.bound(said.members_size(), listed_members_max, "members");
    if (fields.refusal()) return snapshot;
    for (const auto& one : said.waiting())
        snapshot.waiting.push_back({fields.required<CallId>(one.call_id(), "waiting.call_id"),
                                    fields.party(one.caller(), "waiting.caller"),
                                    fields.instant(one.waiting_since_us(), "waiting_since_us")});
    for (const auto& one : said.members())
        snapshot.members.push_back({fields.required<DeviceId>(one.agent_id(), "members.agent_id"),
                                    one.paused(), one.reachable(), one.on_call()});
    return snapshot;
}

}  // namespace

EventBody decode_route_event(const v1::Event& wire, EventFields& fields)
{
    if (wire.has_call_arrived()) {
        const auto& said = wire.call_arrived();
        return CallArrived{fields.required<CallId>(said.call_id(), "call_id"),
                           fields.dialled(said.called(), "called")};
    }
    if (wire.has_ivr_option_chosen()) {
        const auto& said = wire.ivr_option_chosen();
        return IvrOptionChosen{fields.required<CallId>(said.call_id(), "call_id"),
                               fields.text(said.option(), "option")};
    }
    if (wire.has_call_transferred()) {
        const auto& said = wire.call_transferred();
        return CallTransferred{fields.required<CallId>(said.call_id(), "call_id"),
                               fields.optional<DeviceId>(said.from_agent(), "from_agent")};
    }
    const auto& said = wire.call_routed();
    const auto kind = kind_of(said.to_kind());
    // Outside, `to_id` is somebody's number.
    return CallRouted{
        fields.required<CallId>(said.call_id(), "call_id"), kind,
        kind == RouteKind::external ? std::string{} : fields.text(said.to_id(), "to_id")};
}

EventBody decode_queue_event(const v1::Event& wire, EventFields& fields)
{
    if (wire.has_queue_snapshot()) return decode_queue_snapshot(wire.queue_snapshot(), fields);
    if (wire.has_call_queued()) {
        const auto& said = wire.call_queued();
        return CallQueued{fields.required<CallId>(said.call_id(), "call_id"),
                          fields.required<QueueId>(said.queue_id(), "queue_id"),
                          fields.party(said.caller(), "caller")};
    }
    const auto& said = wire.call_dequeued();
    return CallDequeued{fields.required<CallId>(said.call_id(), "call_id"),
                        fields.required<QueueId>(said.queue_id(), "queue_id"),
                        cause_of(said.cause()), fields.span(said.wait_ms(), "wait_ms")};
}

EventBody decode_call_event(const v1::Event& wire, EventFields& fields)
{
    if (wire.has_call_established()) {
        const auto& said = wire.call_established();
        return CallEstablished{fields.required<CallId>(said.call_id(), "call_id"),
                               fields.optional<QueueId>(said.queue_id(), "queue_id"),
                               fields.optional<DeviceId>(said.agent_id(), "agent_id"),
                               fields.span(said.ring_ms(), "ring_ms")};
    }
    if (wire.has_call_offer_failed()) {
        const auto& said = wire.call_offer_failed();
        return CallOfferFailed{fields.required<CallId>(said.call_id(), "call_id"),
                               fields.optional<QueueId>(said.queue_id(), "queue_id"),
                               fields.optional<DeviceId>(said.agent_id(), "agent_id"),
                               fields.span(said.ring_ms(), "ring_ms"),
                               said.reason() == v1::CallOfferFailed::CANCELLED};
    }
    if (wire.has_call_cleared()) {
        const auto& said = wire.call_cleared();
        return CallCleared{fields.required<CallId>(said.call_id(), "call_id"),
                           fields.optional<DeviceId>(said.agent_id(), "agent_id"),
                           said.ended_by() == v1::CallCleared::CALLER};
    }
    if (wire.has_outbound_call_established()) {
        const auto& said = wire.outbound_call_established();
        return OutboundEstablished{fields.required<CallId>(said.call_id(), "call_id"),
                                   fields.required<DeviceId>(said.agent_id(), "agent_id"),
                                   fields.party(said.dialled(), "dialled"),
                                   fields.instant(said.started_at_us(), "started_at_us"),
                                   fields.span(said.ring_ms(), "ring_ms")};
    }
    if (wire.has_outbound_call_cleared()) {
        const auto& said = wire.outbound_call_cleared();
        return OutboundCleared{fields.required<CallId>(said.call_id(), "call_id"),
                               fields.optional<DeviceId>(said.agent_id(), "agent_id"),
                               fields.span(said.talk_ms(), "talk_ms")};
    }
    const auto& said = wire.outbound_call_failed();
    return OutboundFailed{fields.required<CallId>(said.call_id(), "call_id"),
                          fields.required<DeviceId>(said.agent_id(), "agent_id"),
                          fields.party(said.dialled(), "dialled"),
                          fields.instant(said.started_at_us(), "started_at_us"),
                          fields.span(said.ring_ms(), "ring_ms"),
                          result_of(said.result())};
}

}  // namespace callwatch
