// Does each deed become the command of the contract, and each question its request?

#include <catch2/catch.hpp>

#include "callwatch/v1/request.pb.h"
#include "tests/unit/wallboard_vocabulary.hpp"
#include "wallboard/feed/desk_codec.hpp"

using namespace wallboard;
using namespace wallboard::test;
using desk::Deed;

namespace {

namespace v1 = callwatch::v1;
using Kind = Question::Kind;

desk::Order order(Deed deed, const std::string& subject, const std::string& text = {})
{
    desk::Order one;
    one.command_id = "0123456789abcdef";
    one.deed = deed;
    one.subject = subject;
    one.text = text;
    return one;
}

/// The command as a collector reads it.
v1::Command sent(const desk::Order& one, const std::string& signature = {})
{
    v1::Request request;
    REQUIRE(request.ParseFromString(encode_order(7, one, signature)));
    CHECK(request.schema_version() == 1);
    CHECK(request.id() == 7);
    REQUIRE(request.has_command());
    CHECK(request.command().command_id() == "0123456789abcdef");
    return request.command();
}

v1::Request asked(const Question& question)
{
    v1::Request request;
    REQUIRE(request.ParseFromString(encode_question(9, question)));
    CHECK(request.schema_version() == 1);
    CHECK(request.id() == 9);
    return request;
}

Question of(Kind kind, const std::string& location = {}) { return {kind, location}; }

std::int64_t us(const std::string& time) { return at(time).time_since_epoch().count(); }

}  // namespace

TEST_CASE("each deed on a message becomes its command", "[unit][desk]")
{
    CHECK(sent(order(Deed::claim, "m1")).message_claim().message() == "m1");
    CHECK_FALSE(sent(order(Deed::claim, "m1")).message_claim().release());
    CHECK(sent(order(Deed::release, "m1")).message_claim().message() == "m1");
    CHECK(sent(order(Deed::release, "m1")).message_claim().release());

    const auto returned = sent(order(Deed::returned, "m1", "by telephone")).message_return();
    CHECK(returned.message() == "m1");
    CHECK(returned.reason() == "by telephone");
    CHECK(returned.at_us() == 0);

    const auto attempted = sent(order(Deed::attempted, "m1", "busy")).message_attempt();
    CHECK(attempted.message() == "m1");
    CHECK(attempted.note() == "busy");

    const auto carried = sent(order(Deed::carry, "m1", "no time")).message_carry();
    CHECK(carried.message() == "m1");
    CHECK(carried.reason() == "no time");

    const auto unmasked = sent(order(Deed::unmask, "m1", "cut off")).unmask();
    CHECK(unmasked.message() == "m1");
    CHECK(unmasked.reason() == "cut off");

    auto later = order(Deed::defer, "m1", "she asked");
    later.choice = "2026-11-30";
    const auto deferred = sent(later).message_defer();
    CHECK(deferred.message() == "m1");
    CHECK(deferred.to_workday() == "2026-11-30");
    CHECK(deferred.reason() == "she asked");
}

TEST_CASE("each reason without a call has its code, and an unknown one has none", "[unit][desk]")
{
    const auto reason = [](const std::string& code) {
        auto one = order(Deed::resolve, "m1", "note");
        one.choice = code;
        const auto resolve = sent(one).message_resolve();
        CHECK(resolve.message() == "m1");
        CHECK(resolve.note() == "note");
        return resolve.reason();
    };
    CHECK(reason("SPAM") == v1::MessageResolve::SPAM);
    CHECK(reason("WRONG_NUMBER") == v1::MessageResolve::WRONG_NUMBER);
    CHECK(reason("NO_REPLY_NEEDED") == v1::MessageResolve::NO_REPLY_NEEDED);
    CHECK(reason("PERSONAL") == v1::MessageResolve::PERSONAL);
    CHECK(reason("CALLER_REACHED") == v1::MessageResolve::CALLER_REACHED);
    CHECK(reason("TIRED") == v1::MessageResolve::REASON_UNSPECIFIED);
}

TEST_CASE("each deed on a mailbox of a leaver becomes its command", "[unit][desk]")
{
    auto cover = order(Deed::cover, "box");
    cover.person = "ben";
    CHECK(sent(cover).departure_cover().mailbox_id() == "box");
    CHECK(sent(cover).departure_cover().person() == "ben");

    const auto request =
        sent(order(Deed::request_disconnection, "box", "left")).departure_request();
    CHECK(request.mailbox_id() == "box");
    CHECK(request.note() == "left");

    const auto confirm = sent(order(Deed::confirm_disconnection, "box", "off"), "sixty-four bytes")
                             .departure_confirm();
    CHECK(confirm.mailbox_id() == "box");
    CHECK(confirm.note() == "off");
    CHECK(confirm.signature() == "sixty-four bytes");
}

TEST_CASE("a day is signed with its revision, exceptions in their order, note and signature",
          "[unit][desk]")
{
    auto one = order(Deed::sign_day, "north", "all well");
    one.location = "north";
    one.choice = "2026-11-24";
    one.revision = 3;
    one.on_behalf = true;
    one.exceptions = {{"m1", "storm"}, {"m2", "abroad"}};
    const auto sign = sent(one, "sixty-four bytes").day_sign();
    CHECK(sign.location_id() == "north");
    CHECK(sign.business_date() == "2026-11-24");
    CHECK(sign.revision() == 3);
    CHECK(sign.on_behalf());
    CHECK(sign.note() == "all well");
    CHECK(sign.signature() == "sixty-four bytes");
    REQUIRE(sign.exceptions_size() == 2);
    CHECK(sign.exceptions(0).message() == "m1");
    CHECK(sign.exceptions(0).reason() == "storm");
    CHECK(sign.exceptions(1).message() == "m2");
}

TEST_CASE("a passphrase is in no command", "[unit][desk]")
{
    auto one = order(Deed::sign_day, "north");
    one.to_sign = {.text = "statement", .passphrase = "open sesame"};
    CHECK(encode_order(7, one, "signature").find("open sesame") == std::string::npos);
}

TEST_CASE("a greeting is attested of the office with hours, or away with a return", "[unit][desk]")
{
    auto one = order(Deed::attest_greeting, "box", "0");
    one.choice = "IN_OFFICE";
    one.from = Instant{15h + 30min};
    one.until = Instant{17h};
    auto attest = sent(one).greeting_attest();
    CHECK(attest.mailbox_id() == "box");
    CHECK(attest.state() == v1::GreetingAttest::IN_OFFICE);
    CHECK(attest.window_from_ms() == 55'800'000);
    CHECK(attest.window_to_ms() == 61'200'000);
    CHECK(attest.help_key().empty());

    one.choice = "AWAY";
    one.from = {};
    one.until = at("09:00:00");
    attest = sent(one).greeting_attest();
    CHECK(attest.state() == v1::GreetingAttest::AWAY);
    CHECK(attest.returns_at_us() == us("09:00:00"));
    CHECK(attest.help_key() == "0");
    CHECK(attest.window_to_ms() == 0);
}

TEST_CASE("alarms are acknowledged, and shelved until a time", "[unit][desk]")
{
    auto one = order(Deed::shelve, "no-operator north");
    one.until = at("11:00:00");
    CHECK(sent(one).alarm_act().alarm() == "no-operator north");
    CHECK(sent(one).alarm_act().act() == "shelve");
    CHECK(sent(one).alarm_act().until_us() == us("11:00:00"));
    CHECK(sent(order(Deed::acknowledge, "a")).alarm_act().act() == "acknowledge");
}

TEST_CASE("each question is one of the contract", "[unit][desk]")
{
    const auto messages = asked({.kind = Kind::messages, .location = {}, .offset = 2'000});
    CHECK(messages.messages().limit() == messages_a_question);
    CHECK(messages.messages().offset() == 2'000);
    CHECK_FALSE(messages.messages().include_closed());
    CHECK(asked(of(Kind::day, "north")).day().location_id() == "north");
    CHECK(asked(of(Kind::departures)).departures().include_closed());
    CHECK(asked(of(Kind::standards, "north")).standards().location_id() == "north");
    CHECK(asked(of(Kind::operators, "north")).coverage().location_id() == "north");
    CHECK(asked(of(Kind::staff, "north")).staff().location_id() == "north");
}
