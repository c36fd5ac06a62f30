#include "daemon/ctl/board_json.hpp"

#include "daemon/ctl/day.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::BoardRow;

struct Content {
    const char* kind;
    Json row;
};

Content content_of(const BoardRow& row)
{
    switch (row.content_case()) {
        case BoardRow::kLocation: return {"location", location_json(row.location())};
        case BoardRow::kQueue: return {"queue", queue_json(row.queue())};
        case BoardRow::kSource: return {"source", source_json(row.source())};
        case BoardRow::kDay: return {"day", day_row_json(row.day())};
        case BoardRow::kTrend: return {"trend", trend_json(row.trend())};
        case BoardRow::kAlarm: return {"alarm", alarm_json(row.alarm())};
        case BoardRow::kCollector: return {"collector", collector_json(row.collector())};
        case BoardRow::CONTENT_NOT_SET: break;
    }
    return {"other", {}};
}

}  // namespace

Json board_row_json(const BoardRow& row)
{
    Content content = content_of(row);
    return {{"kind", content.kind},
            {"id", row.id()},
            {"revision", row.revision()},
            {"removed", row.removed()},
            {"row", row.removed() ? Json{} : content.row}};
}

Json day_row_json(const v1::DayRow& row)
{
    Json reasons = Json::array();
    for (const auto& reason : row.reasons())
        reasons.push_back({{"code", reason.code()},
                           {"text", reason.text()},
                           {"subject", reason.subject()},
                           {"since", json_time(reason.since_us())}});
    return {{"location", row.location_id()},
            {"business_date", row.business_date()},
            {"verdict", verdict_word(row.verdict())},
            {"provisional", row.provisional()},
            {"revision", row.revision()},
            {"late", row.late()},
            {"monitored", row.monitored()},
            {"check_at", json_time(row.check_at_us())},
            {"settled_at", json_time(row.settled_at_us())},
            {"due", row.due()},
            {"returned", row.returned()},
            {"attempted", row.attempted()},
            {"still_new", row.still_new()},
            {"open_count", row.open()},
            {"reasons", reasons},
            {"mailboxes", row.mailboxes()},
            {"mailboxes_agree", row.mailboxes_agree()},
            {"sources", row.sources()},
            {"sources_fresh", row.sources_fresh()},
            {"sign_by", json_time(row.sign_by_us())},
            {"signed_at", json_time(row.signed_at_us())}};
}

Json trend_json(const v1::TrendRow& row)
{
    Json half_hours = Json::array();
    for (const auto& one : row.half_hours())
        half_hours.push_back({{"offered", one.offered()},
                              {"answered", one.answered()},
                              {"abandoned", one.abandoned()},
                              {"short_abandoned", one.short_abandoned()},
                              {"answered_in_threshold", one.answered_in_threshold()},
                              {"abandoned_in_threshold", one.abandoned_in_threshold()},
                              {"left_otherwise", one.left_otherwise()},
                              {"answered_wait_ms", one.answered_wait_ms()},
                              {"longest_wait_ms", one.longest_wait_ms()},
                              {"messages_left", one.messages_left()},
                              {"messages_closed", one.messages_closed()},
                              {"messages_open", one.messages_open()}});
    Json unseen = Json::array();
    for (const auto& span : row.unseen()) unseen.push_back(span_json(span));
    return {{"location", row.location_id()},
            {"business_date", row.business_date()},
            {"opens_at", json_time(row.opens_at_us())},
            {"closes_at", json_time(row.closes_at_us())},
            {"first", json_time(row.first_us())},
            {"half_hours", half_hours},
            {"service_level_variant", row.service_level_variant()},
            {"service_level_s", row.service_level_s()},
            {"unseen", unseen},
            {"utc_offset_s", row.utc_offset_s()}};
}

Json alarm_json(const v1::AlarmRow& row)
{
    return {{"alarm", row.alarm()},
            {"location", row.location_id()},
            {"acknowledged_at", json_time(row.acknowledged_at_us())},
            {"shelved_until", json_time(row.shelved_until_us())}};
}

Json collector_json(const v1::CollectorRow& row)
{
    return {{"software", row.software()},
            {"started_at", json_time(row.started_at_us())},
            {"journal_position", row.journal_position()},
            {"chain_head", row.chain_head()},
            {"refused", row.refused()},
            {"time_mode", row.time_mode()},
            {"written_at", json_time(row.written_at_us())},
            {"commit_ms", row.commit_ms()},
            {"room_left_bytes", row.room_left_bytes()},
            {"events_accepted", row.events_accepted()},
            {"clock_doubt", row.clock_doubt()}};
}

}  // namespace callwatch::ctl
