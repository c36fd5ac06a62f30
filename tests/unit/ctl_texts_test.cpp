// Does a person who reads the tables of callwatchctl see what asks for action first, and never an
// all-clear that nobody can vouch for? The expected texts are what is printed.

#include <catch2/catch.hpp>

#include "daemon/ctl/day.hpp"
#include "daemon/ctl/messages.hpp"
#include "daemon/ctl/queues.hpp"
#include "daemon/ctl/status.hpp"
#include "tests/unit/ctl_rows.hpp"

using namespace callwatch::ctl;
using namespace callwatch::test;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
namespace v1 = callwatch::v1;

namespace {

LocalTimes chicago() { return LocalTimes{status_of_friday().locations()}; }

v1::MessageRow message(const std::string& id, const std::string& state, std::int64_t deadline_us,
                       std::int64_t received_us, bool overdue = false)
{
    v1::MessageRow row;
    row.set_message(id);
    row.set_state(state);
    row.set_deadline_us(deadline_us);
    row.set_received_at_us(received_us);
    if (overdue) row.add_flags("OVERDUE");
    return row;
}

std::string day_of(const std::string& fields)
{
    v1::DayReply reply;
    *reply.mutable_day() = proto<v1::DayRow>(fields);
    return day_text(reply, chicago(), {});
}

}  // namespace

TEST_CASE("the status shows every location, every source and the journal", "[unit][ctl]")
{
    CHECK(status_text(status_of_friday(), {}) ==
          R"(callwatchd 0.1.0, healthy, time follows the sources
2026-11-20 16:58:03 CST, started 2026-11-20 07:06:40 CST, 4 711 events accepted

LOCATION   NAME       HOURS                    OVERDUE  DUE TODAY  UNRETURNED  ATTEMPTED  STILL NEW  RETURNED  OPERATORS                   UNCOVERED  MAIN TO VM  DATA
northside  Northside  open until 17:00:00 CST        1          3           4          1          0        12  2, 1 on a call, 1 phone on       1:12           2  known
annex      Annex      closed                         ?          ?          2?          ?          ?         ?  ?                                   ?           ?  NOT KNOWN since 16:56:43

SOURCE  KIND      STATE   SILENT FOR  HAS REPORTED UP TO  ACCEPTED   HEAD  LOST  LOCATIONS  SOFTWARE
pbx2    asterisk  SILENT        1:20  16:56:43                   0      0     2  annex
pbx1    asterisk  fresh               16:58:02               4 711  4 711     0  northside  callwatch-bridge 0.1.0

Journal: position 48 112
  chain head   3f2a
  ledger hash  77aa
  operational  0b0b
Refused since the start: duplicate 1 200, malformed 3

Times: America/Chicago.
)");
}

TEST_CASE("a silent source never lets a zero look like nothing to do", "[unit][ctl]")
{
    auto reply = status_of_friday();
    for (auto& location : *reply.mutable_locations()) {
        location.set_data_known(false);
        location.set_overdue(0);
        location.set_due_today(0);
        location.set_unreturned(0);
        location.set_attempted(0);
        location.set_returned_today(0);
    }
    const std::string text = status_text(reply, {});
    const std::string rows =
        text.substr(text.find("northside"), text.find("SOURCE ") - text.find("northside"));
    CHECK_THAT(rows, !Contains(" 0 "));
}

TEST_CASE("nobody to answer is said with how long", "[unit][ctl]")
{
    auto reply = status_of_friday();
    reply.mutable_locations(0)->set_no_operator_since_us(reply.now_us() - 272'000'000);
    CHECK_THAT(status_text(reply, {}), Contains("NO OPERATOR for 4:32"));
}

TEST_CASE("a day with violations says so first, then why, what is open and what to do",
          "[unit][ctl]")
{
    CHECK(day_text(violations_of_friday(), chicago(), {}) ==
          R"(northside, Friday 2026-11-20

VIOLATIONS: 1 not returned
Check of 2026-11-20 17:00:00 CST, revision 2, LATE (settled after a recovery, not at close), PROVISIONAL (it changes as the sources catch up), unsigned (until 2026-11-20 18:00:00 CST).

Why
  unreturned: 1 message was not returned by 17:00:00
  source_silent: source pbx2 is silent
  mailbox_not_listed: a mailbox has never been listed [pbx2/301@branch]

Due 12, returned 10, resolved 0, attempted 1, open 1, returned but still new 1, deferred 0
Mailbox lists that agree: 4 of 5. Sources that are fresh: 1 of 2.

Open
  RECEIVED  MAILBOX           PERSON  STATE  CALLER          WHERE  FLAGS         MSG ID
  15:17:02  pbx1/106@default  ana     HEARD  +64 2170000•01  Old    LATE_ARRIVAL  1795209422-0000000a

What to do
  Call the people of the open messages back. A call that is answered closes its messages by itself.
  Listen to, or delete, the messages that were returned and still lie new.
  Mend what is named under Why (`callwatchctl sources` shows who is silent); the check is then revised.
  A violation stays in the record of the day, also when the call is made later.

Times: America/Chicago.
)");
}

TEST_CASE("an attempted message that the policy counts is open, and no violation", "[unit][ctl]")
{
    CHECK_THAT(
        day_of("monitored: true revision: 1 verdict: VERDICT_VIOLATIONS open: 3 attempted: 1 "
               "reasons { code: 'unreturned' subject: '2' }"),
        Contains("\nVIOLATIONS: 2 not returned\n"));
}

TEST_CASE("clear with attempts is never plain clear", "[unit][ctl]")
{
    CHECK_THAT(day_of("monitored: true revision: 1 verdict: VERDICT_CLEAR"),
               Contains("\nCLEAR: every message that was due"));
    CHECK_THAT(day_of("monitored: true revision: 1 verdict: VERDICT_CLEAR attempted: 2"),
               Contains("\nCLEAR, 2 attempted\n"));
}

TEST_CASE("what is not known, not checked or not monitored is UNKNOWN, with the difference",
          "[unit][ctl]")
{
    CHECK_THAT(day_of("monitored: true revision: 1 verdict: VERDICT_UNKNOWN"),
               Contains("\nUNKNOWN: the data is in doubt"));
    CHECK_THAT(day_of("monitored: true revision: 1"), Contains("\nUNKNOWN: the data is in doubt"));
    CHECK_THAT(day_of("monitored: true revision: 1 reasons { code: 'unreturned' subject: '2' }"),
               Contains("\nUNKNOWN: 2 not returned as far as is known\n"));
    CHECK_THAT(day_of("monitored: true verdict: VERDICT_UNKNOWN"),
               Contains("has not been made yet"));
    CHECK_THAT(day_of("revision: 1 verdict: VERDICT_CLEAR"), Contains("\nUNKNOWN: monitoring"));
}

TEST_CASE("messages are ordered by urgency: overdue, due, age, and closed ones last", "[unit][ctl]")
{
    std::vector<v1::MessageRow> rows{
        message("closed", "RETURNED", 50, 5, true),    message("tomorrow", "NEW", 200, 10),
        message("today-younger", "NEW", 100, 30),      message("today-older", "HEARD", 100, 20),
        message("overdue", "ATTEMPTED", 90, 25, true), message("resolved", "RESOLVED", 1, 1)};
    sort_by_urgency(rows);
    std::string order;
    for (const auto& row : rows) order += row.message() + " ";
    CHECK(order == "overdue today-older today-younger tomorrow resolved closed ");
}

TEST_CASE("the table of messages counts what is open and overdue", "[unit][ctl]")
{
    auto overdue = message_106();
    overdue.add_flags("OVERDUE");
    const Messages messages{.now_us = 1'795'215'720'000'000, .rows = {overdue}};
    CHECK(messages_text(messages, true, chicago(), {}) ==
          R"(1 open, 1 overdue, at 2026-11-20 17:02:00 CST

STATE           DUE                 RECEIVED      AGE  MAILBOX           PERSON  CALLER          LENGTH  WHERE  FLAGS         MESSAGE
OVERDUE, HEARD  17:00:00, 2:00 ago  15:17:02  1:44:57  pbx1/106@default  ana     +64 2170000•01    0:21  Old    LATE_ARRIVAL  pbx1/106@default#1795209422.188
  WHEN      WHAT   BY   EVIDENCE
  15:17:24  left        pbx1/1795209422.188
  15:26:40  heard  ana

Times: America/Chicago.
)");
}

TEST_CASE("queues show short abandons apart, and a dash where nothing was offered", "[unit][ctl]")
{
    const auto reply = proto<v1::QueuesReply>(R"(
        now_us: 1795215483000000
        queues { queue_id: "pbx1/main-line" name: "Main line" location_id: "northside" waiting: 4
            oldest_joined_at_us: 1795215279000000 offered: 97 answered: 84 abandoned: 11
            short_abandoned: 3 answered_in_threshold: 58 abandoned_in_threshold: 2
            answered_wait_ms: 1092000 longest_wait_today_ms: 401000 amber_wait_s: 60 red_wait_s: 180
            service_level_variant: "SL4" service_level_s: 20 data_known: true level_by_depth: AMBER }
        queues { queue_id: "pbx1/quiet" name: "Quiet" location_id: "northside" data_known: true
            service_level_variant: "SL4" service_level_s: 20 }
        queues { queue_id: "pbx2/dark" name: "Dark" location_id: "annex" waiting: 1
            offered: 3 answered: 2 abandoned: 1 abandoned_in_threshold: 1
            longest_wait_today_ms: 2000
            service_level_variant: "SL4" service_level_s: 20 })");
    CHECK_THAT(
        queues_text(reply, {}),
        StartsWith(
            R"(QUEUE      LOCATION   WAITING    LONGEST  OFFERED  ANSWERED  ANSWERED %  ABANDONED  SHORT  OTHER     SL4     T  AVERAGE  LONGEST TODAY
Main line  northside   many 4  over 3:24       97        84      88.4 %          8      3      0  62.3 %  0:20     0:13           6:41
Quiet      northside        0          –        0         0           –          0      0      0       –  0:20        –              –
Dark       annex           1?          ?       3?        2?     66.6 %?         1?      ?      ?  0.0 %?  0:20    0:00?          0:02?
)"));
}
