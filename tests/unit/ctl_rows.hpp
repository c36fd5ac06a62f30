#pragma once

#include <string>

#include <google/protobuf/text_format.h>

#include "callwatch/v1/request.pb.h"
#include "daemon/model/check.hpp"

namespace callwatch::test {

/// A message of the contract from Protobuf's text format: tests say only the fields they are about.
template <class Message>
Message proto(const std::string& text)
{
    Message message;
    CALLWATCH_CHECK(google::protobuf::TextFormat::ParseFromString(text, &message));
    return message;
}

// Friday 2026-11-20 in America/Chicago: 17:00:00 CST is 23:00:00 UTC.
constexpr auto closing_us = "1795215600000000";

inline v1::StatusReply status_of_friday()
{
    return proto<v1::StatusReply>(R"(
        software: "callwatchd 0.1.0" now_us: 1795215483123456 started_at_us: 1795180000000000
        time_mode: "source" journal_position: 48112 chain_head: "3f2a" ledger_hash: "77aa"
        operational_hash: "0b0b" health: OK events_accepted: 4711
        refused { key: "malformed" value: 3 } refused { key: "duplicate" value: 1200 }
        locations { location_id: "northside" name: "Northside" zone: "America/Chicago"
            zone_abbreviation: "CST" utc_offset_s: -21600 hours: OPEN closes_at_us: 1795215600000000
            opens_at_us: 1795183200000000 business_date: "2026-11-20" unreturned: 4 due_today: 3
            overdue: 1 attempted: 1 returned_today: 12 operators_known: true operators_staffed: 2
            operators_on_call: 1 operators_weak: 1 data_known: true uncovered_s: 72
            uncovered { span { from_us: 1795186800000000 to_us: 1795186872000000 } cause: "paused" }
            main_to_voicemail: 2 main_via_operator: 1 main_to_voicemail_last {
                at_us: 1795190400000000 how: "option_0" through: "queue Main line" } }
        locations { location_id: "annex" name: "Annex" zone: "America/Chicago" hours: CLOSED
            unreturned: 2 data_as_of_us: 1795215403000000 }
        sources { source_id: "pbx1" kind: "asterisk" state: FRESH watermark_us: 1795215482000000
            head: 4711 accepted: 4711 location_ids: "northside" software: "callwatch-bridge 0.1.0" }
        sources { source_id: "pbx2" kind: "asterisk" state: SILENT watermark_us: 1795215403000000
            silent_since_us: 1795215403000000 missed: 2 location_ids: "annex" })");
}

inline v1::MessageRow message_106()
{
    return proto<v1::MessageRow>(R"(
        message: "pbx1/106@default#1795209422.188" mailbox_id: "pbx1/106@default"
        location_id: "northside" person: "ana" received_at_us: 1795209422188000
        left_at_us: 1795209444000000 due_date: "2026-11-20" deadline_us: 1795215600000000
        state: "HEARD" flags: "LATE_ARRIVAL" caller: "+64 2170000•01" presence: "Old"
        msg_id: "1795209422-0000000a" duration_ms: 21800 call_id: "pbx1/1795209422.188"
        origin: "LIVE"
        history { at_us: 1795209444000000 what: "left" evidence: "pbx1/1795209422.188" }
        history { at_us: 1795210000000000 what: "heard" by: "ana" })");
}

inline v1::DayReply violations_of_friday()
{
    auto reply = proto<v1::DayReply>(R"(
        day { location_id: "northside" business_date: "2026-11-20" verdict: VERDICT_VIOLATIONS
            provisional: true revision: 2 late: true monitored: true check_at_us: 1795215600000000
            due: 12 returned: 10 attempted: 1 open: 1 still_new: 1 mailboxes: 5 mailboxes_agree: 4
            sources: 2 sources_fresh: 1 sign_by_us: 1795219200000000
            reasons { code: "unreturned" text: "1 message was not returned by 17:00:00"
                subject: "1" }
            reasons { code: "source_silent" text: "source pbx2 is silent"
                subject: "pbx2" since_us: 1795215403000000 }
            reasons { code: "mailbox_not_listed" text: "a mailbox has never been listed"
                subject: "pbx2/301@branch" } }
        policy_version: "p1" calendar_version: "c1" tzdata_version: "2024b")");
    *reply.add_open() = message_106();
    return reply;
}

}  // namespace callwatch::test
