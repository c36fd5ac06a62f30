#include "wallboard/feed/decode_rows.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace wallboard {
namespace {

namespace v1 = callwatch::v1;

constexpr std::int64_t latest_us = 7'258'118'400'000'000;  // 2200-01-01T00:00:00Z
constexpr std::int32_t offset_s_max = 26 * 3600;

Hours hours_of(v1::LocationRow::Hours hours)
{
    switch (hours) {
        case v1::LocationRow::OPEN: return Hours::open;
        case v1::LocationRow::CLOSED: return Hours::closed;
        case v1::LocationRow::NOT_YET_MONITORED: return Hours::not_yet_monitored;
        default: return Hours::unspecified;
    }
}

SourceState state_of(v1::SourceRow::State state)
{
    switch (state) {
        case v1::SourceRow::FRESH: return SourceState::fresh;
        case v1::SourceRow::LATE: return SourceState::late;
        case v1::SourceRow::SILENT: return SourceState::silent;
        case v1::SourceRow::CATCHING_UP: return SourceState::catching_up;
        case v1::SourceRow::ENDED: return SourceState::ended;
        case v1::SourceRow::NEVER_SEEN: return SourceState::never_seen;
        default: return SourceState::unspecified;
    }
}

Verdict verdict_of(v1::Verdict verdict)
{
    switch (verdict) {
        case v1::VERDICT_CLEAR: return Verdict::clear;
        case v1::VERDICT_VIOLATIONS: return Verdict::violations;
        default: return Verdict::unknown;
    }
}

}  // namespace

void RowReader::refuse(std::string code, std::string detail)
{
    if (!refusal_) refusal_ = Refusal{std::move(code), std::move(detail)};
}

bool RowReader::fits(int size, const char* what, std::size_t most)
{
    if (static_cast<std::size_t>(size) <= most) return true;
    refuse("list_too_long", fmt::format("{}: {} entries", what, size));
    return false;
}

std::string RowReader::bounded(const std::string& text, std::size_t bytes_max)
{
    if (text.size() > bytes_max) {
        refuse("text_too_long", fmt::format("{} bytes, at most {}", text.size(), bytes_max));
        return {};
    }
    const bool control = std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    });
    if (control) refuse("control_character", "in a text");
    return text;
}

std::string RowReader::id(const std::string& value) { return bounded(value, id_bytes_max); }
std::string RowReader::text(const std::string& value) { return bounded(value, text_bytes_max); }

Instant RowReader::time(std::int64_t us)
{
    if (us < 0 || us > latest_us) {
        refuse("bad_time", std::to_string(us));
        return not_said;
    }
    return Instant{Micros{us}};
}

std::vector<Row> RowReader::rows(const google::protobuf::RepeatedPtrField<v1::BoardRow>& wire)
{
    std::vector<Row> all;
    if (static_cast<std::size_t>(wire.size()) > rows_max) {
        refuse("too_many_rows", std::to_string(wire.size()));
        return all;
    }
    for (const v1::BoardRow& one : wire) {
        if (refusal_) break;
        all.push_back(row(one));
    }
    return all;
}

AlarmAct RowReader::alarm_act(const v1::AlarmRow& wire)
{
    return {.alarm = id(wire.alarm()),
            .acknowledged_at = time(wire.acknowledged_at_us()),
            .shelved_until = time(wire.shelved_until_us())};
}

Row RowReader::row(const v1::BoardRow& wire)
{
    Row row{.id = id(wire.id()), .removed = wire.removed(), .content = {}};
    if (row.id.empty()) refuse("no_id", "a row without an id");
    switch (wire.content_case()) {
        case v1::BoardRow::kLocation: row.content = location(wire.location()); break;
        case v1::BoardRow::kQueue: row.content = queue(wire.queue()); break;
        case v1::BoardRow::kSource: row.content = source(wire.source()); break;
        case v1::BoardRow::kDay: row.content = day(wire.day()); break;
        case v1::BoardRow::kCollector: row.content = collector(wire.collector()); break;
        case v1::BoardRow::kAlarm:
            row.content = row.removed ? AlarmAct{} : alarm_act(wire.alarm());
            break;
        case v1::BoardRow::kTrend: row.content = row.removed ? Trend{} : trend(wire.trend()); break;
        case v1::BoardRow::CONTENT_NOT_SET: break;
    }
    return row;
}

Location RowReader::location(const v1::LocationRow& wire)
{
    Location row;
    row.id = id(wire.location_id());
    row.name = text(wire.name());
    row.short_name = text(wire.short_name());
    row.zone = id(wire.zone());
    row.zone_abbreviation = id(wire.zone_abbreviation());
    if (std::abs(std::int64_t{wire.utc_offset_s()}) > offset_s_max)
        refuse("bad_time", "utc_offset_s");
    row.utc_offset = std::chrono::seconds{wire.utc_offset_s()};
    row.hours = hours_of(wire.hours());
    row.opens_at = time(wire.opens_at_us());
    row.closes_at = time(wire.closes_at_us());
    row.business_date = id(wire.business_date());
    row.unreturned = wire.unreturned();
    row.due_today = wire.due_today();
    row.overdue = wire.overdue();
    row.overnight = wire.overnight();
    row.due_today_all = wire.due_today_all();
    row.work_needed = std::chrono::seconds{wire.work_needed_s()};
    row.at_risk = wire.at_risk();
    row.promises_missed = wire.promises_missed();
    row.overdue_oldest_at = time(wire.overdue_oldest_received_at_us());
    row.next_deadline = time(wire.next_deadline_us());
    row.operators_known = wire.operators_known();
    row.operators_staffed = wire.operators_staffed();
    row.operators_on_call = wire.operators_on_call();
    row.no_operator_since = time(wire.no_operator_since_us());
    coverage(wire, row);
    row.departures = departures(wire);
    row.greetings = greetings(wire);
    row.data_known = wire.data_known();
    if (row.name.empty()) row.name = row.id;
    return row;
}

Queue RowReader::queue(const v1::QueueRow& wire)
{
    Queue row;
    row.id = id(wire.queue_id());
    row.name = text(wire.name());
    row.location_id = id(wire.location_id());
    row.waiting = wire.waiting();
    row.oldest_joined_at = time(wire.oldest_joined_at_us());
    row.offered = wire.offered();
    row.answered = wire.answered();
    row.abandoned = wire.abandoned();
    row.short_abandoned = wire.short_abandoned();
    row.answered_in_threshold = wire.answered_in_threshold();
    row.abandoned_in_threshold = wire.abandoned_in_threshold();
    row.left_otherwise = wire.timed_out() + wire.left_by_key() + wire.left_otherwise();
    row.service_level_variant = id(wire.service_level_variant());
    row.service_level_s = wire.service_level_s();
    row.amber_waiting = wire.amber_waiting();
    row.amber_wait_s = wire.amber_wait_s();
    row.red_waiting = wire.red_waiting();
    row.red_wait_s = wire.red_wait_s();
    if (fits(wire.waiting_by_minute_size(), "waiting_by_minute"))
        row.waiting_by_minute.assign(wire.waiting_by_minute().begin(),
                                     wire.waiting_by_minute().end());
    row.data_known = wire.data_known();
    if (row.name.empty()) row.name = row.id;
    return row;
}

Source RowReader::source(const v1::SourceRow& wire)
{
    Source row;
    row.id = id(wire.source_id());
    row.kind = id(wire.kind());
    row.state = state_of(wire.state());
    if (fits(wire.location_ids_size(), "location_ids"))
        for (const std::string& location_id : wire.location_ids())
            row.location_ids.push_back(id(location_id));
    row.silent_since = time(wire.silent_since_us());
    health(wire, row);
    return row;
}

Day RowReader::day(const v1::DayRow& wire)
{
    Day row;
    row.location_id = id(wire.location_id());
    row.business_date = id(wire.business_date());
    row.verdict = verdict_of(wire.verdict());
    row.judged = wire.verdict() != v1::VERDICT_UNSPECIFIED;
    row.provisional = wire.provisional();
    row.late = wire.late();
    row.monitored = wire.monitored();
    row.check_at = time(wire.check_at_us());
    row.settled_at = time(wire.settled_at_us());
    row.sign_by = time(wire.sign_by_us());
    row.signed_at = time(wire.signed_at_us());
    row.due = wire.due();
    row.returned = wire.returned();
    row.attempted = wire.attempted();
    row.open = wire.open();
    row.still_new = wire.still_new();
    row.mailboxes = wire.mailboxes();
    row.mailboxes_agree = wire.mailboxes_agree();
    row.sources = wire.sources();
    row.sources_fresh = wire.sources_fresh();
    if (fits(wire.reasons_size(), "reasons"))
        for (const auto& reason : wire.reasons())
            row.reasons.push_back({.code = id(reason.code()),
                                   .text = text(reason.text()),
                                   .subject = text(reason.subject()),
                                   .since = time(reason.since_us())});
    if (fits(wire.open_messages_size(), "open_messages"))
        for (const auto& message : wire.open_messages())
            row.open_messages.push_back({.received_at = time(message.received_at_us()),
                                         .state = id(message.state()),
                                         .late_arrival = message.late_arrival(),
                                         .overdue = message.overdue(),
                                         .attempted = message.attempted()});
    return row;
}

}  // namespace wallboard
