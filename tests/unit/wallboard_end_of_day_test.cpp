// Is the verdict of a day told so that nobody can take a doubt for an all-clear? Requirement TS-7.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/model/days.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

Wall after_close(Day day)
{
    Wall wall{board("17:00:36")};
    for (Location& location : wall.snapshot.locations) location.hours = Hours::closed;
    wall.snapshot.days = {std::move(day)};
    return wall;
}

OpenMessage left(const std::string& time, const char* state)
{
    OpenMessage message;
    message.received_at = at(time);
    message.state = state;
    message.overdue = true;
    return message;
}

}  // namespace

TEST_CASE("a clear day has ring, word and four ticks", "[unit][wallboard]")
{
    Day day = checked("north", Verdict::clear);
    day.due = day.returned = 31;
    day.signed_at = at("17:00:30");
    const EndOfDayView view = after_close(day).end_of_day("north");
    CHECK(view.shape == VerdictShape::ring_tick);
    CHECK(view.word == "CLEAR");
    CHECK(view.standing == Standing::normal);
    REQUIRE(view.evidence.size() == 4);
    CHECK(view.evidence[0].text.full == "31 of 31");
    CHECK(view.evidence[3].text.full == "signed 17:00:30");
    for (const Evidence& evidence : view.evidence) CHECK(evidence.mark == Mark::tick);
    CHECK(view.notes[0].full == "settled 17:00:09, when every source had passed 17:00");
}

TEST_CASE("attempted messages never give a plain CLEAR", "[unit][wallboard]")
{
    Day day = checked("north", Verdict::clear);
    day.due = 31;
    day.returned = 29;
    day.attempted = 2;
    const EndOfDayView view = after_close(day).end_of_day("north");
    CHECK(view.word == "CLEAR, 2 attempted");
    CHECK(view.standing == Standing::warning);
}

TEST_CASE("a message returned and still new in the INBOX is amber, never red", "[unit][wallboard]")
{
    Day day = checked("north", Verdict::clear);
    day.still_new = 3;
    const EndOfDayView view = after_close(day).end_of_day("north");
    CHECK(view.word == "CLEAR");
    CHECK(view.evidence[1].standing == Standing::warning);
    CHECK(view.evidence[1].title == "still new in INBOX");
}

TEST_CASE("violations are counted and listed by time, without names", "[unit][wallboard]")
{
    Day day = checked("harbor", Verdict::violations);
    day.due = 26;
    day.returned = 22;
    day.open = 4;
    day.open_messages = {left("11:02:00", "HEARD"), left("13:40:00", "NEW"),
                         left("16:52:00", "NEW"), left("16:53:00", "NEW")};
    day.open_messages[2].late_arrival = true;
    const EndOfDayView view = after_close(day).end_of_day("harbor");
    CHECK(view.shape == VerdictShape::number);
    CHECK(view.number == "4");
    CHECK(view.word == "VIOLATIONS");
    CHECK(view.sentence.full == "messages not returned by 17:00");
    REQUIRE(view.lines.size() == 4);
    CHECK(view.lines[0].subject == "left 11:02");
    CHECK(view.lines[0].text.full == "heard, nobody called back");
    CHECK(view.lines[2].text.full == "late arrival, not heard");
    CHECK(view.evidence[0].standing == Standing::action);
}

TEST_CASE("proof beats doubt, and the doubt is told with it", "[unit][wallboard]")
{
    Day day = checked("harbor", Verdict::violations);
    day.open = 1;
    day.open_messages = {left("11:02:00", "HEARD")};
    day.reasons = {{"source_silent", "", "voicemail", at("16:41:07")}};
    const EndOfDayView view = after_close(day).end_of_day("harbor");
    CHECK(view.word == "VIOLATION");
    CHECK(view.lines.back().subject == "and more");
    CHECK(view.lines.back().text.full == "may be unknown, because a source is silent");
}

TEST_CASE("more messages than lines are counted", "[unit][wallboard]")
{
    Day day = checked("harbor", Verdict::violations);
    day.open = 250;
    for (int i = 0; i < 200; ++i) day.open_messages.push_back(left("11:02:00", "NEW"));
    const EndOfDayView view = after_close(day).end_of_day("harbor");
    CHECK(view.number == "250");
    CHECK(view.lines.back().subject == std::to_string(250 - (view.lines.size() - 1)) + " more");
}

TEST_CASE("unknown says why, what is not known, and what to do", "[unit][wallboard]")
{
    Day day = checked("harbor", Verdict::unknown);
    day.provisional = true;
    day.sources = 3;
    day.sources_fresh = 2;
    day.reasons = {{"source_silent", "source voicemail is silent", "voicemail", at("16:41:07")}};
    const EndOfDayView view = after_close(day).end_of_day("harbor");
    CHECK(view.shape == VerdictShape::question);
    CHECK(view.word == "UNKNOWN");
    CHECK(view.sentence.full == "because a source is silent");
    REQUIRE(view.lines.size() == 3);
    CHECK(view.lines[0].text.full == "silent since 16:41:07, before close");
    CHECK(view.lines[1].text.full == "what came in the last 18 min 53 s");
    CHECK(view.lines[2].subject == "to settle it");
    CHECK(view.evidence[2].standing == Standing::unknown);
}

TEST_CASE("every reason of a doubt has short words of its own", "[unit][wallboard]")
{
    for (const char* code :
         {"source_never_seen", "source_silent", "source_behind", "source_ended", "gap",
          "mailbox_not_listed", "mailbox_list_differs", "mailbox_not_configured", "no_source",
          "before_monitoring", "call_still_up"}) {
        INFO(code);
        Day day = checked("harbor", Verdict::unknown);
        day.provisional = true;
        day.reasons = {{code, "the collector's own sentence", "1", at("16:41:07")}};
        const EndOfDayView view = after_close(day).end_of_day("harbor");
        CHECK(view.sentence.full != "because not everything is known");
        CHECK(view.lines.at(0).text.full != "the collector's own sentence");
        CHECK(view.lines.back().subject == "to settle it");
    }
    Day day = checked("harbor", Verdict::unknown);
    day.reasons = {{"something_new", "the collector's own sentence", "", not_said}};
    const EndOfDayView view = after_close(day).end_of_day("harbor");
    CHECK(view.sentence.full == "because not everything is known");
    CHECK(view.lines.at(0).text.full == "the collector's own sentence");
}

TEST_CASE("a check that is made in advance does not end the countdown", "[unit][wallboard]")
{
    Wall wall{board("16:59:59")};
    Day day = checked("north", Verdict::unknown);
    day.reasons = {{"not_checked_yet", "the check is made at 17:00:00", "", not_said}};
    wall.snapshot.days = {day};
    CHECK(wall.end_of_day("north").word == "0:01");
    CHECK_FALSE(all_settled(wall.snapshot));
}

TEST_CASE("what is not settled is never called clear", "[unit][wallboard]")
{
    Day day = checked("north", Verdict::clear);
    day.provisional = true;
    CHECK(after_close(day).end_of_day("north").word == "UNKNOWN");

    Day unsaid = checked("north", Verdict::clear);
    unsaid.judged = false;
    const EndOfDayView view = after_close(unsaid).end_of_day("north");
    CHECK(view.word == "UNKNOWN");
    CHECK(view.sentence.full == "until every source has passed 17:00");
    CHECK_FALSE(is_settled(day));
    CHECK_FALSE(is_settled(unsaid));
}

TEST_CASE("a place that is not yet monitored is not judged", "[unit][wallboard]")
{
    Day day = checked("north", Verdict::clear);
    day.monitored = false;
    Wall wall = after_close(day);
    wall.snapshot.locations[0].hours = Hours::not_yet_monitored;
    const EndOfDayView view = wall.end_of_day("north");
    CHECK(view.word == "NOT YET MONITORED");
    CHECK(view.shape == VerdictShape::dash);
    CHECK(view.evidence.empty());
}

TEST_CASE("before close the page counts down and warns when the work exceeds the time",
          "[unit][wallboard]")
{
    Wall wall{board("16:50:28")};
    wall.snapshot.locations[0].due_today = 1;
    const EndOfDayView calm = wall.end_of_day("north");
    CHECK(calm.word == "9:32");
    CHECK(calm.shape == VerdictShape::count);
    CHECK(calm.number == "1");
    CHECK(calm.sentence.full == "to close, 1 message to return");
    CHECK(calm.standing == Standing::normal);

    wall.snapshot.locations[0].due_today = 4;
    const EndOfDayView at_risk = wall.end_of_day("north");
    CHECK(at_risk.standing == Standing::warning);
    CHECK(at_risk.badge == Badge{Standing::warning, "AT RISK, 20 min of work", {}});
}

TEST_CASE("an unsigned check counts down to its deadline and turns red at it", "[unit][wallboard]")
{
    Wall wall = after_close(checked("north", Verdict::clear));
    CHECK(wall.end_of_day("north").evidence[3].text.full == "unsigned, 59:24 left");
    CHECK(wall.end_of_day("north").evidence[3].aside == "by 18:00");
    wall.snapshot.as_of = at("18:00:00");
    const Evidence late = wall.end_of_day("north").evidence[3];
    CHECK(late.standing == Standing::action);
    CHECK(late.text.full == "not signed in time");
}

TEST_CASE("the strip tells how every other office stands", "[unit][wallboard]")
{
    Wall wall = after_close(checked("north", Verdict::clear));
    Day harbor = checked("harbor", Verdict::violations);
    harbor.open = 4;
    wall.snapshot.days.push_back(harbor);
    const EndOfDayView view = wall.end_of_day("north");
    REQUIRE(view.offices.size() == 2);
    CHECK(view.offices[0].shape == VerdictShape::ring_tick);
    CHECK(view.offices[0].current);
    CHECK(view.offices[1].number == "4");
}

TEST_CASE("of a thousand offices the strip tells as many as could have room, and counts the rest",
          "[unit][wallboard]")
{
    Wall wall{board("16:30:00")};
    wall.layout = layout_for(1920, 1080);
    for (int i = 2; i < 1'000; ++i)
        wall.snapshot.locations.push_back(office("l" + std::to_string(i), "L"));
    const EndOfDayView view = wall.end_of_day("north");
    CHECK(static_cast<float>(view.offices.size()) * office_least > view.strip.w);
    CHECK(view.offices.size() < 100);
    CHECK(view.offices.size() + view.more_offices == 1'000);
}

TEST_CASE("a board is settled when every monitored place is", "[unit][wallboard]")
{
    Wall wall = after_close(checked("north", Verdict::clear));
    CHECK_FALSE(all_settled(wall.snapshot));
    wall.snapshot.days.push_back(checked("harbor", Verdict::unknown));
    CHECK(all_settled(wall.snapshot));
    wall.snapshot.days[1].provisional = true;
    CHECK_FALSE(all_settled(wall.snapshot));
    wall.snapshot.locations[1].hours = Hours::not_yet_monitored;
    CHECK(all_settled(wall.snapshot));
    CHECK_FALSE(all_settled(Snapshot{}));
}
