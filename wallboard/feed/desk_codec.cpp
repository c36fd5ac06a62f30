#include "wallboard/feed/desk_codec.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "callwatch/v1/request.pb.h"
#include "wallboard/feed/desk_rows_reader.hpp"

namespace wallboard {
namespace {

namespace v1 = callwatch::v1;
using desk::Deed;

std::int64_t us(Instant at) { return at.time_since_epoch().count(); }

v1::MessageResolve::Reason reason_of(const std::string& code)
{
    v1::MessageResolve::Reason reason{};
    if (!v1::MessageResolve::Reason_Parse(code, &reason))
        return v1::MessageResolve::REASON_UNSPECIFIED;
    return reason;
}

void fill_day(const desk::Order& order, const std::string& signature, v1::DaySign& sign)
{
    sign.set_location_id(order.location);
    sign.set_business_date(order.choice);
    sign.set_revision(order.revision);
    for (const auto& one : order.exceptions) {
        auto& exception = *sign.add_exceptions();
        exception.set_message(one.message);
        exception.set_reason(one.reason);
    }
    sign.set_note(order.text);
    sign.set_on_behalf(order.on_behalf);
    sign.set_signature(signature);
}

void fill_greeting(const desk::Order& order, v1::GreetingAttest& attest)
{
    attest.set_mailbox_id(order.subject);
    if (order.choice == "AWAY") {
        attest.set_state(v1::GreetingAttest::AWAY);
        attest.set_returns_at_us(us(order.until));
        attest.set_help_key(order.text);
        return;
    }
    attest.set_state(v1::GreetingAttest::IN_OFFICE);
    attest.set_window_from_ms(us(order.from) / 1'000);
    attest.set_window_to_ms(us(order.until) / 1'000);
}

void fill_absence(const desk::Order& order, v1::AbsenceAdd& absence)
{
    absence.set_person(order.subject);
    absence.set_from_us(us(order.from));
    absence.set_to_us(us(order.until));
    absence.set_cover(order.person);
}

template <class Message>
void fill(Message& command, const desk::Order& order)
{
    command.set_message(order.subject);
    command.set_reason(order.text);
}

void fill_alarm(const desk::Order& order, v1::AlarmAct& act)
{
    act.set_alarm(order.subject);
    act.set_act(order.deed == Deed::shelve     ? "shelve"
                : order.deed == Deed::unshelve ? "unshelve"
                                               : "acknowledge");
    act.set_until_us(us(order.until));
}

void fill_resolve(const desk::Order& order, v1::MessageResolve& resolve)
{
    resolve.set_message(order.subject);
    resolve.set_reason(reason_of(order.choice));
    resolve.set_note(order.text);
}

void fill(const desk::Order& order, const std::string& signature, v1::Command& command)
{
    switch (order.deed) {
        case Deed::claim:
        case Deed::release:
            command.mutable_message_claim()->set_message(order.subject);
            command.mutable_message_claim()->set_release(order.deed == Deed::release);
            break;
        case Deed::returned: fill(*command.mutable_message_return(), order); break;
        case Deed::attempted:
            command.mutable_message_attempt()->set_message(order.subject);
            command.mutable_message_attempt()->set_note(order.text);
            break;
        case Deed::resolve: fill_resolve(order, *command.mutable_message_resolve()); break;
        case Deed::defer:
            fill(*command.mutable_message_defer(), order);
            command.mutable_message_defer()->set_to_workday(order.choice);
            break;
        case Deed::carry: fill(*command.mutable_message_carry(), order); break;
        case Deed::unmask: fill(*command.mutable_unmask(), order); break;
        case Deed::cover:
            command.mutable_departure_cover()->set_mailbox_id(order.subject);
            command.mutable_departure_cover()->set_person(order.person);
            break;
        case Deed::request_disconnection:
            command.mutable_departure_request()->set_mailbox_id(order.subject);
            command.mutable_departure_request()->set_note(order.text);
            break;
        case Deed::confirm_disconnection:
            command.mutable_departure_confirm()->set_mailbox_id(order.subject);
            command.mutable_departure_confirm()->set_note(order.text);
            command.mutable_departure_confirm()->set_signature(signature);
            break;
        case Deed::handover:
            command.mutable_departure_handover()->set_mailbox_id(order.subject);
            command.mutable_departure_handover()->set_successor(order.person);
            command.mutable_departure_handover()->set_signature(signature);
            break;
        case Deed::attest_greeting: fill_greeting(order, *command.mutable_greeting_attest()); break;
        case Deed::verify_access:
            command.mutable_attest()->set_kind("access");
            command.mutable_attest()->set_subject(order.subject);
            command.mutable_attest()->set_note(order.text);
            break;
        case Deed::attest_script:
            command.mutable_script_attest()->set_location_id(order.subject);
            command.mutable_script_attest()->set_version(order.choice);
            break;
        case Deed::add_absence: fill_absence(order, *command.mutable_absence_add()); break;
        case Deed::end_absence: command.mutable_absence_end()->set_person(order.subject); break;
        case Deed::record_training:
            command.mutable_training_record()->set_person(order.subject);
            command.mutable_training_record()->set_on(order.choice);
            command.mutable_training_record()->set_note(order.text);
            break;
        case Deed::sign_day: fill_day(order, signature, *command.mutable_day_sign()); break;
        case Deed::acknowledge:
        case Deed::shelve:
        case Deed::unshelve: fill_alarm(order, *command.mutable_alarm_act()); break;
    }
}

std::optional<Refusal> parse(v1::Reply& reply, std::string_view bytes, std::uint64_t id)
{
    if (bytes.size() > message_bytes_max)
        return Refusal{"too_large", fmt::format("{} bytes", bytes.size())};
    if (!reply.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        return Refusal{"malformed", fmt::format("{} bytes", bytes.size())};
    if (reply.id() != id) return Refusal{"other_answer", std::to_string(reply.id())};
    return std::nullopt;
}

/// A sentence of the collector's, cut between letters where it is too long.
std::string sentence(const std::string& text)
{
    std::size_t size = std::min(text.size(), text_bytes_max);
    while (size < text.size() && size > 0 &&
           (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80)
        --size;
    return text.substr(0, size);
}

/// What was answered before is not shown any more.
void forget(const Question& question, desk::Rows& rows)
{
    switch (question.kind) {
        case Question::Kind::messages:
            rows.messages.clear();
            rows.closed.clear();
            rows.messages_known = false;
            break;
        case Question::Kind::day: rows.days.erase(question.location); break;
        case Question::Kind::departures:
            rows.departures.clear();
            rows.departures_known = false;
            rows.departures_total = 0;
            break;
        case Question::Kind::standards: rows.standards.erase(question.location); break;
        case Question::Kind::operators: rows.operators.erase(question.location); break;
        case Question::Kind::staff:
            std::erase_if(rows.people, [&](const desk::Person& one) {
                return one.location == question.location;
            });
            rows.people_known.erase(question.location);
            break;
    }
}

void take_messages(DeskRowsReader& reader, const v1::MessagesReply& reply, const Question& question,
                   desk::Rows& rows)
{
    if (question.offset == 0) {
        rows.messages.clear();
        rows.closed.clear();
    }
    rows.messages_known = true;
    rows.messages_total = reply.total();
    for (const auto& row : reply.messages()) {
        if (rows.messages.size() + rows.closed.size() >= desk_messages_max) break;
        desk::Message message = reader.message(row);
        (message.is_open() ? rows.messages : rows.closed).push_back(std::move(message));
    }
    std::stable_sort(rows.closed.begin(), rows.closed.end(), desk::is_closed_later);
    rows.messages_partial = rest_of(question, rows) > 0;
}

void take_staff(DeskRowsReader& reader, const v1::StaffReply& reply, desk::Rows& rows)
{
    const auto first = std::ssize(rows.people);
    for (const auto& row : reply.people())
        if (rows.people.size() < desk_people_max) rows.people.push_back(reader.person(row));
    // As they are shown, so that they are not sorted for every picture.
    std::stable_sort(rows.people.begin() + first, rows.people.end(), desk::is_before);
}

bool take(DeskRowsReader& reader, const v1::Reply& reply, const Question& question,
          desk::Rows& rows)
{
    switch (question.kind) {
        case Question::Kind::messages:
            if (!reply.has_messages()) return false;
            take_messages(reader, reply.messages(), question, rows);
            return true;
        case Question::Kind::day:
            if (!reply.has_day()) return false;
            rows.days[question.location] = reader.day(reply.day());
            return true;
        case Question::Kind::departures:
            if (!reply.has_departures()) return false;
            forget(question, rows);
            rows.departures_known = true;
            rows.departures_total = reply.departures().total();
            rows.departures = reader.departures(reply.departures());
            return true;
        case Question::Kind::standards:
            if (!reply.has_standards()) return false;
            rows.standards[question.location] = reader.standards(reply.standards());
            return true;
        case Question::Kind::operators:
            if (!reply.has_coverage()) return false;
            rows.operators[question.location] = reader.operators(reply.coverage());
            return true;
        case Question::Kind::staff:
            if (!reply.has_staff()) return false;
            forget(question, rows);
            take_staff(reader, reply.staff(), rows);
            rows.people_known.insert(question.location);
            return true;
    }
    return false;
}

}  // namespace

std::uint32_t rest_of(const Question& question, const desk::Rows& rows)
{
    if (question.kind != Question::Kind::messages || !rows.messages_known) return 0;
    const std::uint32_t next = question.offset + messages_a_question;
    return next < std::min<std::size_t>(rows.messages_total, desk_messages_max) ? next : 0;
}

std::string name_of(const Question& question)
{
    switch (question.kind) {
        case Question::Kind::messages: return "messages";
        case Question::Kind::day: return "day " + question.location;
        case Question::Kind::departures: return "departures";
        case Question::Kind::standards: return "standards " + question.location;
        case Question::Kind::operators: return "operators " + question.location;
        case Question::Kind::staff: return "staff " + question.location;
    }
    return {};
}

std::string encode_question(std::uint64_t id, const Question& question)
{
    v1::Request request;
    request.set_schema_version(1);
    request.set_id(id);
    switch (question.kind) {
        case Question::Kind::messages:
            request.mutable_messages()->set_limit(messages_a_question);
            request.mutable_messages()->set_offset(question.offset);
            if (!said(question.closed_since)) break;
            request.mutable_messages()->set_include_closed(true);
            request.mutable_messages()->set_closed_since_us(us(question.closed_since));
            break;
        case Question::Kind::day: request.mutable_day()->set_location_id(question.location); break;
        case Question::Kind::departures:
            request.mutable_departures()->set_include_closed(true);
            break;
        case Question::Kind::standards:
            request.mutable_standards()->set_location_id(question.location);
            break;
        case Question::Kind::operators:
            request.mutable_coverage()->set_location_id(question.location);
            break;
        case Question::Kind::staff:
            request.mutable_staff()->set_location_id(question.location);
            break;
    }
    return request.SerializeAsString();
}

std::string encode_order(std::uint64_t id, const desk::Order& order, const std::string& signature)
{
    v1::Request request;
    request.set_schema_version(1);
    request.set_id(id);
    request.mutable_command()->set_command_id(order.command_id);
    fill(order, signature, *request.mutable_command());
    return request.SerializeAsString();
}

std::optional<Refusal> take_answer(std::string_view bytes, std::uint64_t id,
                                   const Question& question, desk::Rows& rows)
{
    v1::Reply reply;
    if (auto refusal = parse(reply, bytes, id)) return refusal;
    const std::string name = name_of(question);
    if (reply.has_refused()) {
        forget(question, rows);
        rows.index();
        rows.refused[name] = sentence(reply.refused().text());
        return std::nullopt;
    }
    DeskRowsReader reader;
    desk::Rows next = rows;
    if (!take(reader, reply, question, next)) return Refusal{"unknown_kind", name};
    if (reader.refusal()) return reader.refusal();
    next.refused.erase(name);
    next.index();
    rows = std::move(next);
    return std::nullopt;
}

std::variant<desk::Outcome, Refusal> take_outcome(std::string_view bytes, std::uint64_t id,
                                                  std::uint64_t order)
{
    v1::Reply reply;
    if (auto refusal = parse(reply, bytes, id)) return *refusal;
    desk::Outcome outcome{.number = order, .code = {}, .text = {}};
    if (reply.has_refused()) {
        outcome.code = reply.refused().code().substr(0, id_bytes_max);
        outcome.text = sentence(reply.refused().text());
        return outcome;
    }
    if (!reply.has_command_done()) return Refusal{"unknown_kind", "answer to a command"};
    outcome.done = true;
    outcome.position = reply.command_done().position();
    outcome.text = sentence(reply.command_done().text());
    return outcome;
}

}  // namespace wallboard
