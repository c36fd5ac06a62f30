#include "daemon/ctl/row_json.hpp"

#include "daemon/ctl/local_times.hpp"
#include "daemon/ctl/queue_figures.hpp"

namespace callwatch::ctl {
namespace {

using callwatch::v1::LocationRow;
using callwatch::v1::MessageRow;
using callwatch::v1::QueueRow;
using callwatch::v1::SourceRow;

/// The word of an enum; null for 0, "not said", and for a value newer than this program.
template <class Enum>
Json word(Enum value, const std::string& name)
{
    return static_cast<int>(value) == 0 || name.empty() ? Json{} : Json(name);
}

Json list(const google::protobuf::RepeatedPtrField<std::string>& texts)
{
    Json json = Json::array();
    for (const std::string& text : texts) json.push_back(text);
    return json;
}

/// Stretches of time; `to` is null for one that is not over.
Json spans(const google::protobuf::RepeatedPtrField<v1::TimeSpan>& all)
{
    Json json = Json::array();
    for (const auto& span : all) json.push_back(span_json(span));
    return json;
}

Json optional(std::optional<double> value) { return value ? Json(*value) : Json{}; }

Json step_json(const MessageRow::Step& step)
{
    return {{"at", json_time(step.at_us())}, {"what", step.what()},     {"by", step.by()},
            {"evidence", step.evidence()},   {"detail", step.detail()}, {"remark", step.remark()}};
}

}  // namespace

Json json_time(std::int64_t time_us)
{
    const std::string text = rfc3339(time_us);
    return text.empty() ? Json{} : Json(text);
}

Json span_json(const v1::TimeSpan& span)
{
    return {{"from", json_time(span.from_us())}, {"to", json_time(span.to_us())}};
}

Json location_json(const LocationRow& row)
{
    Json uncovered = Json::array();
    for (const auto& one : row.uncovered()) {
        uncovered.push_back(span_json(one.span()));
        uncovered.back()["cause"] = one.cause();
    }
    Json last = Json::array();
    for (const auto& one : row.main_to_voicemail_last())
        last.push_back(
            {{"at", json_time(one.at_us())}, {"how", one.how()}, {"through", one.through()}});
    Json kinds = Json::array();
    for (const auto& one : row.greeting_faults_by_kind())
        kinds.push_back({{"code", one.code()}, {"mailboxes", one.mailboxes()}});
    Json route;
    if (row.has_bad_route_first())
        route = {{"option", row.bad_route_first().option()},
                 {"fault", row.bad_route_first().fault()}};
    return {{"location", row.location_id()},
            {"name", row.name()},
            {"short_name", row.short_name()},
            {"zone", row.zone()},
            {"zone_abbreviation", row.zone_abbreviation()},
            {"utc_offset_s", row.utc_offset_s()},
            {"hours", word(row.hours(), LocationRow::Hours_Name(row.hours()))},
            {"opens_at", json_time(row.opens_at_us())},
            {"closes_at", json_time(row.closes_at_us())},
            {"business_date", row.business_date()},
            {"monitoring_start", json_time(row.monitoring_start_us())},
            {"unreturned", row.unreturned()},
            {"unreturned_callers", row.unreturned_callers()},
            {"due_today", row.due_today()},
            {"overdue", row.overdue()},
            {"attempted", row.attempted()},
            {"returned_today", row.returned_today()},
            {"returned_still_new", row.returned_still_new()},
            {"oldest_received_at", json_time(row.oldest_received_at_us())},
            {"next_deadline", json_time(row.next_deadline_us())},
            {"operators_known", row.operators_known()},
            {"operators_staffed", row.operators_staffed()},
            {"operators_on_call", row.operators_on_call()},
            {"operators_paused", row.operators_paused()},
            {"no_operator_since", json_time(row.no_operator_since_us())},
            {"data_known", row.data_known()},
            {"data_as_of", json_time(row.data_as_of_us())},
            {"missed_calls", row.missed_calls()},
            {"overnight", row.overnight()},
            {"operators_weak", row.operators_weak()},
            {"uncovered_s", row.uncovered_s()},
            {"uncovered", uncovered},
            {"no_operator_alarm", row.no_operator_alarm()},
            {"unseen", spans(row.unseen())},
            {"main_to_voicemail", row.main_to_voicemail()},
            {"main_to_voicemail_after_hours", row.main_to_voicemail_after_hours()},
            {"main_via_operator", row.main_via_operator()},
            {"main_to_voicemail_last", last},
            {"due_today_all", row.due_today_all()},
            {"work_needed_s", row.work_needed_s()},
            {"at_risk", row.at_risk()},
            {"overdue_oldest_received_at", json_time(row.overdue_oldest_received_at_us())},
            {"coverage_debounce_s", row.coverage_debounce_s()},
            {"greeting_faults", row.greeting_faults()},
            {"promises_missed", row.promises_missed()},
            {"bad_routes", row.bad_routes()},
            {"script_state", row.script_state()},
            {"departed_pending", row.departed_pending()},
            {"departed_red", row.departed_red()},
            {"departed_unanswered", row.departed_unanswered()},
            {"no_cover", row.no_cover()},
            {"mailboxes_barred", row.mailboxes_barred()},
            {"greetings_asked", row.greetings_asked()},
            {"greetings_not_known", row.greetings_not_known()},
            {"greeting_faults_by_kind", kinds},
            {"messages_deadline", row.messages_deadline()},
            {"script_version", row.script_version()},
            {"script_required", row.script_required()},
            {"bad_route_first", route},
            {"departed_requested", row.departed_requested()},
            {"departed_seen_off", row.departed_seen_off()},
            {"departed_confirmed_today", row.departed_confirmed_today()},
            {"departed_unverified", row.departed_unverified()},
            {"departed_reopened", row.departed_reopened()},
            {"departed_by_workdays", row.departed_by_workdays()},
            {"departed_red_after_workdays", row.departed_red_after_workdays()},
            {"departed_open_messages", row.departed_open_messages()},
            {"departed_next_promise", json_time(row.departed_next_promise_us())},
            {"operators_unreachable", row.operators_unreachable()},
            {"staff_away", row.staff_away()}};
}

Json queue_json(const QueueRow& row)
{
    Json by_minute = Json::array();
    for (const auto waiting : row.waiting_by_minute()) by_minute.push_back(waiting);
    return {
        {"queue", row.queue_id()},
        {"name", row.name()},
        {"location", row.location_id()},
        {"waiting", row.waiting()},
        {"oldest_joined_at", json_time(row.oldest_joined_at_us())},
        {"offered", row.offered()},
        {"answered", row.answered()},
        {"abandoned", row.abandoned()},
        {"short_abandoned", row.short_abandoned()},
        {"answered_in_threshold", row.answered_in_threshold()},
        {"abandoned_in_threshold", row.abandoned_in_threshold()},
        {"timed_out", row.timed_out()},
        {"left_by_key", row.left_by_key()},
        {"left_otherwise", row.left_otherwise()},
        {"longest_wait_today_ms", row.longest_wait_today_ms()},
        {"answered_wait_ms", row.answered_wait_ms()},
        {"answered_pct", optional(answered_percentage(row))},
        {"service_level_pct", optional(service_level(row))},
        {"service_level_variant", row.service_level_variant()},
        {"service_level_s", row.service_level_s()},
        {"amber_waiting", row.amber_waiting()},
        {"amber_wait_s", row.amber_wait_s()},
        {"red_waiting", row.red_waiting()},
        {"red_wait_s", row.red_wait_s()},
        {"waiting_by_minute", by_minute},
        {"data_known", row.data_known()},
        {"level_by_depth", word(row.level_by_depth(), QueueRow::Level_Name(row.level_by_depth()))}};
}

Json source_json(const SourceRow& row)
{
    Json lags = Json::array();
    for (const auto lag : row.lag_by_10s_ms()) lags.push_back(lag);
    return {{"source", row.source_id()},
            {"kind", row.kind()},
            {"state", word(row.state(), SourceRow::State_Name(row.state()))},
            {"watermark", json_time(row.watermark_us())},
            {"head", row.head()},
            {"accepted", row.accepted()},
            {"missed", row.missed()},
            {"locations", list(row.location_ids())},
            {"software", row.software()},
            {"silent_since", json_time(row.silent_since_us())},
            {"lag_ms", row.lag_ms()},
            {"lag_by_10s_ms", lags},
            {"clock_known", row.clock_known()},
            {"clock_skew_ms", row.clock_skew_ms()},
            {"clock_doubt", row.clock_doubt()},
            {"gaps", spans(row.gaps())},
            {"gaps_healed_today", row.gaps_healed_today()},
            {"fetched_again", row.fetched_again()},
            {"upstream_lost_since", json_time(row.upstream_lost_since_us())},
            {"spool_watch_alive", row.spool_watch_alive()},
            {"trouble", row.trouble()}};
}

Json message_json(const MessageRow& row, bool with_history)
{
    Json json = {{"message", row.message()},
                 {"mailbox", row.mailbox_id()},
                 {"location", row.location_id()},
                 {"person", row.person()},
                 {"group", row.group()},
                 {"received_at", json_time(row.received_at_us())},
                 {"left_at", json_time(row.left_at_us())},
                 {"due_date", row.due_date()},
                 {"deadline", json_time(row.deadline_us())},
                 {"state", row.state()},
                 {"flags", list(row.flags())},
                 {"caller", row.caller()},
                 {"presence", row.presence()},
                 {"msg_id", row.msg_id()},
                 {"duration_ms", row.duration_ms()},
                 {"call_id", row.call_id()},
                 {"origin", row.origin()},
                 {"claimed_by", row.claimed_by()},
                 {"claimed_until", json_time(row.claimed_until_us())},
                 {"promised_from", json_time(row.promised_from_us())},
                 {"promised_to", json_time(row.promised_to_us())},
                 {"served_by", row.served_by()},
                 {"served_at", json_time(row.served_at_us())},
                 {"served_call", row.served_call()},
                 {"call_at", json_time(row.call_at_us())}};
    if (with_history) {
        json["history"] = Json::array();
        for (const auto& step : row.history()) json["history"].push_back(step_json(step));
    }
    return json;
}

std::string pretty(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string one_line(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace callwatch::ctl
