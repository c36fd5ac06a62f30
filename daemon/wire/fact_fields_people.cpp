#include "daemon/calendar/business_calendar.hpp"
#include "daemon/wire/fact_fields.hpp"

// One pair of functions a fact, in the order of daemon/model/fact_people.hpp and
// fact_days.hpp: dull on purpose.

namespace callwatch {
namespace {

/// Stored by its word: a journal is read for years.
ResolveReason reason_of(const std::string& text)
{
    using enum ResolveReason;
    for (const auto reason : {spam, wrong_number, no_reply_needed, personal, caller_reached})
        if (text == word(reason)) return reason;
    return unspecified;
}

}  // namespace

void encode(const Assertion& fact, fields::Assertion& wire)
{
    wire.set_by(fact.by.text);
    wire.set_stated_at_us(micros_of(fact.stated_at));
    wire.set_remark_token(fact.remark.text);
}

void decode(const fields::Assertion& wire, Assertion& fact)
{
    fact.by.text = wire.by();
    fact.stated_at = instant_of(wire.stated_at_us());
    fact.remark.text = wire.remark_token();
}

void encode(const KeyAdmitted& fact, fields::KeyAdmitted& wire)
{
    wire.set_key(fact.key.text);
    wire.set_sign_key(fact.sign_key);
    wire.set_role(word(fact.role));
    wire.set_person_id(fact.person.text);
    wire.set_source_id(fact.source.text);
    wire.set_by(fact.by.text);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::KeyAdmitted& wire, KeyAdmitted& fact)
{
    fact.key.text = wire.key();
    fact.sign_key = wire.sign_key();
    fact.role = parse_role(wire.role()).value_or(Role::none);
    fact.person.text = wire.person_id();
    fact.source.text = wire.source_id();
    fact.by.text = wire.by();
    fact.at = instant_of(wire.at_us());
}

void encode(const KeyRevoked& fact, fields::KeyRevoked& wire)
{
    wire.set_key(fact.key.text);
    wire.set_by(fact.by.text);
    wire.set_remark_token(fact.remark.text);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::KeyRevoked& wire, KeyRevoked& fact)
{
    fact.key.text = wire.key();
    fact.by.text = wire.by();
    fact.remark.text = wire.remark_token();
    fact.at = instant_of(wire.at_us());
}

void encode(const CommandTaken& fact, fields::CommandTaken& wire)
{
    wire.set_command_id(fact.command);
    wire.set_key(fact.key.text);
    wire.set_person_id(fact.person.text);
    wire.set_role(word(fact.role));
    wire.set_kind(fact.kind);
    wire.set_subject(fact.subject);
}

void decode(const fields::CommandTaken& wire, CommandTaken& fact)
{
    fact.command = wire.command_id();
    fact.key.text = wire.key();
    fact.person.text = wire.person_id();
    fact.role = parse_role(wire.role()).value_or(Role::none);
    fact.kind = wire.kind();
    fact.subject = wire.subject();
}

void encode(const MessageClaimed& fact, fields::MessageClaimed& wire)
{
    wire.set_message(fact.message.text);
    wire.set_by(fact.by.text);
    wire.set_at_us(micros_of(fact.at));
    wire.set_until_us(micros_of(fact.until));
}

void decode(const fields::MessageClaimed& wire, MessageClaimed& fact)
{
    fact.message.text = wire.message();
    fact.by.text = wire.by();
    fact.at = instant_of(wire.at_us());
    fact.until = instant_of(wire.until_us());
}

void encode(const MessageReleased& fact, fields::MessageReleased& wire)
{
    wire.set_message(fact.message.text);
    wire.set_by(fact.by.text);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::MessageReleased& wire, MessageReleased& fact)
{
    fact.message.text = wire.message();
    fact.by.text = wire.by();
    fact.at = instant_of(wire.at_us());
}

void encode(const MessageResolved& fact, fields::MessageResolved& wire)
{
    wire.set_message(fact.message.text);
    wire.set_reason(word(fact.reason));
    wire.set_by(fact.by.text);
    wire.set_remark_token(fact.remark.text);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::MessageResolved& wire, MessageResolved& fact)
{
    fact.message.text = wire.message();
    fact.reason = reason_of(wire.reason());
    fact.by.text = wire.by();
    fact.remark.text = wire.remark_token();
    fact.at = instant_of(wire.at_us());
}

void encode(const MessageDeferred& fact, fields::MessageDeferred& wire)
{
    wire.set_message(fact.message.text);
    wire.set_from_date(describe(fact.from_date));
    wire.set_from_deadline_us(micros_of(fact.from_deadline));
    wire.set_due_date(describe(fact.due_date));
    wire.set_deadline_us(micros_of(fact.deadline));
    wire.set_by(fact.by.text);
    wire.set_remark_token(fact.remark.text);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::MessageDeferred& wire, MessageDeferred& fact)
{
    fact.message.text = wire.message();
    fact.from_date = date_of(wire.from_date());
    fact.from_deadline = instant_of(wire.from_deadline_us());
    fact.due_date = date_of(wire.due_date());
    fact.deadline = instant_of(wire.deadline_us());
    fact.by.text = wire.by();
    fact.remark.text = wire.remark_token();
    fact.at = instant_of(wire.at_us());
}

void encode(const MessageCarried& fact, fields::MessageCarried& wire)
{
    wire.set_message(fact.message.text);
    wire.set_by(fact.by.text);
    wire.set_remark_token(fact.remark.text);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::MessageCarried& wire, MessageCarried& fact)
{
    fact.message.text = wire.message();
    fact.by.text = wire.by();
    fact.remark.text = wire.remark_token();
    fact.at = instant_of(wire.at_us());
}

void encode(const MessageReopened& fact, fields::MessageReopened& wire)
{
    wire.set_message(fact.message.text);
    wire.set_by(fact.by.text);
    wire.set_remark_token(fact.remark.text);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::MessageReopened& wire, MessageReopened& fact)
{
    fact.message.text = wire.message();
    fact.by.text = wire.by();
    fact.remark.text = wire.remark_token();
    fact.at = instant_of(wire.at_us());
}

void encode(const DaySigned& fact, fields::DaySigned& wire)
{
    wire.set_location_id(fact.location.text);
    wire.set_date(describe(fact.date));
    wire.set_revision(fact.revision);
    for (const auto& one : fact.exceptions) {
        auto& exception = *wire.add_exceptions();
        exception.set_message(one.message.text);
        exception.set_remark_token(one.remark.text);
    }
    wire.set_by(fact.by.text);
    wire.set_on_behalf(fact.on_behalf);
    wire.set_remark_token(fact.remark.text);
    wire.set_at_us(micros_of(fact.at));
    wire.set_late(fact.late);
    wire.set_statement(fact.statement);
    wire.set_signature(fact.signature);
    wire.set_sign_key(fact.sign_key);
}

void decode(const fields::DaySigned& wire, DaySigned& fact)
{
    fact.location.text = wire.location_id();
    fact.date = date_of(wire.date());
    fact.revision = wire.revision();
    for (const auto& one : wire.exceptions())
        fact.exceptions.push_back({{one.message()}, {one.remark_token()}});
    fact.by.text = wire.by();
    fact.on_behalf = wire.on_behalf();
    fact.remark.text = wire.remark_token();
    fact.at = instant_of(wire.at_us());
    fact.late = wire.late();
    fact.statement = wire.statement();
    fact.signature = wire.signature();
    fact.sign_key = wire.sign_key();
}

void encode(const CheckMissed& fact, fields::CheckMissed& wire)
{
    wire.set_location_id(fact.location.text);
    wire.set_date(describe(fact.date));
    wire.set_deadline_us(micros_of(fact.deadline));
}

void decode(const fields::CheckMissed& wire, CheckMissed& fact)
{
    fact.location.text = wire.location_id();
    fact.date = date_of(wire.date());
    fact.deadline = instant_of(wire.deadline_us());
}

void encode(const DayAmended& fact, fields::DayAmended& wire)
{
    wire.set_location_id(fact.location.text);
    wire.set_date(describe(fact.date));
    wire.set_number(fact.number);
    wire.set_code(fact.code);
    wire.set_message(fact.message.text);
    wire.set_at_us(micros_of(fact.at));
}

void decode(const fields::DayAmended& wire, DayAmended& fact)
{
    fact.location.text = wire.location_id();
    fact.date = date_of(wire.date());
    fact.number = wire.number();
    fact.code = wire.code();
    fact.message.text = wire.message();
    fact.at = instant_of(wire.at_us());
}

}  // namespace callwatch
