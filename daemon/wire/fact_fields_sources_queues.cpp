#include "daemon/calendar/business_calendar.hpp"
#include "daemon/wire/fact_fields.hpp"

// One pair of functions a fact, in the order of daemon/model/fact.hpp: dull on purpose.

namespace callwatch {

void encode(const CollectorStarted& fact, fields::CollectorStarted& wire)
{
    wire.set_software(fact.software);
    wire.set_time_mode(fact.time_mode);
    wire.set_organisation_version(fact.organisation_version);
    wire.set_policy_version(fact.policy_version);
    wire.set_tzdata_version(fact.tzdata_version);
}

void decode(const fields::CollectorStarted& wire, CollectorStarted& fact)
{
    fact.software = wire.software();
    fact.time_mode = wire.time_mode();
    fact.organisation_version = wire.organisation_version();
    fact.policy_version = wire.policy_version();
    fact.tzdata_version = wire.tzdata_version();
}

void encode(const MonitoringBegan& fact, fields::MonitoringBegan& wire)
{
    wire.set_location_id(fact.location.text);
    wire.set_from_us(micros_of(fact.from));
}

void decode(const fields::MonitoringBegan& wire, MonitoringBegan& fact)
{
    fact.location.text = wire.location_id();
    fact.from = instant_of(wire.from_us());
}

void encode(const SourceOpened& fact, fields::SourceOpened& wire)
{
    wire.set_source_id(fact.source.text);
    wire.set_epoch(fact.epoch);
    wire.set_first(fact.first);
    wire.set_software(fact.software);
}

void decode(const fields::SourceOpened& wire, SourceOpened& fact)
{
    fact.source.text = wire.source_id();
    fact.epoch = wire.epoch();
    fact.first = wire.first();
    fact.software = wire.software();
}

void encode(const EventAccepted& fact, fields::EventAccepted& wire)
{
    wire.set_source_id(fact.source.text);
    wire.set_sequence(fact.sequence);
    wire.set_kind(fact.kind);
    wire.set_occurred_at_us(micros_of(fact.occurred_at));
}

void decode(const fields::EventAccepted& wire, EventAccepted& fact)
{
    fact.source.text = wire.source_id();
    fact.sequence = wire.sequence();
    fact.kind = wire.kind();
    fact.occurred_at = instant_of(wire.occurred_at_us());
}

void encode(const EventRefused& fact, fields::EventRefused& wire)
{
    wire.set_source_id(fact.source.text);
    wire.set_sequence(fact.sequence);
    wire.set_code(fact.code);
    wire.set_detail(fact.detail);
}

void decode(const fields::EventRefused& wire, EventRefused& fact)
{
    fact.source.text = wire.source_id();
    fact.sequence = wire.sequence();
    fact.code = wire.code();
    fact.detail = wire.detail();
}

void encode(const EventsMissed& fact, fields::EventsMissed& wire)
{
    wire.set_source_id(fact.source.text);
    wire.set_first(fact.first);
    wire.set_last(fact.last);
    wire.set_noticed_at_us(micros_of(fact.noticed_at));
}

void decode(const fields::EventsMissed& wire, EventsMissed& fact)
{
    fact.source.text = wire.source_id();
    fact.first = wire.first();
    fact.last = wire.last();
    fact.noticed_at = instant_of(wire.noticed_at_us());
}

void encode(const SourceSilent& fact, fields::SourceSilent& wire)
{
    wire.set_source_id(fact.source.text);
    wire.set_since_us(micros_of(fact.since));
}

void decode(const fields::SourceSilent& wire, SourceSilent& fact)
{
    fact.source.text = wire.source_id();
    fact.since = instant_of(wire.since_us());
}

void encode(const SourceHeard& fact, fields::SourceHeard& wire)
{
    wire.set_source_id(fact.source.text);
}

void decode(const fields::SourceHeard& wire, SourceHeard& fact)
{
    fact.source.text = wire.source_id();
}

void encode(const SourceEnded& fact, fields::SourceEnded& wire)
{
    wire.set_source_id(fact.source.text);
    wire.set_ended_at_us(micros_of(fact.ended_at));
}

void decode(const fields::SourceEnded& wire, SourceEnded& fact)
{
    fact.source.text = wire.source_id();
    fact.ended_at = instant_of(wire.ended_at_us());
}

void encode(const UpstreamGap& fact, fields::UpstreamGap& wire)
{
    wire.set_source_id(fact.source.text);
    wire.set_from_us(micros_of(fact.from));
    wire.set_to_us(micros_of(fact.to));
}

void decode(const fields::UpstreamGap& wire, UpstreamGap& fact)
{
    fact.source.text = wire.source_id();
    fact.from = instant_of(wire.from_us());
    fact.to = instant_of(wire.to_us());
}

void encode(const QueueCallJoined& fact, fields::QueueCallJoined& wire)
{
    wire.set_queue_id(fact.queue.text);
    wire.set_location_id(fact.location.text);
    wire.set_call_id(fact.call.text);
    wire.set_joined_at_us(micros_of(fact.joined_at));
    wire.set_date(describe(fact.date));
    wire.set_origin(to_wire(fact.origin));
}

void decode(const fields::QueueCallJoined& wire, QueueCallJoined& fact)
{
    fact.queue.text = wire.queue_id();
    fact.location.text = wire.location_id();
    fact.call.text = wire.call_id();
    fact.joined_at = instant_of(wire.joined_at_us());
    fact.date = date_of(wire.date());
    fact.origin = from_wire(wire.origin());
}

void encode(const QueueCallLeft& fact, fields::QueueCallLeft& wire)
{
    wire.set_queue_id(fact.queue.text);
    wire.set_location_id(fact.location.text);
    wire.set_call_id(fact.call.text);
    wire.set_cause(to_wire(fact.cause));
    wire.set_left_at_us(micros_of(fact.left_at));
    wire.set_wait_ms(fact.wait.count());
    wire.set_in_threshold(fact.in_threshold);
    wire.set_short_abandon(fact.short_abandon);
}

void decode(const fields::QueueCallLeft& wire, QueueCallLeft& fact)
{
    fact.queue.text = wire.queue_id();
    fact.location.text = wire.location_id();
    fact.call.text = wire.call_id();
    fact.cause = from_wire(wire.cause());
    fact.left_at = instant_of(wire.left_at_us());
    fact.wait = Millis{wire.wait_ms()};
    fact.in_threshold = wire.in_threshold();
    fact.short_abandon = wire.short_abandon();
}

void encode(const MemberLoggedOn& fact, fields::MemberLoggedOn& wire)
{
    wire.set_device_id(fact.device.text);
    wire.set_queue_id(fact.queue.text);
    wire.set_since_us(micros_of(fact.since));
}

void decode(const fields::MemberLoggedOn& wire, MemberLoggedOn& fact)
{
    fact.device.text = wire.device_id();
    fact.queue.text = wire.queue_id();
    fact.since = instant_of(wire.since_us());
}

void encode(const MemberLoggedOff& fact, fields::MemberLoggedOff& wire)
{
    wire.set_device_id(fact.device.text);
    wire.set_queue_id(fact.queue.text);
    wire.set_since_us(micros_of(fact.since));
}

void decode(const fields::MemberLoggedOff& wire, MemberLoggedOff& fact)
{
    fact.device.text = wire.device_id();
    fact.queue.text = wire.queue_id();
    fact.since = instant_of(wire.since_us());
}

void encode(const MemberPaused& fact, fields::MemberPaused& wire)
{
    wire.set_device_id(fact.device.text);
    wire.set_queue_id(fact.queue.text);
    wire.set_since_us(micros_of(fact.since));
    wire.set_reason(fact.reason);
}

void decode(const fields::MemberPaused& wire, MemberPaused& fact)
{
    fact.device.text = wire.device_id();
    fact.queue.text = wire.queue_id();
    fact.since = instant_of(wire.since_us());
    fact.reason = wire.reason();
}

void encode(const MemberResumed& fact, fields::MemberResumed& wire)
{
    wire.set_device_id(fact.device.text);
    wire.set_queue_id(fact.queue.text);
    wire.set_since_us(micros_of(fact.since));
}

void decode(const fields::MemberResumed& wire, MemberResumed& fact)
{
    fact.device.text = wire.device_id();
    fact.queue.text = wire.queue_id();
    fact.since = instant_of(wire.since_us());
}

void encode(const DeviceReachable& fact, fields::DeviceReachable& wire)
{
    wire.set_device_id(fact.device.text);
    wire.set_reachable(fact.reachable);
    wire.set_since_us(micros_of(fact.since));
}

void decode(const fields::DeviceReachable& wire, DeviceReachable& fact)
{
    fact.device.text = wire.device_id();
    fact.reachable = wire.reachable();
    fact.since = instant_of(wire.since_us());
}

void encode(const AgentOnCall& fact, fields::AgentOnCall& wire)
{
    wire.set_device_id(fact.device.text);
    wire.set_call_id(fact.call.text);
    wire.set_since_us(micros_of(fact.since));
}

void decode(const fields::AgentOnCall& wire, AgentOnCall& fact)
{
    fact.device.text = wire.device_id();
    fact.call.text = wire.call_id();
    fact.since = instant_of(wire.since_us());
}

void encode(const AgentOffCall& fact, fields::AgentOffCall& wire)
{
    wire.set_device_id(fact.device.text);
    wire.set_call_id(fact.call.text);
    wire.set_since_us(micros_of(fact.since));
}

void decode(const fields::AgentOffCall& wire, AgentOffCall& fact)
{
    fact.device.text = wire.device_id();
    fact.call.text = wire.call_id();
    fact.since = instant_of(wire.since_us());
}

}  // namespace callwatch
