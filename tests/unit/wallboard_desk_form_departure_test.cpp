// What will be recorded of a departure, and what is signed: the very sentences, and the very text
// that the collector makes again (daemon/model/statements.cpp). Requirement TS-9b.

#include <catch2/catch.hpp>

#include "tests/unit/wallboard_departed_vocabulary.hpp"

using namespace wallboard;
using namespace wallboard::test;
using desk::Deed;
using Sentences = std::vector<std::string>;

TEST_CASE("a confirmation signs the collector's own statement, word for word",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("pbx1/2217@default");
    office.press(U'f');
    office.write("heard the tone myself");
    office.write("open sesame");
    const auto order = office.press(U'y');
    REQUIRE(order);
    CHECK(order->deed == Deed::confirm_disconnection);
    CHECK(order->subject == "pbx1/2217@default");
    CHECK(order->text == "heard the tone myself");
    CHECK(order->to_sign.passphrase == "open sesame");
    CHECK(order->to_sign.text ==
          "callwatch voicemail disconnection 1\n"
          "mailbox pbx1/2217@default\n"
          "location north\n"
          "left x1 1795474800000000\n"
          "requested s1 1795476360000000\n"
          "list gone\n"
          "by m1\n"
          "note <heard the tone myself>\n");
}

TEST_CASE("without a note, and without the telephone system's list, the statement says so",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("pbx1/2217@default").observed = GENERATE(as<std::string>{}, "there", "not known");
    office.press(U'f');
    office.write("");
    office.write("open sesame");
    const auto order = office.press(U'y');
    REQUIRE(order);
    CHECK(order->to_sign.text ==
          "callwatch voicemail disconnection 1\n"
          "mailbox pbx1/2217@default\n"
          "location north\n"
          "left x1 1795474800000000\n"
          "requested s1 1795476360000000\n"
          "list not proved\n"
          "by m1\n");
}

TEST_CASE("the sentence over a signature names the evidence", "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    auto& one = office.left("pbx1/2217@default");
    office.press(U'f');
    CHECK(office.sentences() ==
          Sentences{"I, Ruth Okafor, manager, confirm that mailbox pbx1/2217@default of Martin "
                    "Osei is disconnected.",
                    "The telephone system's own list no longer has it, seen 13:58.",
                    "A signature cannot be taken back. A message that still comes opens it again, "
                    "red."});
    one.observed = "there";
    CHECK(office.sentences()[1] ==
          "The telephone system still lists it: the record will say NOT VERIFIED until it does "
          "not.");
    one.observed = "not known";
    CHECK(office.sentences()[1] ==
          "Whether the telephone system still has it is not known: the record will say NOT "
          "VERIFIED until its list shows that it is gone.");
    one.observed = "gone";
    one.reopened_at = at("14:00:00");
    CHECK(office.sentences()[1] ==
          "The telephone system's own list of 13:58 no longer had it, but a message came after "
          "that: make sure that it is off. The record will say NOT VERIFIED until a newer list "
          "shows that it is gone.");
}

TEST_CASE("a list from before a message that came is signed as no proof, one made since as one",
          "[unit][wallboard][desk][departures]")
{
    const auto signed_text = [](Micros newer) {
        DepartedDesk office;
        auto& one = office.left("pbx1/2217@default");
        one.reopened_at = one.observed_at - newer;
        office.press(U'f');
        office.write("");
        office.write("open sesame");
        const auto order = office.press(U'y');
        REQUIRE(order);
        return order->to_sign.text;
    };
    CHECK_THAT(signed_text(0us), Catch::Contains("list not proved\n"));
    CHECK_THAT(signed_text(1us), Catch::Contains("list gone\n"));
}

TEST_CASE("a message that comes while the form is open stops the confirmation",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1");
    office.press(U'f');
    office.write("");
    office.write("open sesame");
    office.rows.departures[0].open_messages = 1;
    CHECK_FALSE(office.press(U'y'));
    CHECK(office.state.form->missing == "messages in it are open: call back first");
    office.rows.departures[0].open_messages = 0;
    office.rows.departures[0].requested_by.clear();
    office.press({.key = desk::Key::enter});
    office.press({.key = desk::Key::enter});
    CHECK_FALSE(office.press(U'y'));
    CHECK(office.state.form->missing.find("another manager") == 0);
}

TEST_CASE("a hand-over names the successor, who works there", "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1").open_messages = 2;
    office.press(U'h');
    REQUIRE(office.state.form);
    CHECK(office.sentences()[0] ==
          "I, Ruth Okafor, manager, hand mailbox sw1/1 of Martin Osei over to \u2026.");
    office.write("lena");
    CHECK(office.sentences()[0] ==
          "I, Ruth Okafor, manager, hand mailbox sw1/1 of Martin Osei over to Lena Fischer.");
    CHECK(office.sentences()[2] == "A signature cannot be taken back.");
    CHECK(office.state.form->fields.at(1).kind == desk::Field::Kind::secret);
    CHECK(office.state.form->fields[1].required);
    office.write("open sesame");
    const auto order = office.press(U'y');
    REQUIRE(order);
    CHECK(order->deed == Deed::handover);
    CHECK(order->subject == "sw1/1");
    CHECK(order->person == "p1");
    CHECK(order->said == "handed over: mailbox of Martin Osei");
    CHECK(order->to_sign.passphrase == "open sesame");
    CHECK(order->to_sign.text ==
          "callwatch mailbox hand-over 1\n"
          "mailbox sw1/1\n"
          "location north\n"
          "left x1 1795474800000000\n"
          "successor p1\n"
          "by m1\n");
}

TEST_CASE("nobody of another office takes over, but may answer it meanwhile",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1");
    office.press(U'h');
    office.write("ivo");
    office.write("open sesame");
    CHECK_FALSE(office.press(U'y'));
    CHECK(office.state.form->missing == "Ivo Marek does not work at Northside");
    office.press({.key = desk::Key::escape});

    office.press(U'g');
    office.write("ivo");
    const auto order = office.press(U'y');
    REQUIRE(order);
    CHECK(order->deed == Deed::cover);
    CHECK(order->person == "p2");
    CHECK(office.sentences() == Sentences{"I, Ruth Okafor, name who answers mailbox sw1/1 of "
                                          "Martin Osei until it is off: Ivo Marek."});
}

TEST_CASE("whoever left does not answer her own mailbox", "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    office.left("sw1/1");
    office.rows.people[5].has_left = false;  // She went to another office.
    office.press(U'g');
    office.write("osei");
    CHECK_FALSE(office.press(U'y'));
    CHECK(office.state.form->missing == "Martin Osei left here: somebody else has to");
}

TEST_CASE("a request says why, and that somebody else confirms",
          "[unit][wallboard][desk][departures]")
{
    DepartedDesk office;
    auto& one = office.left("sw1/1");
    one.requested_by.clear();
    one.state = "DISCONNECT_PENDING";
    office.press(U'q');
    office.write("resigned");
    CHECK(office.sentences() ==
          Sentences{"I, Ruth Okafor, ask that mailbox sw1/1 of Martin Osei be disconnected: "
                    "resigned.",
                    "Somebody else, a manager, confirms it."});
    const auto order = office.press(U'y');
    REQUIRE(order);
    CHECK(order->deed == Deed::request_disconnection);
    CHECK(order->text == "resigned");
}
