#include "daemon/app/answers.hpp"

#include <algorithm>

#include "daemon/app/key_rows.hpp"
#include "daemon/board/rows.hpp"
#include "daemon/model/describe.hpp"
#include "daemon/policy/day_check.hpp"
#include "daemon/policy/day_signing.hpp"
#include "daemon/recovery/state_hash.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch {
namespace {

constexpr std::uint32_t messages_default = 200;
constexpr std::uint32_t messages_max = 1'000;

BoardView view_of(const AnswerContext& context)
{
    return {context.collector.engine(), context.collector.now().value_or(Instant{}),
            context.collector.liveness().health(), &context.collector.vitals()};
}

void refuse(v1::Reply& reply, const char* code, std::string text)
{
    reply.mutable_refused()->set_code(code);
    reply.mutable_refused()->set_text(std::move(text));
}

PrivateWords private_words(const AnswerContext& context)
{
    return {
        .masked = [&context](const NumberToken& token) { return context.collector.masked(token); },
        .remark = [&context](const RemarkToken& token) { return context.collector.remark(token); }};
}

void answer_status(const AnswerContext& context, v1::StatusReply& status)
{
    const auto view = view_of(context);
    status.set_software("callwatchd " CALLWATCH_VERSION);
    status.set_now_us(to_us(view.now));
    status.set_started_at_us(to_us(context.started_at));
    status.set_time_mode(context.time_mode);
    status.set_journal_position(context.head.position);
    status.set_chain_head(to_hex(context.head.hash));
    status.set_ledger_hash(ledger_hash(view.board()));
    status.set_operational_hash(operational_hash(view.board()));
    for (const auto& location : view.directory().organisation().locations)
        *status.add_locations() = make_location_row(view, location);
    for (const auto& source : view.directory().organisation().sources)
        *status.add_sources() = make_source_row(view, source);
    for (const auto& [code, count] : context.refused) (*status.mutable_refused())[code] = count;
    status.set_health(context.health);
    std::uint64_t accepted = 0;
    for (const auto& [id, source] : view.board().sources().all()) accepted += source.accepted;
    status.set_events_accepted(accepted);
}

bool is_seen(const AnswerContext& context, const Message& message)
{
    return !context.sees || context.sees(message.left.location, message.left.mailbox);
}

/// Overdue first, then by deadline, then by age (requirement TS-3).
bool is_more_urgent(const Message* a, const Message* b)
{
    const auto rank = [](const Message& m) {
        return std::tuple<bool, bool, Instant, Instant, std::string_view>{
            !m.is_open(), !m.overdue, m.deadline(), m.left.received_at, m.left.message.text};
    };
    return rank(*a) < rank(*b);
}

void answer_messages(const AnswerContext& context, const v1::MessagesQuery& query,
                     v1::MessagesReply& reply)
{
    const auto view = view_of(context);
    std::vector<const Message*> wanted;
    for (const auto& [id, message] : view.board().messages().all())
        if (is_wanted(message, query) && is_seen(context, message)) wanted.push_back(&message);
    std::sort(wanted.begin(), wanted.end(), is_more_urgent);
    reply.set_now_us(to_us(view.now));
    reply.set_total(static_cast<std::uint32_t>(wanted.size()));
    const auto limit =
        std::min(query.limit() == 0 ? messages_default : query.limit(), messages_max);
    for (std::size_t i = query.offset(); i < wanted.size() && i < query.offset() + limit; ++i)
        *reply.add_messages() = make_message_row(view, *wanted[i], private_words(context));
}

/// The check as recorded; before it is made, what it would rest on now, as revision 0.
std::optional<DayChecked> find_day(const BoardView& view, const LocationId& location,
                                   LocalDate date)
{
    if (const auto* checked = view.board().days().find(location, date)) return *checked;
    const auto hours = view.directory().calendar(location).hours_on(date);
    if (!hours || view.directory().calendar(location).local_date(view.now) > date)
        return std::nullopt;
    auto day = check_day(view.engine.known(view.now), location, *hours);
    day.revision = 0;
    day.provisional = true;
    day.verdict = Verdict::unknown;
    day.reasons = {{"not_checked_yet", location.text, {}}};
    return day;
}

/// Without a name the only one there is; null: refused in the reply.
const Location* named_location(const BoardView& view, const std::string& id, v1::Reply& reply)
{
    const auto& all = view.directory().organisation().locations;
    if (id.empty() && all.size() == 1) return &all.front();
    const auto* location = view.directory().location({id});
    if (location == nullptr)
        refuse(reply, "unknown_location",
               id.empty() ? "there are several locations: name one that `callwatchctl status` lists"
                          : "there is no location '" + id.substr(0, 64) +
                                "'; `callwatchctl status` lists them");
    return location;
}

/// A location and a local date as a client names them; nothing if it was refused.
struct LocationDay {
    const Location* location = nullptr;
    LocalDate date;
};
template <class Query>
std::optional<LocationDay> find_location_day(const BoardView& view, const Query& query,
                                             v1::Reply& reply)
{
    const auto* location = named_location(view, query.location_id(), reply);
    if (location == nullptr) return std::nullopt;
    const auto date = query.business_date().empty()
                        ? view.directory().calendar(location->id).local_date(view.now)
                        : parse_local_date(query.business_date());
    if (!date) {
        refuse(reply, "malformed", "a date is written 2026-11-20");
        return std::nullopt;
    }
    return LocationDay{location, *date};
}

void add_signature(const AnswerContext& context, const DayChecked& day, v1::DayReply& reply)
{
    const auto* days = context.collector.engine().board().days().find(day.location);
    if (days == nullptr) return;
    if (const auto found = days->signatures.find(day.date); found != days->signatures.end()) {
        const auto& signed_by = found->second;
        auto& said = *reply.mutable_signature();
        said.set_by(signed_by.by.text.str());
        said.set_on_behalf(signed_by.on_behalf);
        said.set_at_us(to_us(signed_by.at));
        said.set_late(signed_by.late);
        said.set_revision(signed_by.revision);
        for (const auto& one : signed_by.exceptions) {
            auto& exception = *said.add_exceptions();
            exception.set_message(one.message.text.str());
            exception.set_reason(context.collector.remark(one.remark));
        }
        if (!signed_by.remark.empty()) said.set_note(context.collector.remark(signed_by.remark));
        said.set_statement(signed_by.statement);
        said.set_signature(signed_by.signature);
        said.set_sign_key(signed_by.sign_key);
    }
    if (const auto* amendments = days->amendments_of(day.date))
        for (const auto& one : *amendments) {
            auto& said = *reply.add_amendments();
            said.set_number(one.number);
            said.set_code(one.code);
            said.set_message(one.message.text.str());
            said.set_at_us(to_us(one.at));
        }
}

void answer_day(const AnswerContext& context, const v1::DayQuery& query, v1::Reply& reply)
{
    const auto view = view_of(context);
    const auto asked = find_location_day(view, query, reply);
    if (!asked) return;
    const auto day = find_day(view, asked->location->id, asked->date);
    if (!day)
        return refuse(reply, "no_such_day",
                      describe(asked->date) + " was no workday of " + asked->location->id.text +
                          ", or was not watched, or lies too far back");
    auto& said = *reply.mutable_day();
    *said.mutable_day() = make_day_row(view, *day);
    said.set_policy_version(day->policy_version);
    said.set_calendar_version(day->calendar_version);
    said.set_tzdata_version(day->tzdata_version);
    for (const auto& open : day->open) {
        const auto* message = view.board().messages().find(open.message);
        if (message == nullptr || !is_seen(context, *message)) continue;
        auto& row = *said.add_open();
        row = make_message_row(view, *message, private_words(context));
        row.set_state(open.state);  // As it stood at the check.
        row.set_needs_exception(needs_exception(*day, open, *message));
    }
    for (auto& item : make_day_items(view, *asked->location, *day))
        *said.add_items() = std::move(item);
    for (const auto& one : day->departed) {
        auto& departed = *said.add_departed();
        departed.set_mailbox_id(one.mailbox.text.str());
        departed.set_person(one.person.text.str());
        departed.set_cover(one.cover.text.str());
        departed.set_requested(one.requested);
        departed.set_due(one.due);
        departed.set_open(one.open);
    }
    said.set_record(encode_body(*day));
    add_signature(context, *day, said);
}

/// One that the asker reads the records of; null: refused in the reply.
const Location* find_location(const AnswerContext& context, const std::string& id, v1::Reply& reply)
{
    const auto* location = named_location(view_of(context), id, reply);
    if (location == nullptr || !context.reads || context.reads(location->id)) return location;
    refuse(reply, "not_allowed", "you do not supervise " + location->id.text);
    return nullptr;
}

}  // namespace

v1::Reply answer_command(const v1::Request& request, const std::optional<Refusal>& refusal,
                         Position position, const std::string& text)
{
    v1::Reply reply;
    reply.set_id(request.id());
    if (refusal) {
        refuse(reply, word(refusal->code), refusal->detail);
        return reply;
    }
    auto& done = *reply.mutable_command_done();
    done.set_command_id(request.command().command_id());
    done.set_position(position);
    done.set_text(text);
    return reply;
}

v1::Reply answer(const v1::Request& request, AnswerContext& context)
{
    using What = v1::Request::WhatCase;
    v1::Reply reply;
    reply.set_id(request.id());
    const auto view = view_of(context);
    switch (request.what_case()) {
        case What::kSnapshot: *reply.mutable_snapshot() = context.book.snapshot(view.now); break;
        case What::kStatus: answer_status(context, *reply.mutable_status()); break;
        case What::kQueues:
            reply.mutable_queues()->set_now_us(to_us(view.now));
            for (const auto& queue : view.directory().organisation().queues)
                if (request.queues().location_id().empty() ||
                    queue.location.text == request.queues().location_id())
                    *reply.mutable_queues()->add_queues() = make_queue_row(view, queue);
            break;
        case What::kMessages:
            answer_messages(context, request.messages(), *reply.mutable_messages());
            break;
        case What::kDay: answer_day(context, request.day(), reply); break;
        case What::kCoverage:
            if (const auto day = find_location_day(view, request.coverage(), reply))
                *reply.mutable_coverage() = make_coverage(view, *day->location, day->date);
            break;
        case What::kMainLine:
            if (const auto day = find_location_day(view, request.main_line(), reply))
                *reply.mutable_main_line() = make_main_line(view, *day->location, day->date);
            break;
        case What::kSources:
            reply.mutable_sources()->set_now_us(to_us(view.now));
            for (const auto& source : view.directory().organisation().sources)
                *reply.mutable_sources()->add_sources() = make_source_row(view, source);
            break;
        case What::kKeys:
            *reply.mutable_keys() =
                make_keys_reply(view.board().keys(), request.keys(), private_words(context).remark);
            reply.mutable_keys()->set_now_us(to_us(view.now));
            break;
        case What::kJournal:
            context.recent.answer(request.journal(), context.head.position, reply);
            break;
        case What::kDepartures:
            *reply.mutable_departures() =
                make_departures(view, request.departures(), context.reads, private_words(context));
            break;
        case What::kStandards:
            if (const auto* location =
                    find_location(context, request.standards().location_id(), reply))
                *reply.mutable_standards() = make_standards(view, *location);
            break;
        case What::kStaff:
            if (const auto* location = find_location(context, request.staff().location_id(), reply))
                *reply.mutable_staff() = make_staff(view, *location, private_words(context));
            break;
        case What::kAlarms: *reply.mutable_alarms() = make_alarms(view, context.reads); break;
        case What::kConfig: {
            *reply.mutable_config() = context.collector.config().describe(view.board());
            const auto& applied = view.board().roster().configuration();
            if (applied && !applied->remark.empty())
                reply.mutable_config()->set_note(context.collector.remark(applied->remark));
            break;
        }
        case What::kCommand:  // The loop's (answer_command).
        case What::WHAT_NOT_SET:
            refuse(reply, "malformed", "the request asks for nothing this collector knows");
            break;
    }
    return reply;
}

}  // namespace callwatch
