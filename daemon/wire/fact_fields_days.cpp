#include "daemon/calendar/business_calendar.hpp"
#include "daemon/wire/fact_codec.hpp"
#include "daemon/wire/fact_fields.hpp"

// One pair of functions a fact, in the order of daemon/model/fact.hpp: dull on purpose.

namespace callwatch {

void encode(const DayReason& fact, fields::DayReason& wire)
{
    wire.set_code(fact.code);
    wire.set_subject(fact.subject);
    wire.set_since_us(micros_of(fact.since));
}

void decode(const fields::DayReason& wire, DayReason& fact)
{
    fact.code = wire.code();
    fact.subject = wire.subject();
    fact.since = instant_of(wire.since_us());
}

void encode(const DayMessage& fact, fields::DayMessage& wire)
{
    wire.set_message(fact.message.text);
    wire.set_state(fact.state);
    wire.set_violation(fact.violation);
}

void decode(const fields::DayMessage& wire, DayMessage& fact)
{
    fact.message.text = wire.message();
    fact.state = wire.state();
    fact.violation = wire.violation();
}

void encode(const DayChecked& fact, fields::DayChecked& wire)
{
    wire.set_location_id(fact.location.text);
    wire.set_date(describe(fact.date));
    wire.set_revision(fact.revision);
    wire.set_verdict(to_wire(fact.verdict));
    wire.set_provisional(fact.provisional);
    wire.set_late(fact.late);
    wire.set_check_at_us(micros_of(fact.check_at));
    wire.set_due(fact.due);
    wire.set_returned(fact.returned);
    wire.set_attempted(fact.attempted);
    wire.set_still_new(fact.still_new);
    wire.set_mailboxes(fact.mailboxes);
    wire.set_mailboxes_agree(fact.mailboxes_agree);
    wire.set_sources(fact.sources);
    wire.set_sources_fresh(fact.sources_fresh);
    for (const auto& each : fact.reasons) encode(each, *wire.add_reasons());
    for (const auto& each : fact.open) encode(each, *wire.add_open());
    wire.set_resolved(fact.resolved);
    for (const auto& message : fact.deferred) wire.add_deferred(message.text);
    wire.set_policy_version(fact.policy_version);
    wire.set_calendar_version(fact.calendar_version);
    wire.set_tzdata_version(fact.tzdata_version);
}

void decode(const fields::DayChecked& wire, DayChecked& fact)
{
    fact.location.text = wire.location_id();
    fact.date = date_of(wire.date());
    fact.revision = wire.revision();
    fact.verdict = from_wire(wire.verdict());
    fact.provisional = wire.provisional();
    fact.late = wire.late();
    fact.check_at = instant_of(wire.check_at_us());
    fact.due = wire.due();
    fact.returned = wire.returned();
    fact.attempted = wire.attempted();
    fact.still_new = wire.still_new();
    fact.mailboxes = wire.mailboxes();
    fact.mailboxes_agree = wire.mailboxes_agree();
    fact.sources = wire.sources();
    fact.sources_fresh = wire.sources_fresh();
    for (const auto& each : wire.reasons()) decode(each, fact.reasons.emplace_back());
    for (const auto& each : wire.open()) decode(each, fact.open.emplace_back());
    fact.resolved = wire.resolved();
    for (const auto& message : wire.deferred()) fact.deferred.push_back({message});
    fact.policy_version = wire.policy_version();
    fact.calendar_version = wire.calendar_version();
    fact.tzdata_version = wire.tzdata_version();
}

void encode(const NumbersErased& fact, fields::NumbersErased& wire)
{
    for (const auto& number : fact.numbers) wire.add_number_tokens(number.text);
    wire.set_reason(fact.reason);
    wire.set_used_before_us(micros_of(fact.used_before));
}

void decode(const fields::NumbersErased& wire, NumbersErased& fact)
{
    for (const auto& token : wire.number_tokens()) fact.numbers.push_back({token});
    fact.reason = wire.reason();
    fact.used_before = instant_of(wire.used_before_us());
}

std::string encode_day_record(const DayChecked& day)
{
    fields::DayChecked wire;
    encode(day, wire);
    return wire.SerializeAsString();
}

}  // namespace callwatch
