#include "wallboard/feed/desk_rows_reader.hpp"

namespace wallboard {
namespace {

namespace v1 = callwatch::v1;

constexpr std::size_t note_bytes_max = 2'048;  // A remark in which every character is escaped.
constexpr std::size_t record_bytes_max = std::size_t{1} << 20;

const char* word(v1::Verdict verdict)
{
    switch (verdict) {
        case v1::VERDICT_CLEAR: return "CLEAR";
        case v1::VERDICT_VIOLATIONS: return "VIOLATIONS";
        default: return "UNKNOWN";
    }
}

Micros millis(std::int64_t ms) { return std::chrono::milliseconds{ms}; }

}  // namespace

const std::optional<Refusal>& DeskRowsReader::refusal() const
{
    return refusal_ ? refusal_ : times_.refusal();
}

std::string DeskRowsReader::text(const std::string& value)
{
    if (value.size() > note_bytes_max && !refusal_)
        refusal_ = {"text_too_long", std::to_string(value.size())};
    return value;
}

bool DeskRowsReader::fits(int size, const char* what)
{
    const bool good = static_cast<std::size_t>(size) <= list_max;
    if (!good && !refusal_) refusal_ = {"too_many_rows", what};
    return good;
}

desk::HistoryStep DeskRowsReader::step(const v1::MessageRow::Step& wire)
{
    return {.at = time(wire.at_us()),
            .what = text(wire.what()),
            .by = text(wire.by()),
            .evidence = text(wire.evidence()),
            .detail = text(wire.detail()),
            .remark = text(wire.remark())};
}

desk::Message DeskRowsReader::message(const v1::MessageRow& wire)
{
    desk::Message row;
    row.id = text(wire.message());
    row.mailbox = text(wire.mailbox_id());
    row.location = text(wire.location_id());
    row.person = text(wire.person());
    row.group = text(wire.group());
    row.received_at = time(wire.received_at_us());
    row.left_at = time(wire.left_at_us());
    row.due_date = text(wire.due_date());
    row.deadline = time(wire.deadline_us());
    row.state = text(wire.state());
    if (fits(wire.flags_size(), "flags"))
        for (const auto& flag : wire.flags()) row.flags.push_back(text(flag));
    row.caller = text(wire.caller());
    row.presence = text(wire.presence());
    row.duration = millis(wire.duration_ms());
    row.claimed_by = text(wire.claimed_by());
    row.claimed_until = time(wire.claimed_until_us());
    row.needs_exception = wire.needs_exception();
    row.promised_from = time(wire.promised_from_us());
    row.promised_to = time(wire.promised_to_us());
    row.served_by = text(wire.served_by());
    row.served_at = time(wire.served_at_us());
    row.call_at = time(wire.call_at_us());
    if (fits(wire.history_size(), "history"))
        for (const auto& one : wire.history()) row.history.push_back(step(one));
    return row;
}

desk::DayRecord DeskRowsReader::day(const v1::DayReply& wire)
{
    desk::DayRecord row;
    row.known = true;
    row.location = text(wire.day().location_id());
    row.date = text(wire.day().business_date());
    row.revision = wire.day().revision();
    row.verdict = word(wire.day().verdict());
    if (wire.record().size() > record_bytes_max && !refusal_)
        refusal_ = {"too_large", "record of a day"};
    row.record = wire.record();
    row.policy_version = text(wire.policy_version());
    row.calendar_version = text(wire.calendar_version());
    row.tzdata_version = text(wire.tzdata_version());
    if (fits(wire.open_size(), "open"))
        for (const auto& one : wire.open()) row.open.push_back(message(one));
    if (fits(wire.items_size(), "items"))
        for (const auto& one : wire.items())
            row.items.push_back({.number = text(one.item()),
                                 .standard = text(one.standard()),
                                 .state = text(one.state()),
                                 .finding = text(one.finding()),
                                 .action = text(one.action())});
    if (wire.has_signature())
        row.signature = {
            .by = text(wire.signature().by()),
            .on_behalf = wire.signature().on_behalf(),
            .at = time(wire.signature().at_us()),
            .late = wire.signature().late(),
            .exceptions = static_cast<std::uint32_t>(wire.signature().exceptions_size()),
            .note = text(wire.signature().note())};
    row.amendments = static_cast<std::uint32_t>(wire.amendments_size());
    return row;
}

desk::Departure DeskRowsReader::departure(const v1::DepartureRow& wire)
{
    return {.mailbox = text(wire.mailbox_id()),
            .location = text(wire.location_id()),
            .person = text(wire.person()),
            .effective_at = time(wire.effective_at_us()),
            .red_at = time(wire.red_at_us()),
            .state = text(wire.state()),
            .overdue = wire.overdue(),
            .open_messages = wire.open_messages(),
            .cover = text(wire.cover()),
            .requested_by = text(wire.requested_by()),
            .requested_at = time(wire.requested_at_us()),
            .request_note = text(wire.request_note()),
            .confirmed_by = text(wire.confirmed_by()),
            .confirmed_at = time(wire.confirmed_at_us()),
            .observed = text(wire.observed()),
            .observed_at = time(wire.observed_at_us()),
            .successor = text(wire.successor()),
            .handed_over_by = text(wire.handed_over_by()),
            .handed_over_at = time(wire.handed_over_at_us()),
            .is_signed = !wire.statement().empty(),
            .reopened_at = time(wire.reopened_at_us())};
}

std::vector<desk::Departure> DeskRowsReader::departures(const v1::DeparturesReply& wire)
{
    std::vector<desk::Departure> rows;
    if (!fits(wire.departures_size(), "departures")) return rows;
    for (const auto& one : wire.departures()) rows.push_back(departure(one));
    return rows;
}

desk::Mailbox DeskRowsReader::mailbox(const v1::StandardsReply::Mailbox& wire)
{
    return {.id = text(wire.mailbox_id()),
            .person = text(wire.person()),
            .greeting = text(wire.greeting()),
            .window_from = millis(wire.window_from_ms()),
            .window_to = millis(wire.window_to_ms()),
            .returns_at = time(wire.returns_at_us()),
            .help_key = text(wire.help_key()),
            .attested_by = text(wire.attested_by()),
            .attested_at = time(wire.attested_at_us()),
            .fault = text(wire.fault()),
            .fault_since = time(wire.fault_since_us()),
            .access_by = text(wire.access_by()),
            .access_at = time(wire.access_at_us()),
            .access_due = wire.access_due(),
            .barred_since = time(wire.barred_since_us())};
}

desk::Absent DeskRowsReader::absent(const v1::StandardsReply::Absent& wire)
{
    return {.person = text(wire.person()),
            .from = time(wire.from_us()),
            .to = time(wire.to_us()),
            .cover = text(wire.cover()),
            .no_cover = wire.no_cover(),
            .open_messages = wire.open_messages()};
}

desk::Standards DeskRowsReader::standards(const v1::StandardsReply& wire)
{
    desk::Standards row;
    row.script_state = text(wire.script_state());
    row.script_required = text(wire.script_required());
    row.script_version = text(wire.script_version());
    row.script_attested_by = text(wire.script_attested_by());
    row.script_attested_at = time(wire.script_attested_at_us());
    row.script_approved_by = text(wire.script_approved_by());
    row.mailboxes_total = wire.mailboxes_total();
    row.messages_deadline = text(wire.messages_deadline());
    if (fits(wire.mailboxes_size(), "mailboxes"))
        for (const auto& one : wire.mailboxes()) row.mailboxes.push_back(mailbox(one));
    if (fits(wire.operators_size(), "operators"))
        for (const auto& one : wire.operators())
            row.operators.push_back({.device = text(one.device_id()),
                                     .person = text(one.person()),
                                     .trained_on = text(one.trained_on()),
                                     .trained_by = text(one.trained_by()),
                                     .offered = one.offered(),
                                     .answered = one.answered(),
                                     .missed = one.missed(),
                                     .longest_ring = millis(one.longest_ring_ms()),
                                     .paused = millis(one.paused_ms())});
    if (fits(wire.routes_size(), "routes"))
        for (const auto& one : wire.routes())
            row.routes.push_back({.option = text(one.option()),
                                  .to_kind = text(one.to_kind()),
                                  .to_id = text(one.to_id()),
                                  .fault = text(one.fault())});
    if (fits(wire.absent_size(), "absent"))
        for (const auto& one : wire.absent()) row.absent.push_back(absent(one));
    if (fits(wire.planned_size(), "planned"))
        for (const auto& one : wire.planned()) row.planned.push_back(absent(one));
    return row;
}

std::vector<desk::OperatorNow> DeskRowsReader::operators(const v1::CoverageReply& wire)
{
    std::vector<desk::OperatorNow> rows;
    if (!fits(wire.operators_size(), "operators")) return rows;
    for (const auto& one : wire.operators())
        rows.push_back({.device = text(one.device_id()),
                        .person = text(one.person()),
                        .state = text(one.state()),
                        .evidence = text(one.evidence()),
                        .on_call = one.on_call()});
    return rows;
}

desk::Person DeskRowsReader::person(const v1::StaffReply::One& wire)
{
    desk::Person row;
    row.id = text(wire.person());
    row.name = text(wire.name());
    row.location = text(wire.location_id());
    row.supervisor = text(wire.supervisor());
    row.role = text(wire.role());
    row.is_away = wire.is_away();
    row.has_left = wire.left_at_us() != 0;
    if (fits(wire.mailboxes_size(), "mailboxes"))
        for (const auto& one : wire.mailboxes()) row.mailboxes.push_back(text(one));
    return row;
}

}  // namespace wallboard
