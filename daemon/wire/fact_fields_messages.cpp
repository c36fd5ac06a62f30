#include "daemon/calendar/business_calendar.hpp"
#include "daemon/wire/fact_fields.hpp"

// One pair of functions a fact, in the order of daemon/model/fact.hpp: dull on purpose.

namespace callwatch {

void encode(const MailboxReached& fact, fields::MailboxReached& wire)
{
    wire.set_mailbox_id(fact.mailbox.text);
    wire.set_location_id(fact.location.text);
    wire.set_call_id(fact.call.text);
    wire.set_reached_at_us(micros_of(fact.reached_at));
}

void decode(const fields::MailboxReached& wire, MailboxReached& fact)
{
    fact.mailbox.text = wire.mailbox_id();
    fact.location.text = wire.location_id();
    fact.call.text = wire.call_id();
    fact.reached_at = instant_of(wire.reached_at_us());
}

void encode(const MessageLeft& fact, fields::MessageLeft& wire)
{
    wire.set_message(fact.message.text);
    wire.set_mailbox_id(fact.mailbox.text);
    wire.set_location_id(fact.location.text);
    wire.set_person_id(fact.person.text);
    wire.set_group_id(fact.group.text);
    wire.set_call_id(fact.call.text);
    wire.set_queue_id(fact.queue.text);
    encode_party(fact.caller, *wire.mutable_caller());
    wire.set_received_at_us(micros_of(fact.received_at));
    wire.set_left_at_us(micros_of(fact.left_at));
    wire.set_due_date(describe(fact.due_date));
    wire.set_deadline_us(micros_of(fact.deadline));
    wire.set_late_arrival(fact.late_arrival);
    wire.set_origin(to_wire(fact.origin));
}

void decode(const fields::MessageLeft& wire, MessageLeft& fact)
{
    fact.message.text = wire.message();
    fact.mailbox.text = wire.mailbox_id();
    fact.location.text = wire.location_id();
    fact.person.text = wire.person_id();
    fact.group.text = wire.group_id();
    fact.call.text = wire.call_id();
    fact.queue.text = wire.queue_id();
    fact.caller = decode_party(wire.caller());
    fact.received_at = instant_of(wire.received_at_us());
    fact.left_at = instant_of(wire.left_at_us());
    fact.due_date = date_of(wire.due_date());
    fact.deadline = instant_of(wire.deadline_us());
    fact.late_arrival = wire.late_arrival();
    fact.origin = from_wire(wire.origin());
}

void encode(const MessageBound& fact, fields::MessageBound& wire)
{
    wire.set_message(fact.message.text);
    wire.set_msg_id(fact.msg_id.text);
    wire.set_folder(fact.folder);
    wire.set_duration_ms(fact.duration.count());
    wire.set_bound_at_us(micros_of(fact.bound_at));
}

void decode(const fields::MessageBound& wire, MessageBound& fact)
{
    fact.message.text = wire.message();
    fact.msg_id.text = wire.msg_id();
    fact.folder = wire.folder();
    fact.duration = Millis{wire.duration_ms()};
    fact.bound_at = instant_of(wire.bound_at_us());
}

void encode(const MessageHeard& fact, fields::MessageHeard& wire)
{
    wire.set_message(fact.message.text);
    wire.set_heard_at_us(micros_of(fact.heard_at));
    wire.set_device_id(fact.device.text);
    wire.set_person_id(fact.person.text);
}

void decode(const fields::MessageHeard& wire, MessageHeard& fact)
{
    fact.message.text = wire.message();
    fact.heard_at = instant_of(wire.heard_at_us());
    fact.device.text = wire.device_id();
    fact.person.text = wire.person_id();
}

void encode(const MessageMoved& fact, fields::MessageMoved& wire)
{
    wire.set_message(fact.message.text);
    wire.set_folder(fact.folder);
    wire.set_moved_at_us(micros_of(fact.moved_at));
    wire.set_device_id(fact.device.text);
    wire.set_person_id(fact.person.text);
}

void decode(const fields::MessageMoved& wire, MessageMoved& fact)
{
    fact.message.text = wire.message();
    fact.folder = wire.folder();
    fact.moved_at = instant_of(wire.moved_at_us());
    fact.device.text = wire.device_id();
    fact.person.text = wire.person_id();
}

void encode(const MessageGone& fact, fields::MessageGone& wire)
{
    wire.set_message(fact.message.text);
    wire.set_gone_at_us(micros_of(fact.gone_at));
    wire.set_device_id(fact.device.text);
    wire.set_person_id(fact.person.text);
}

void decode(const fields::MessageGone& wire, MessageGone& fact)
{
    fact.message.text = wire.message();
    fact.gone_at = instant_of(wire.gone_at_us());
    fact.device.text = wire.device_id();
    fact.person.text = wire.person_id();
}

void encode(const MessageNoDuty& fact, fields::MessageNoDuty& wire)
{
    wire.set_message(fact.message.text);
    wire.set_reason(fact.reason);
    wire.set_duration_ms(fact.duration.count());
}

void decode(const fields::MessageNoDuty& wire, MessageNoDuty& fact)
{
    fact.message.text = wire.message();
    fact.reason = wire.reason();
    fact.duration = Millis{wire.duration_ms()};
}

void encode(const MessageAttempted& fact, fields::MessageAttempted& wire)
{
    wire.set_message(fact.message.text);
    wire.set_call_id(fact.call.text);
    wire.set_device_id(fact.device.text);
    wire.set_person_id(fact.person.text);
    wire.set_attempted_at_us(micros_of(fact.attempted_at));
    wire.set_by_delegate(fact.by_delegate);
    if (!fact.asserted.by.empty()) encode(fact.asserted, *wire.mutable_asserted());
}

void decode(const fields::MessageAttempted& wire, MessageAttempted& fact)
{
    fact.message.text = wire.message();
    fact.call.text = wire.call_id();
    fact.device.text = wire.device_id();
    fact.person.text = wire.person_id();
    fact.attempted_at = instant_of(wire.attempted_at_us());
    fact.by_delegate = wire.by_delegate();
    if (wire.has_asserted()) decode(wire.asserted(), fact.asserted);
}

void encode(const MessageReturned& fact, fields::MessageReturned& wire)
{
    wire.set_message(fact.message.text);
    wire.set_call_id(fact.call.text);
    wire.set_device_id(fact.device.text);
    wire.set_person_id(fact.person.text);
    wire.set_returned_at_us(micros_of(fact.returned_at));
    wire.set_by_delegate(fact.by_delegate);
    if (!fact.asserted.by.empty()) encode(fact.asserted, *wire.mutable_asserted());
}

void decode(const fields::MessageReturned& wire, MessageReturned& fact)
{
    fact.message.text = wire.message();
    fact.call.text = wire.call_id();
    fact.device.text = wire.device_id();
    fact.person.text = wire.person_id();
    fact.returned_at = instant_of(wire.returned_at_us());
    fact.by_delegate = wire.by_delegate();
    if (wire.has_asserted()) decode(wire.asserted(), fact.asserted);
}

void encode(const MessageOverdue& fact, fields::MessageOverdue& wire)
{
    wire.set_message(fact.message.text);
    wire.set_deadline_us(micros_of(fact.deadline));
}

void decode(const fields::MessageOverdue& wire, MessageOverdue& fact)
{
    fact.message.text = wire.message();
    fact.deadline = instant_of(wire.deadline_us());
}

void encode(const DeadlineMet& fact, fields::DeadlineMet& wire)
{
    wire.set_message(fact.message.text);
    wire.set_deadline_us(micros_of(fact.deadline));
    wire.set_how(fact.how);
}

void decode(const fields::DeadlineMet& wire, DeadlineMet& fact)
{
    fact.message.text = wire.message();
    fact.deadline = instant_of(wire.deadline_us());
    fact.how = wire.how();
}

void encode(const UnwatchedMessage& fact, fields::UnwatchedMessage& wire)
{
    wire.set_source_id(fact.source.text);
    wire.set_mailbox_id(fact.mailbox.text);
    wire.set_left_at_us(micros_of(fact.left_at));
}

void decode(const fields::UnwatchedMessage& wire, UnwatchedMessage& fact)
{
    fact.source.text = wire.source_id();
    fact.mailbox.text = wire.mailbox_id();
    fact.left_at = instant_of(wire.left_at_us());
}

void encode(const OutboundAnswered& fact, fields::OutboundAnswered& wire)
{
    wire.set_call_id(fact.call.text);
    wire.set_device_id(fact.device.text);
    wire.set_person_id(fact.person.text);
    wire.set_location_id(fact.location.text);
    encode_party(fact.dialled, *wire.mutable_dialled());
    wire.set_started_at_us(micros_of(fact.started_at));
    wire.set_established_at_us(micros_of(fact.established_at));
}

void decode(const fields::OutboundAnswered& wire, OutboundAnswered& fact)
{
    fact.call.text = wire.call_id();
    fact.device.text = wire.device_id();
    fact.person.text = wire.person_id();
    fact.location.text = wire.location_id();
    fact.dialled = decode_party(wire.dialled());
    fact.started_at = instant_of(wire.started_at_us());
    fact.established_at = instant_of(wire.established_at_us());
}

void encode(const OutboundEnded& fact, fields::OutboundEnded& wire)
{
    wire.set_call_id(fact.call.text);
    wire.set_talk_ms(fact.talk.count());
    wire.set_ended_at_us(micros_of(fact.ended_at));
}

void decode(const fields::OutboundEnded& wire, OutboundEnded& fact)
{
    fact.call.text = wire.call_id();
    fact.talk = Millis{wire.talk_ms()};
    fact.ended_at = instant_of(wire.ended_at_us());
}

void encode(const OutboundQualified& fact, fields::OutboundQualified& wire)
{
    wire.set_call_id(fact.call.text);
}

void decode(const fields::OutboundQualified& wire, OutboundQualified& fact)
{
    fact.call.text = wire.call_id();
}

void encode(const OutboundUnanswered& fact, fields::OutboundUnanswered& wire)
{
    wire.set_call_id(fact.call.text);
    wire.set_device_id(fact.device.text);
    wire.set_person_id(fact.person.text);
    wire.set_location_id(fact.location.text);
    encode_party(fact.dialled, *wire.mutable_dialled());
    wire.set_started_at_us(micros_of(fact.started_at));
    wire.set_ring_ms(fact.ring.count());
    wire.set_result(to_wire(fact.result));
    wire.set_attempt(fact.attempt);
    wire.set_ended_at_us(micros_of(fact.ended_at));
}

void decode(const fields::OutboundUnanswered& wire, OutboundUnanswered& fact)
{
    fact.call.text = wire.call_id();
    fact.device.text = wire.device_id();
    fact.person.text = wire.person_id();
    fact.location.text = wire.location_id();
    fact.dialled = decode_party(wire.dialled());
    fact.started_at = instant_of(wire.started_at_us());
    fact.ring = Millis{wire.ring_ms()};
    fact.result = from_wire(wire.result());
    fact.attempt = wire.attempt();
    fact.ended_at = instant_of(wire.ended_at_us());
}

void encode(const MailboxCounted& fact, fields::MailboxCounted& wire)
{
    wire.set_mailbox_id(fact.mailbox.text);
    wire.set_new_messages(fact.new_messages);
    wire.set_old_messages(fact.old_messages);
    wire.set_counted_at_us(micros_of(fact.counted_at));
}

void decode(const fields::MailboxCounted& wire, MailboxCounted& fact)
{
    fact.mailbox.text = wire.mailbox_id();
    fact.new_messages = wire.new_messages();
    fact.old_messages = wire.old_messages();
    fact.counted_at = instant_of(wire.counted_at_us());
}

void encode(const MailboxListed& fact, fields::MailboxListed& wire)
{
    wire.set_mailbox_id(fact.mailbox.text);
    wire.set_as_of_us(micros_of(fact.as_of));
    wire.set_messages(fact.messages);
    wire.set_agrees(fact.agrees);
}

void decode(const fields::MailboxListed& wire, MailboxListed& fact)
{
    fact.mailbox.text = wire.mailbox_id();
    fact.as_of = instant_of(wire.as_of_us());
    fact.messages = wire.messages();
    fact.agrees = wire.agrees();
}

}  // namespace callwatch
