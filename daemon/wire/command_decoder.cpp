#include "daemon/wire/command_decoder.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "daemon/calendar/business_calendar.hpp"

namespace callwatch {
namespace {

/// What is wrong with a command, found on the way; the first fault stands.
class Faults {
public:
    void add(std::string what)
    {
        if (first_.empty()) first_ = std::move(what);
    }
    bool any() const { return !first_.empty(); }
    const std::string& first() const { return first_; }

private:
    std::string first_;
};

struct Reading {
    Faults& faults;
    const RemarkFor& remark_for;

    std::string id(const std::string& text, const char* field) const
    {
        if (text.empty()) faults.add(fmt::format("{} is missing", field));
        if (text.size() > id_bytes_max)
            faults.add(fmt::format("{} is longer than {} bytes", field, id_bytes_max));
        return text;
    }
    std::string optional_id(const std::string& text, const char* field) const
    {
        return text.empty() ? text : id(text, field);
    }
    Instant required_at(std::int64_t us, const char* field) const
    {
        if (us == 0) faults.add(fmt::format("{} is missing", field));
        return at(us);
    }
    RemarkToken remark(const std::string& text, const char* field, bool required) const
    {
        const bool is_blank = text.find_first_not_of(" \t\r\n") == std::string::npos;
        if (is_blank && required) faults.add(fmt::format("{} is missing", field));
        if (text.size() > remark_bytes_max)
            faults.add(fmt::format("{} is longer than {} bytes", field, remark_bytes_max));
        return faults.any() || is_blank ? RemarkToken{} : remark_for(text);
    }
    LocalDate date(const std::string& text, const char* field) const
    {
        const auto date = parse_local_date(text);
        if (!date) faults.add(fmt::format("{} is no date as 2026-11-20", field));
        return date.value_or(LocalDate{});
    }
    Millis time_of_day(std::int64_t ms, const char* field) const
    {
        constexpr Millis day = std::chrono::hours{24};
        if (ms < 0 || ms > day.count()) faults.add(fmt::format("{} is no time of a day", field));
        return Millis{ms};
    }
    Instant at(std::int64_t us) const
    {
        constexpr std::int64_t year_2100_us = 4'102'444'800'000'000;
        if (us < 0 || us >= year_2100_us) faults.add("a time is none of these years");
        return Instant{Micros{us}};
    }
};

ResolveReason reason_of(v1::MessageResolve::Reason wire)
{
    switch (wire) {
        case v1::MessageResolve::SPAM: return ResolveReason::spam;
        case v1::MessageResolve::WRONG_NUMBER: return ResolveReason::wrong_number;
        case v1::MessageResolve::NO_REPLY_NEEDED: return ResolveReason::no_reply_needed;
        case v1::MessageResolve::PERSONAL: return ResolveReason::personal;
        case v1::MessageResolve::CALLER_REACHED: return ResolveReason::caller_reached;
        default: return ResolveReason::unspecified;
    }
}

CommandBody read(const v1::MessageReturn& said, const Reading& in)
{
    return ReturnMessage{{in.id(said.message(), "message")},
                         in.at(said.at_us()),
                         in.remark(said.reason(), "reason", true)};
}
CommandBody read(const v1::MessageAttempt& said, const Reading& in)
{
    return AttemptMessage{{in.id(said.message(), "message")},
                          in.at(said.at_us()),
                          in.remark(said.note(), "note", false)};
}
CommandBody read(const v1::MessageResolve& said, const Reading& in)
{
    const auto reason = reason_of(said.reason());
    if (reason == ResolveReason::unspecified) in.faults.add("reason is missing");
    return ResolveMessage{
        {in.id(said.message(), "message")}, reason, in.remark(said.note(), "note", false)};
}
CommandBody read(const v1::MessageDefer& said, const Reading& in)
{
    return DeferMessage{{in.id(said.message(), "message")},
                        in.date(said.to_workday(), "to_workday"),
                        in.remark(said.reason(), "reason", true)};
}
CommandBody read(const v1::MessageCarry& said, const Reading& in)
{
    return CarryMessage{{in.id(said.message(), "message")},
                        in.remark(said.reason(), "reason", true)};
}
CommandBody read(const v1::MessageClaim& said, const Reading& in)
{
    return ClaimMessage{{in.id(said.message(), "message")}, said.release()};
}
CommandBody read(const v1::MessageCallTime& said, const Reading& in)
{
    return NoteCallTime{{in.id(said.message(), "message")},
                        in.required_at(said.call_at_us(), "call_at_us"),
                        in.remark(said.note(), "note", false)};
}
CommandBody read(const v1::MessageReopen& said, const Reading& in)
{
    return ReopenMessage{{in.id(said.message(), "message")},
                         in.remark(said.reason(), "reason", true)};
}

CommandBody read(const v1::DaySign& said, const Reading& in)
{
    SignDay sign{.location = {in.id(said.location_id(), "location_id")},
                 .date = in.date(said.business_date(), "business_date"),
                 .revision = said.revision(),
                 .exceptions = {},
                 .remark = in.remark(said.note(), "note", false),
                 .on_behalf = said.on_behalf(),
                 .statement = {},
                 .signature = said.signature(),
                 .sign_key = {}};
    if (said.exceptions_size() > exceptions_max)
        in.faults.add(fmt::format("more than {} exceptions", exceptions_max));
    else
        for (const auto& one : said.exceptions())
            sign.exceptions.push_back({{in.id(one.message(), "message")},
                                       in.remark(one.reason(), "reason of an exception", true)});
    return sign;
}

CommandBody read(const v1::StaffLeave& said, const Reading& in)
{
    return LeaveLocation{{in.id(said.person(), "person")},
                         {in.id(said.location_id(), "location_id")},
                         in.required_at(said.effective_at_us(), "effective_at_us")};
}
CommandBody read(const v1::DepartureCover& said, const Reading& in)
{
    return AssignCover{{in.id(said.mailbox_id(), "mailbox_id")}, {in.id(said.person(), "person")}};
}
CommandBody read(const v1::DepartureRequest& said, const Reading& in)
{
    return RequestDisconnection{{in.id(said.mailbox_id(), "mailbox_id")},
                                in.remark(said.note(), "note", false)};
}
CommandBody read(const v1::DepartureConfirm& said, const Reading& in)
{
    return ConfirmDisconnection{.mailbox = {in.id(said.mailbox_id(), "mailbox_id")},
                                .remark = in.remark(said.note(), "note", false),
                                .statement = {},
                                .signature = said.signature(),
                                .sign_key = {}};
}
CommandBody read(const v1::DepartureHandover& said, const Reading& in)
{
    return HandOverMailbox{.mailbox = {in.id(said.mailbox_id(), "mailbox_id")},
                           .successor = {in.id(said.successor(), "successor")},
                           .statement = {},
                           .signature = said.signature(),
                           .sign_key = {}};
}
CommandBody read(const v1::AbsenceAdd& said, const Reading& in)
{
    return RecordAbsence{{in.id(said.person(), "person")},
                         in.required_at(said.from_us(), "from_us"),
                         in.at(said.to_us()),
                         {in.optional_id(said.cover(), "cover")}};
}
CommandBody read(const v1::AbsenceEnd& said, const Reading& in)
{
    return EndAbsence{{in.id(said.person(), "person")}};
}
/// What has no command of its own.
CommandBody read(const v1::Attest& said, const Reading& in)
{
    if (said.kind() != "access") in.faults.add("kind is none of: access");
    return VerifyAccess{{in.id(said.subject(), "subject")}, in.remark(said.note(), "note", false)};
}

CommandBody read(const v1::GreetingAttest& said, const Reading& in)
{
    AttestGreeting greeting{.mailbox = {in.id(said.mailbox_id(), "mailbox_id")},
                            .state = v1::GreetingAttest::State_IsValid(said.state())
                                       ? static_cast<GreetingState>(said.state())
                                       : GreetingState::unspecified,
                            .window_from = in.time_of_day(said.window_from_ms(), "window_from_ms"),
                            .window_to = in.time_of_day(said.window_to_ms(), "window_to_ms"),
                            .returns_at = in.at(said.returns_at_us()),
                            .help_key = in.optional_id(said.help_key(), "help_key")};
    if (greeting.state == GreetingState::unspecified) in.faults.add("state is missing");
    return greeting;
}
CommandBody read(const v1::ScriptAttest& said, const Reading& in)
{
    return AttestScript{{in.id(said.location_id(), "location_id")},
                        in.id(said.version(), "version")};
}
CommandBody read(const v1::TrainingRecord& said, const Reading& in)
{
    return RecordTraining{{in.id(said.person(), "person")},
                          in.date(said.on(), "on"),
                          in.remark(said.note(), "note", false)};
}
CommandBody read(const v1::StaffMove& said, const Reading& in)
{
    return MovePerson{{in.id(said.person(), "person")},
                      {in.id(said.from_location_id(), "from_location_id")},
                      {in.id(said.to_location_id(), "to_location_id")},
                      in.required_at(said.effective_at_us(), "effective_at_us")};
}
CommandBody read(const v1::Unmask& said, const Reading& in)
{
    return ShowNumber{{in.id(said.message(), "message")}, in.remark(said.reason(), "reason", true)};
}
CommandBody read(const v1::ConfigApply& said, const Reading& in)
{
    return ApplyConfig{
        .organisation_version = in.id(said.organisation_version(), "organisation_version"),
        .policy_version = in.id(said.policy_version(), "policy_version"),
        .remark = in.remark(said.note(), "note", true),
        .changes = {}};
}

/// A public key as facts name it; empty if the field is and may be.
std::string key_of(const std::string& bytes, const char* field, bool required, const Reading& in)
{
    constexpr std::size_t key_bytes = 32;
    if (bytes.size() != key_bytes && (required || !bytes.empty()))
        in.faults.add(fmt::format("{} is not {} bytes", field, key_bytes));
    std::string digits;
    for (const char byte : bytes.substr(0, key_bytes))
        digits += fmt::format("{:02x}", static_cast<unsigned>(static_cast<unsigned char>(byte)));
    return digits;
}

CommandBody read(const v1::AlarmAct& said, const Reading& in)
{
    ActOnAlarm what{in.id(said.alarm(), "alarm"), AlarmAct::unspecified, in.at(said.until_us())};
    for (const auto act : {AlarmAct::acknowledge, AlarmAct::shelve, AlarmAct::unshelve})
        if (said.act() == word(act)) what.act = act;
    if (what.act == AlarmAct::unspecified)
        in.faults.add("act is none of: acknowledge, shelve, unshelve");
    return what;
}

CommandBody read(const v1::KeyNew& said, const Reading& in)
{
    const auto role = parse_role(said.role());
    if (!role) in.faults.add("role is none that there is");
    const bool is_of_person = role && is_of_people(*role);
    if (!is_of_person && !said.person().empty())
        in.faults.add("person: a key of this role is nobody's");
    if (role != Role::source && !said.source_id().empty())
        in.faults.add("source_id: a key of this role is no source's");
    return AdmitKey{
        .key = {key_of(said.public_key(), "public_key", true, in)},
        .sign_key = key_of(said.sign_key(), "sign_key", is_of_person, in),
        .role = role.value_or(Role::none),
        .person = {is_of_person ? in.id(said.person(), "person") : std::string{}},
        .source = {role == Role::source ? in.id(said.source_id(), "source_id") : std::string{}}};
}
CommandBody read(const v1::KeyRevoke& said, const Reading& in)
{
    return RevokeKey{{key_of(said.public_key(), "public_key", true, in)},
                     in.remark(said.reason(), "reason", true)};
}

bool is_command_id(const std::string& id)
{
    return id.size() == command_id_digits && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

}  // namespace

Result<Command> decode_command(const v1::Command& wire, const KeyId& key,
                               const RemarkFor& remark_for)
{
    using enum Refusal::Code;
    using What = v1::Command::WhatCase;
    if (!is_command_id(wire.command_id()))
        return Refusal{malformed,
                       fmt::format("command_id is not {} hex digits", command_id_digits)};
    Faults faults;
    const Reading in{faults, remark_for};
    Command command{.id = wire.command_id(), .key = key, .kind = {}, .what = {}};
    const auto take = [&](const char* kind, CommandBody body) {
        command.kind = kind;
        command.what = std::move(body);
    };
    switch (wire.what_case()) {
        case What::kMessageReturn: take("message_return", read(wire.message_return(), in)); break;
        case What::kMessageAttempt:
            take("message_attempt", read(wire.message_attempt(), in));
            break;
        case What::kMessageResolve:
            take("message_resolve", read(wire.message_resolve(), in));
            break;
        case What::kMessageDefer: take("message_defer", read(wire.message_defer(), in)); break;
        case What::kMessageCarry: take("message_carry", read(wire.message_carry(), in)); break;
        case What::kMessageClaim: take("message_claim", read(wire.message_claim(), in)); break;
        case What::kMessageCallTime:
            take("message_call_time", read(wire.message_call_time(), in));
            break;
        case What::kMessageReopen: take("message_reopen", read(wire.message_reopen(), in)); break;
        case What::kDaySign: take("day_sign", read(wire.day_sign(), in)); break;
        case What::kStaffLeave: take("staff_leave", read(wire.staff_leave(), in)); break;
        case What::kDepartureCover:
            take("departure_cover", read(wire.departure_cover(), in));
            break;
        case What::kDepartureRequest:
            take("departure_request", read(wire.departure_request(), in));
            break;
        case What::kDepartureConfirm:
            take("departure_confirm", read(wire.departure_confirm(), in));
            break;
        case What::kDepartureHandover:
            take("departure_handover", read(wire.departure_handover(), in));
            break;
        case What::kAbsenceAdd: take("absence_add", read(wire.absence_add(), in)); break;
        case What::kAbsenceEnd: take("absence_end", read(wire.absence_end(), in)); break;
        case What::kAttest: take("attest", read(wire.attest(), in)); break;
        case What::kGreetingAttest:
            take("greeting_attest", read(wire.greeting_attest(), in));
            break;
        case What::kScriptAttest: take("script_attest", read(wire.script_attest(), in)); break;
        case What::kTrainingRecord:
            take("training_record", read(wire.training_record(), in));
            break;
        case What::kStaffMove: take("staff_move", read(wire.staff_move(), in)); break;
        case What::kUnmask: take("unmask", read(wire.unmask(), in)); break;
        case What::kConfigApply: take("config_apply", read(wire.config_apply(), in)); break;
        case What::kAlarmAct: take("alarm_act", read(wire.alarm_act(), in)); break;
        case What::kKeyNew: take("key_new", read(wire.key_new(), in)); break;
        case What::kKeyRevoke: take("key_revoke", read(wire.key_revoke(), in)); break;
        case What::WHAT_NOT_SET: return Refusal{malformed, "the command asks for nothing"};
        default: return Refusal{not_available, "this version of the collector does not do that"};
    }
    if (faults.any()) return Refusal{malformed, faults.first()};
    return command;
}

}  // namespace callwatch
