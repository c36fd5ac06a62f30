#include "daemon/wire/event_decoder.hpp"

#include <vector>

#include "daemon/wire/event_fields.hpp"

namespace callwatch {
namespace {

EventBody decode_body(const v1::Event& wire, EventFields& fields, Instant occurred_at)
{
    using What = v1::Event::WhatCase;
    switch (wire.what_case()) {
        case What::kCallArrived:
        case What::kIvrOptionChosen:
        case What::kCallRouted:
        case What::kCallTransferred: return decode_route_event(wire, fields);
        case What::kCallQueued:
        case What::kCallDequeued:
        case What::kQueueSnapshot: return decode_queue_event(wire, fields);
        case What::kCallEstablished:
        case What::kCallOfferFailed:
        case What::kCallCleared:
        case What::kOutboundCallEstablished:
        case What::kOutboundCallCleared:
        case What::kOutboundCallFailed: return decode_call_event(wire, fields);
        case What::kVoicemailReached:
        case What::kVoicemailLeft:
        case What::kVoicemailHeard:
        case What::kVoicemailMoved:
        case What::kVoicemailDeleted:
        case What::kMailboxCounts:
        case What::kMailboxList:
        case What::kGreetingChanged:
        case What::kGreetingObserved:
        case What::kMailboxStateObserved:
        case What::kMailboxSnapshot: return decode_voicemail_event(wire, fields, occurred_at);
        case What::kAgentLoggedOn:
        case What::kAgentLoggedOff:
        case What::kAgentReady:
        case What::kAgentNotReady:
        case What::kDevicePresence: return decode_agent_event(wire, fields);
        case What::kRoutingTableObserved:
        case What::kWorkItem:
        case What::kStaffJoined:
        case What::kStaffDeparted:
        case What::kAbsenceRecorded:
        case What::kAbsenceEnded:
        case What::kShiftPlanned: return decode_staff_event(wire, fields);
        case What::kUpstreamLost:
            return UpstreamLost{fields.instant(wire.upstream_lost().from_us(), "from_us")};
        case What::kUpstreamRestored:
            return UpstreamRestored{fields.instant(wire.upstream_restored().from_us(), "from_us"),
                                    fields.instant(wire.upstream_restored().to_us(), "to_us")};
        case What::kSourceStatus:
            if (wire.source_status().state() == v1::SourceStatus::END) return SourceEndReached{};
            return OtherEvent{};
        default: return OtherEvent{};  // The contract has it; no rule of this version asks for it.
    }
}

/// By number of the field; looked up once, for every event asks.
std::vector<SharedText> kinds()
{
    std::vector<SharedText> names;
    const auto* event = v1::Event::descriptor();
    for (int i = 0; i < event->field_count(); ++i) {
        const auto number = static_cast<std::size_t>(event->field(i)->number());
        if (names.size() <= number) names.resize(number + 1, "unknown");
        names[number] = event->field(i)->name();
    }
    return names;
}

const SharedText& kind_of(const v1::Event& wire)
{
    static const std::vector<SharedText> names = kinds();
    static const SharedText unknown = "unknown";
    const auto number = static_cast<std::size_t>(wire.what_case());
    return number == 0 || number >= names.size() ? unknown : names[number];
}

}  // namespace

Result<Event> decode_event(const v1::Event& wire, const SourceId& source, const EventTokens& tokens)
{
    EventFields fields{tokens};
    Event event{.source = source,
                .sequence = wire.sequence(),
                .occurred_at = fields.instant(wire.occurred_at_us(), "occurred_at_us"),
                .origin = wire.origin() > v1::ORIGIN_MANUAL ? Origin::unspecified
                                                            : static_cast<Origin>(wire.origin()),
                .kind = kind_of(wire),
                .what = OtherEvent{}};
    event.what = decode_body(wire, fields, event.occurred_at);
    if (fields.refusal()) {
        auto refusal = *fields.refusal();
        refusal.detail = event.kind + "." + refusal.detail;
        return refusal;
    }
    return event;
}

}  // namespace callwatch
