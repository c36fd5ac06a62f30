#include "daemon/calendar/business_calendar.hpp"
#include "daemon/wire/fact_fields.hpp"

// One pair of functions a fact, in the order of daemon/model/fact.hpp: dull on purpose. The
// enumerators of the stored form have the values of the model's.

namespace callwatch {

void encode(const QueueListed& fact, fields::QueueListed& wire)
{
    wire.set_queue_id(fact.queue.text);
    wire.set_as_of_us(micros_of(fact.as_of));
}

void decode(const fields::QueueListed& wire, QueueListed& fact)
{
    fact.queue.text = wire.queue_id();
    fact.as_of = instant_of(wire.as_of_us());
}

void encode(const CoverageChanged& fact, fields::CoverageChanged& wire)
{
    wire.set_location_id(fact.location.text);
    wire.set_date(describe(fact.date));
    wire.set_at_us(micros_of(fact.at));
    wire.set_state(static_cast<fields::CoverageChanged::State>(fact.state));
    wire.set_cause(static_cast<fields::CoverageChanged::Cause>(fact.cause));
}

void decode(const fields::CoverageChanged& wire, CoverageChanged& fact)
{
    fact.location.text = wire.location_id();
    fact.date = date_of(wire.date());
    fact.at = instant_of(wire.at_us());
    fact.state = static_cast<Coverage>(wire.state());
    fact.cause = static_cast<CoverageCause>(wire.cause());
}

void encode(const CoverageJudged& fact, fields::CoverageJudged& wire)
{
    wire.set_location_id(fact.location.text);
    wire.set_until_us(micros_of(fact.until));
}

void decode(const fields::CoverageJudged& wire, CoverageJudged& fact)
{
    fact.location.text = wire.location_id();
    fact.until = instant_of(wire.until_us());
}

void encode(const NoOperatorAlarm& fact, fields::NoOperatorAlarm& wire)
{
    wire.set_location_id(fact.location.text);
    wire.set_date(describe(fact.date));
    wire.set_since_us(micros_of(fact.since));
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::NoOperatorAlarm& wire, NoOperatorAlarm& fact)
{
    fact.location.text = wire.location_id();
    fact.date = date_of(wire.date());
    fact.since = instant_of(wire.since_us());
    fact.at = instant_of(wire.at_us());
}

void encode(const CallEntered& fact, fields::CallEntered& wire)
{
    wire.set_call_id(fact.call.text);
    wire.set_location_id(fact.location.text);
    wire.set_number(fact.number);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::CallEntered& wire, CallEntered& fact)
{
    fact.call.text = wire.call_id();
    fact.location.text = wire.location_id();
    fact.number = wire.number();
    fact.at = instant_of(wire.at_us());
}

void encode(const CallStep& step, fields::CallStep& wire)
{
    wire.set_kind(static_cast<fields::CallStep::Kind>(step.kind));
    wire.set_id(step.id);
    wire.set_at_us(micros_of(step.at));
}

void decode(const fields::CallStep& wire, CallStep& step)
{
    step.kind = static_cast<CallStep::Kind>(wire.kind());
    step.id = wire.id();
    step.at = instant_of(wire.at_us());
}

void encode(const CallStepped& fact, fields::CallStepped& wire)
{
    wire.set_call_id(fact.call.text);
    encode(fact.step, *wire.mutable_step());
}

void decode(const fields::CallStepped& wire, CallStepped& fact)
{
    fact.call.text = wire.call_id();
    decode(wire.step(), fact.step);
}

void encode(const CallEnded& fact, fields::CallEnded& wire)
{
    wire.set_call_id(fact.call.text);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::CallEnded& wire, CallEnded& fact)
{
    fact.call.text = wire.call_id();
    fact.at = instant_of(wire.at_us());
}

void encode(const MainToVoicemail& fact, fields::MainToVoicemail& wire)
{
    wire.set_location_id(fact.location.text);
    wire.set_date(describe(fact.date));
    wire.set_call_id(fact.call.text);
    wire.set_mailbox_id(fact.mailbox.text);
    wire.set_at_us(micros_of(fact.at));
    wire.set_outcome(static_cast<fields::MainToVoicemail::Outcome>(fact.outcome));
    wire.set_chose_operator(fact.chose_operator);
    wire.set_number(fact.number);
    wire.set_operator_id(fact.operator_device.text);
    for (const auto& each : fact.path) encode(each, *wire.add_path());
}

void decode(const fields::MainToVoicemail& wire, MainToVoicemail& fact)
{
    fact.location.text = wire.location_id();
    fact.date = date_of(wire.date());
    fact.call.text = wire.call_id();
    fact.mailbox.text = wire.mailbox_id();
    fact.at = instant_of(wire.at_us());
    fact.outcome = static_cast<MainOutcome>(wire.outcome());
    fact.chose_operator = wire.chose_operator();
    fact.number = wire.number();
    fact.operator_device.text = wire.operator_id();
    for (const auto& each : wire.path()) decode(each, fact.path.emplace_back());
}

void encode(const MainLineUnseen& fact, fields::MainLineUnseen& wire)
{
    wire.set_location_id(fact.location.text);
    wire.set_date(describe(fact.date));
    wire.set_call_id(fact.call.text);
    wire.set_mailbox_id(fact.mailbox.text);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::MainLineUnseen& wire, MainLineUnseen& fact)
{
    fact.location.text = wire.location_id();
    fact.date = date_of(wire.date());
    fact.call.text = wire.call_id();
    fact.mailbox.text = wire.mailbox_id();
    fact.at = instant_of(wire.at_us());
}

}  // namespace callwatch
