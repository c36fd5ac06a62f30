// Does what a desk orders about a departure reach the collector as the command that it means?

#include <catch2/catch.hpp>

#include "callwatch/v1/request.pb.h"
#include "wallboard/feed/desk_codec.hpp"

using namespace wallboard;
using desk::Deed;

namespace {

callwatch::v1::Command sent(Deed deed)
{
    desk::Order order;
    order.command_id = "c1";
    order.deed = deed;
    order.subject = "pbx1/2217@default";
    order.person = "p1";
    order.text = "resigned";
    callwatch::v1::Request request;
    REQUIRE(request.ParseFromString(encode_order(7, order, "signed")));
    CHECK(request.id() == 7);
    CHECK(request.command().command_id() == "c1");
    return request.command();
}

}  // namespace

TEST_CASE("a hand-over names the mailbox and its new owner", "[unit][wallboard][desk][feed]")
{
    const auto command = sent(Deed::handover);
    REQUIRE(command.has_departure_handover());
    CHECK(command.departure_handover().mailbox_id() == "pbx1/2217@default");
    CHECK(command.departure_handover().successor() == "p1");
    CHECK(command.departure_handover().signature() == "signed");
}

TEST_CASE("cover, request and confirmation are three commands", "[unit][wallboard][desk][feed]")
{
    const auto cover = sent(Deed::cover);
    REQUIRE(cover.has_departure_cover());
    CHECK(cover.departure_cover().mailbox_id() == "pbx1/2217@default");
    CHECK(cover.departure_cover().person() == "p1");

    const auto request = sent(Deed::request_disconnection);
    REQUIRE(request.has_departure_request());
    CHECK(request.departure_request().mailbox_id() == "pbx1/2217@default");
    CHECK(request.departure_request().note() == "resigned");

    const auto confirm = sent(Deed::confirm_disconnection);
    REQUIRE(confirm.has_departure_confirm());
    CHECK(confirm.departure_confirm().mailbox_id() == "pbx1/2217@default");
    CHECK(confirm.departure_confirm().note() == "resigned");
    CHECK(confirm.departure_confirm().signature() == "signed");
}
