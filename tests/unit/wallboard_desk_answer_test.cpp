// Does each answer become the rows it tells of, within bounds, and a refusal forget them?

#include <catch2/catch.hpp>

#include "callwatch/v1/request.pb.h"
#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/feed/desk_codec.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

namespace v1 = callwatch::v1;
using Kind = Question::Kind;

v1::Reply reply(std::uint64_t id = 9)
{
    v1::Reply one;
    one.set_id(id);
    return one;
}

/// "" if the answer was taken, else the code of the refusal.
std::string take(const v1::Reply& one, const Question& question, desk::Rows& rows)
{
    const auto refusal = take_answer(one.SerializeAsString(), 9, question, rows);
    return refusal ? refusal->code : "";
}

Question of(Kind kind, const std::string& location = {}) { return {kind, location}; }

std::int64_t us(const std::string& time) { return at(time).time_since_epoch().count(); }

}  // namespace

TEST_CASE("messages are taken, and a further part goes behind the first", "[unit][desk]")
{
    desk::Rows rows;
    auto first = reply();
    first.mutable_messages()->set_total(2);
    auto& row = *first.mutable_messages()->add_messages();
    row.set_message("m1");
    row.set_mailbox_id("box");
    row.set_location_id("north");
    row.set_person("ada");
    row.set_state("HEARD");
    row.set_caller("•• 41");
    row.add_flags("OVERDUE");
    row.set_received_at_us(us("09:00:00"));
    row.set_deadline_us(us("17:00:00"));
    row.set_duration_ms(38'000);
    row.set_claimed_by("ben");
    row.set_call_at_us(us("15:00:00"));
    row.add_history()->set_what("heard");
    CHECK(take(first, of(Kind::messages), rows).empty());
    CHECK(rows.messages_known);
    CHECK(rows.messages_total == 2);
    REQUIRE(rows.messages.size() == 1);
    const desk::Message& message = rows.messages[0];
    CHECK(message.id == "m1");
    CHECK(message.mailbox == "box");
    CHECK(message.person == "ada");
    CHECK(message.has("OVERDUE"));
    CHECK(message.received_at == at("09:00:00"));
    CHECK(message.deadline == at("17:00:00"));
    CHECK(message.duration == 38s);
    CHECK(message.claimed_by == "ben");
    CHECK(message.call_at == at("15:00:00"));
    CHECK(message.history.at(0).what == "heard");

    auto rest = reply();
    rest.mutable_messages()->set_total(2);
    rest.mutable_messages()->add_messages()->set_message("m2");
    CHECK(take(rest, {.kind = Kind::messages, .location = {}, .offset = 1}, rows).empty());
    CHECK(rows.messages.size() == 2);
    CHECK(take(rest, of(Kind::messages), rows).empty());
    REQUIRE(rows.messages.size() == 1);
    CHECK(rows.messages[0].id == "m2");
}

TEST_CASE("closed messages stand apart from the open ones, and go with them", "[unit][desk]")
{
    desk::Rows rows;
    auto answer = reply();
    answer.mutable_messages()->set_total(4);
    for (const auto* state : {"NEW", "RETURNED", "RESOLVED", "DEFERRED"}) {
        auto& row = *answer.mutable_messages()->add_messages();
        row.set_message(state);
        row.set_state(state);
    }
    for (int twice = 0; twice < 2; ++twice) {
        CHECK(take(answer, of(Kind::messages), rows).empty());
        CHECK(rows.messages.size() == 2);
        REQUIRE(rows.closed.size() == 2);
        CHECK(rows.closed[1].id == "RESOLVED");
    }
    REQUIRE(rows.message("RETURNED") != nullptr);
    answer = reply();
    answer.mutable_refused()->set_code("not_allowed");
    CHECK(take(answer, of(Kind::messages), rows).empty());
    CHECK(rows.closed.empty());
}

TEST_CASE("what was closed lately is asked for with what is open", "[unit][desk]")
{
    const auto asked = [](const Question& question) {
        v1::Request request;
        REQUIRE(request.ParseFromString(encode_question(1, question)));
        return request.messages();
    };
    CHECK_FALSE(asked(of(Kind::messages)).include_closed());
    Question lately = of(Kind::messages);
    lately.closed_since = at("15:00:00");
    CHECK(asked(lately).include_closed());
    CHECK(asked(lately).closed_since_us() == us("15:00:00"));
}

TEST_CASE("people of a location stand by name, and all rows are indexed", "[unit][desk]")
{
    desk::Rows rows;
    auto answer = reply();
    for (const auto& [id, name] : {std::pair{"p1", "Zoë"}, {"p2", "Ada"}, {"p3", ""}}) {
        auto& one = *answer.mutable_staff()->add_people();
        one.set_person(id);
        one.set_name(name);
        one.set_location_id("north");
    }
    CHECK(take(answer, of(Kind::staff, "north"), rows).empty());
    REQUIRE(rows.people.size() == 3);
    CHECK(rows.people[0].name == "Ada");
    CHECK(rows.people[2].id == "p3");
    CHECK(rows.index_made.people == std::vector<std::size_t>{1, 0, 2});
    answer = reply();
    answer.mutable_refused()->set_code("not_allowed");
    CHECK(take(answer, of(Kind::staff, "north"), rows).empty());
    CHECK(rows.index_made.people.empty());
}

TEST_CASE("absences that begin later stand apart from those that last", "[unit][desk]")
{
    desk::Rows rows;
    auto answer = reply();
    answer.mutable_standards()->add_absent()->set_person("ada");
    auto& later = *answer.mutable_standards()->add_planned();
    later.set_person("ben");
    later.set_from_us(us("15:00:00"));
    later.set_to_us(us("16:00:00"));
    later.set_cover("ada");
    CHECK(take(answer, of(Kind::standards, "north"), rows).empty());
    CHECK(rows.absence_at("north", "ben") == nullptr);
    CHECK(rows.planned_at("north", "ada") == nullptr);
    const desk::Absent* planned = rows.planned_at("north", "ben");
    REQUIRE(planned != nullptr);
    CHECK(planned->from == at("15:00:00"));
    CHECK(planned->to == at("16:00:00"));
    CHECK(planned->cover == "ada");
}

TEST_CASE("a list of messages is partial until its last part has come", "[unit][desk]")
{
    desk::Rows rows;
    auto answer = reply();
    answer.mutable_messages()->set_total(2'000);
    Question question = of(Kind::messages);
    CHECK(rest_of(question, rows) == 0);
    CHECK(take(answer, question, rows).empty());
    CHECK(rows.messages_partial);
    CHECK(rest_of(question, rows) == 1'000);
    question.offset = 1'000;
    CHECK(take(answer, question, rows).empty());
    CHECK_FALSE(rows.messages_partial);
    CHECK(rest_of(question, rows) == 0);

    answer.mutable_messages()->set_total(20'000);
    question.offset = 8'000;
    CHECK(take(answer, question, rows).empty());
    CHECK(rest_of(question, rows) == 9'000);
    question.offset = 9'000;
    CHECK(take(answer, question, rows).empty());
    CHECK(rest_of(question, rows) == 0);
    CHECK_FALSE(rows.messages_partial);
    CHECK(rest_of(of(Kind::departures), rows) == 0);
}

TEST_CASE("a day is taken with what is signed, and who signed", "[unit][desk]")
{
    desk::Rows rows;
    auto answer = reply();
    v1::DayReply& day = *answer.mutable_day();
    day.mutable_day()->set_location_id("north");
    day.mutable_day()->set_business_date("2026-11-24");
    day.mutable_day()->set_revision(2);
    day.mutable_day()->set_verdict(v1::VERDICT_VIOLATIONS);
    day.set_record(std::string{"\0\xFF", 2});
    day.add_open()->set_needs_exception(true);
    day.add_items()->set_state("BROKEN");
    day.add_amendments();
    CHECK(take(answer, of(Kind::day, "north"), rows).empty());
    const desk::DayRecord& record = rows.days.at("north");
    CHECK(record.known);
    CHECK(record.revision == 2);
    CHECK(record.verdict == "VIOLATIONS");
    CHECK(record.record == std::string{"\0\xFF", 2});
    CHECK(record.open.at(0).needs_exception);
    CHECK(record.items.at(0).state == "BROKEN");
    CHECK(record.amendments == 1);
    CHECK(record.signature.by.empty());

    day.mutable_signature()->set_by("ada");
    day.mutable_signature()->set_late(true);
    day.mutable_signature()->add_exceptions();
    day.mutable_day()->set_verdict(v1::VERDICT_CLEAR);
    CHECK(take(answer, of(Kind::day, "north"), rows).empty());
    CHECK(rows.days.at("north").signature.by == "ada");
    CHECK(rows.days.at("north").signature.late);
    CHECK(rows.days.at("north").signature.exceptions == 1);
    CHECK(rows.days.at("north").verdict == "CLEAR");

    day.mutable_day()->clear_verdict();
    CHECK(take(answer, of(Kind::day, "north"), rows).empty());
    CHECK(rows.days.at("north").verdict == "UNKNOWN");
}

TEST_CASE("departures, standards, operators and people are taken in place of the last answer",
          "[unit][desk]")
{
    desk::Rows rows;
    auto answer = reply();
    auto& departure = *answer.mutable_departures()->add_departures();
    departure.set_mailbox_id("box");
    departure.set_requested_at_us(us("09:30:00"));
    departure.set_observed("gone");
    departure.set_handed_over_by("mia");
    departure.set_handed_over_at_us(us("09:40:00"));
    departure.set_statement("hash");
    answer.mutable_departures()->set_total(1'240);
    for (int twice = 0; twice < 2; ++twice) CHECK(take(answer, of(Kind::departures), rows).empty());
    CHECK(rows.departures_known);
    REQUIRE(rows.departures.size() == 1);
    CHECK(rows.departures[0].mailbox == "box");
    CHECK(rows.departures[0].requested_at == at("09:30:00"));
    CHECK(rows.departures[0].observed == "gone");
    CHECK(rows.departures[0].handed_over_by == "mia");
    CHECK(rows.departures[0].handed_over_at == at("09:40:00"));
    CHECK(rows.departures[0].is_signed);
    CHECK(rows.departures_total == 1'240);

    answer = reply();
    auto& mailbox = *answer.mutable_standards()->add_mailboxes();
    mailbox.set_mailbox_id("box");
    mailbox.set_window_from_ms(55'800'000);
    answer.mutable_standards()->add_routes()->set_fault("departed");
    answer.mutable_standards()->add_absent()->set_no_cover(true);
    answer.mutable_standards()->add_operators()->set_longest_ring_ms(9'000);
    CHECK(take(answer, of(Kind::standards, "north"), rows).empty());
    CHECK(rows.standards.at("north").mailboxes.at(0).window_from == 15h + 30min);
    CHECK(rows.standards.at("north").routes.at(0).fault == "departed");
    CHECK(rows.standards.at("north").absent.at(0).no_cover);
    CHECK(rows.standards.at("north").operators.at(0).longest_ring == 9s);

    answer = reply();
    answer.mutable_coverage()->add_operators()->set_on_call(true);
    CHECK(take(answer, of(Kind::operators, "north"), rows).empty());
    CHECK(rows.operators.at("north").at(0).on_call);

    for (const auto* location : {"north", "harbor", "north"}) {
        answer = reply();
        auto& person = *answer.mutable_staff()->add_people();
        person.set_person("ada");
        person.set_name("Ada Ruiz");
        person.set_location_id(location);
        person.set_left_at_us(us("09:00:00"));
        CHECK(take(answer, of(Kind::staff, location), rows).empty());
    }
    REQUIRE(rows.people.size() == 2);
    CHECK(rows.people[0].location == "harbor");
    CHECK(rows.people[0].has_left);
}

TEST_CASE("what is refused leaves its sentence and forgets what was answered before",
          "[unit][desk]")
{
    desk::Rows rows;
    rows.messages_known = rows.departures_known = true;
    rows.messages.resize(1);
    rows.departures.resize(1);
    rows.days["north"].revision = 1;
    rows.days["harbor"].revision = 1;
    rows.standards["north"];
    rows.operators["north"];
    rows.people.resize(2);
    rows.people[0].location = "north";
    rows.people[1].location = "harbor";
    auto refusal = reply();
    refusal.mutable_refused()->set_text("not for this key");
    for (const auto kind : {Kind::messages, Kind::day, Kind::departures, Kind::standards,
                            Kind::operators, Kind::staff})
        CHECK(take(refusal, of(kind, "north"), rows).empty());
    CHECK(rows.messages.empty());
    CHECK_FALSE(rows.messages_known);
    CHECK(rows.departures.empty());
    CHECK_FALSE(rows.departures_known);
    CHECK(rows.days.size() == 1);
    CHECK(rows.standards.empty());
    CHECK(rows.operators.empty());
    REQUIRE(rows.people.size() == 1);
    CHECK(rows.people[0].location == "harbor");
    CHECK(rows.refused.at("day north") == "not for this key");
    CHECK(rows.refused.at("messages") == "not for this key");

    auto answer = reply();
    answer.mutable_messages();
    CHECK(take(answer, of(Kind::messages), rows).empty());
    CHECK(rows.refused.count("messages") == 0);
}

TEST_CASE("an answer that is none of this question changes nothing", "[unit][desk]")
{
    desk::Rows rows;
    rows.messages_known = true;
    rows.messages.resize(3);
    auto answer = reply();
    answer.mutable_staff();
    for (const auto kind :
         {Kind::messages, Kind::day, Kind::departures, Kind::standards, Kind::operators})
        CHECK(take(answer, of(kind, "north"), rows) == "unknown_kind");
    answer = reply();
    answer.mutable_messages();
    CHECK(take(answer, of(Kind::staff, "north"), rows) == "unknown_kind");
    answer = reply(8);
    answer.mutable_messages();
    CHECK(take(answer, of(Kind::messages), rows) == "other_answer");
    CHECK(take_answer("\xFF\xFF", 9, of(Kind::messages), rows)->code == "malformed");
    CHECK(take_answer(std::string(message_bytes_max + 1, ' '), 9, of(Kind::messages), rows)->code ==
          "too_large");
    CHECK(rows.messages.size() == 3);
    CHECK(rows.refused.empty());
}

TEST_CASE("an answer beyond its bounds is refused whole", "[unit][desk]")
{
    desk::Rows rows;
    rows.messages.resize(3);
    auto answer = reply();
    answer.mutable_messages()->add_messages()->set_message("good");
    auto& row = *answer.mutable_messages()->add_messages();
    SECTION("too long a text")
    {
        row.add_history()->set_remark(std::string(2'049, 'x'));
        CHECK(take(answer, of(Kind::messages), rows) == "text_too_long");
    }
    SECTION("a remark as long as one can be is taken")
    {
        row.add_history()->set_remark(std::string(2'048, 'x'));
        CHECK(take(answer, of(Kind::messages), rows).empty());
        CHECK(rows.messages.size() == 2);
        rows.messages.resize(3);
    }
    SECTION("too many flags")
    {
        for (int i = 0; i < 1'001; ++i) row.add_flags("F");
        CHECK(take(answer, of(Kind::messages), rows) == "too_many_rows");
    }
    SECTION("too many steps")
    {
        for (int i = 0; i < 1'001; ++i) row.add_history();
        CHECK(take(answer, of(Kind::messages), rows) == "too_many_rows");
    }
    SECTION("a time that is none")
    {
        row.set_deadline_us(-1);
        CHECK(take(answer, of(Kind::messages), rows) == "bad_time");
    }
    CHECK(rows.messages.size() == 3);
}

TEST_CASE("each list of an answer is bounded", "[unit][desk]")
{
    desk::Rows rows;
    const auto refused = [&](Kind kind, auto add) {
        auto answer = reply();
        for (int i = 0; i < 1'000; ++i) add(answer);
        const std::string at_bound = take(answer, of(kind, "north"), rows);
        add(answer);
        return at_bound.empty() && take(answer, of(kind, "north"), rows) == "too_many_rows";
    };
    CHECK(refused(Kind::day, [](auto& a) { a.mutable_day()->add_open(); }));
    CHECK(refused(Kind::day, [](auto& a) { a.mutable_day()->add_items(); }));
    CHECK(refused(Kind::departures, [](auto& a) { a.mutable_departures()->add_departures(); }));
    CHECK(refused(Kind::standards, [](auto& a) { a.mutable_standards()->add_mailboxes(); }));
    CHECK(refused(Kind::standards, [](auto& a) { a.mutable_standards()->add_operators(); }));
    CHECK(refused(Kind::standards, [](auto& a) { a.mutable_standards()->add_routes(); }));
    CHECK(refused(Kind::standards, [](auto& a) { a.mutable_standards()->add_absent(); }));
    CHECK(refused(Kind::standards, [](auto& a) { a.mutable_standards()->add_planned(); }));
    CHECK(refused(Kind::operators, [](auto& a) { a.mutable_coverage()->add_operators(); }));
}

TEST_CASE("a record of a day is at most a mebibyte", "[unit][desk]")
{
    desk::Rows rows;
    auto answer = reply();
    answer.mutable_day()->set_record(std::string(std::size_t{1} << 20, 'x'));
    CHECK(take(answer, of(Kind::day, "north"), rows).empty());
    answer.mutable_day()->set_record(std::string((std::size_t{1} << 20) + 1, 'x'));
    CHECK(take(answer, of(Kind::day, "north"), rows) == "too_large");
}

TEST_CASE("no more messages and people are kept than a desk shows", "[unit][desk]")
{
    desk::Rows rows;
    rows.messages.resize(desk_messages_max - 1);
    auto answer = reply();
    answer.mutable_messages()->set_total(20'000);
    for (int i = 0; i < 5; ++i) answer.mutable_messages()->add_messages();
    CHECK(take(answer, {.kind = Kind::messages, .location = {}, .offset = 9'999}, rows).empty());
    CHECK(rows.messages.size() == desk_messages_max);
    CHECK(rows.messages_total == 20'000);

    rows.people.resize(desk_people_max - 1);
    answer = reply();
    for (int i = 0; i < 5; ++i) answer.mutable_staff()->add_people();
    CHECK(take(answer, of(Kind::staff, "north"), rows).empty());
    CHECK(rows.people.size() == desk_people_max);
}

TEST_CASE("an outcome is recorded with its place, or refused with a code and a sentence",
          "[unit][desk]")
{
    const auto outcome = [](const v1::Reply& one) {
        return take_outcome(one.SerializeAsString(), 9, 4);
    };
    auto done = reply();
    done.mutable_command_done()->set_position(1'234);
    done.mutable_command_done()->set_text("+1 409 555 0141");
    const auto recorded = std::get<desk::Outcome>(outcome(done));
    CHECK(recorded.number == 4);
    CHECK(recorded.done);
    CHECK(recorded.position == 1'234);
    CHECK(recorded.text == "+1 409 555 0141");

    auto no = reply();
    no.mutable_refused()->set_code("already_closed");
    no.mutable_refused()->set_text("m1 is RETURNED");
    const auto refused = std::get<desk::Outcome>(outcome(no));
    CHECK_FALSE(refused.done);
    CHECK(refused.code == "already_closed");
    CHECK(refused.text == "m1 is RETURNED");

    CHECK(std::get<Refusal>(take_outcome(done.SerializeAsString(), 8, 4)).code == "other_answer");
    CHECK(std::get<Refusal>(take_outcome("\xFF", 9, 4)).code == "malformed");
    auto other = reply();
    other.mutable_messages();
    CHECK(std::get<Refusal>(outcome(other)).code == "unknown_kind");
}

TEST_CASE("a sentence that is too long is cut between letters", "[unit][desk]")
{
    desk::Rows rows;
    auto no = reply();
    no.mutable_refused()->set_text(std::string(text_bytes_max - 1, 'x') + "é");
    CHECK(take(no, of(Kind::messages), rows).empty());
    CHECK(rows.refused.at("messages") == std::string(text_bytes_max - 1, 'x'));
    no.mutable_refused()->set_text(std::string(text_bytes_max - 2, 'x') + "é");
    CHECK(take(no, of(Kind::messages), rows).empty());
    CHECK(rows.refused.at("messages").size() == text_bytes_max);
}
