// What the desk's deeds about people become on the wire, and what it is told of them.

#include <catch2/catch.hpp>

#include "callwatch/v1/request.pb.h"
#include "wallboard/feed/desk_codec.hpp"

using namespace wallboard;
namespace v1 = callwatch::v1;

namespace {

v1::Command sent(const desk::Order& order)
{
    v1::Request request;
    REQUIRE(request.ParseFromString(encode_order(7, order, {})));
    CHECK(request.command().command_id() == "c1");
    return request.command();
}

desk::Order order_of(desk::Deed deed, std::string subject)
{
    desk::Order order;
    order.command_id = "c1";
    order.deed = deed;
    order.subject = std::move(subject);
    return order;
}

}  // namespace

TEST_CASE("an absence goes with its times and its cover", "[unit][desk][codec]")
{
    auto order = order_of(desk::Deed::add_absence, "ada");
    order.from = Instant{std::chrono::seconds{5}};
    order.person = "ben";
    const auto absence = sent(order).absence_add();
    CHECK(absence.person() == "ada");
    CHECK(absence.from_us() == 5'000'000);
    CHECK(absence.to_us() == 0);
    CHECK(absence.cover() == "ben");
    CHECK(sent(order_of(desk::Deed::end_absence, "ada")).absence_end().person() == "ada");
}

TEST_CASE("training, access and scripts go as the contract has them", "[unit][desk][codec]")
{
    auto training = order_of(desk::Deed::record_training, "ada");
    training.choice = "2026-11-20";
    training.text = "by the house";
    CHECK(sent(training).training_record().person() == "ada");
    CHECK(sent(training).training_record().on() == "2026-11-20");
    CHECK(sent(training).training_record().note() == "by the house");

    CHECK(sent(order_of(desk::Deed::verify_access, "m1")).attest().kind() == "access");
    CHECK(sent(order_of(desk::Deed::verify_access, "m1")).attest().subject() == "m1");

    auto script = order_of(desk::Deed::attest_script, "north");
    script.choice = "2026-3";
    CHECK(sent(script).script_attest().location_id() == "north");
    CHECK(sent(script).script_attest().version() == "2026-3");
}

TEST_CASE("that a location's people were answered is known, also when there are none",
          "[unit][desk][codec]")
{
    desk::Rows rows;
    const Question question{.kind = Question::Kind::staff, .location = "north"};
    v1::Reply reply;
    reply.set_id(3);
    reply.mutable_staff()->set_location_id("north");
    CHECK_FALSE(take_answer(reply.SerializeAsString(), 3, question, rows));
    CHECK(rows.people_known.count("north") == 1);

    reply.mutable_refused()->set_code("not_allowed");
    CHECK_FALSE(take_answer(reply.SerializeAsString(), 3, question, rows));
    CHECK(rows.people_known.empty());
}
