// Does a signature count for exactly what was signed, by the key of the connection, and for nothing
// else? What is signed is made again from the record.

#include <catch2/catch.hpp>

#include "daemon/app/signatures.hpp"
#include "daemon/calendar/business_calendar.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/keys/key.hpp"
#include "daemon/keys/signature.hpp"
#include "daemon/model/statements.hpp"
#include "daemon/wire/command_decoder.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch::test {
namespace {

constexpr auto id = "00000000000000000000000000000001";
const DayChecked checked{.location = {"northside"},
                         .date = parse_local_date("2026-11-20").value(),
                         .revision = 1,
                         .verdict = Verdict::violations};

keys::Key supervisors_key()
{
    return keys::make_key({.role = Role::supervisor, .person = {"sue"}, .source = {}});
}

Board board_with(const keys::Key& key)
{
    Board board;
    board.apply({{},
                 KeyAdmitted{.key = key.part.key,
                             .sign_key = key.part.sign_key,
                             .role = Role::supervisor,
                             .person = {"sue"},
                             .source = {},
                             .by = {}}});
    board.apply({{}, checked});
    return board;
}

DayStatement statement()
{
    return {.location = "northside",
            .date = "2026-11-20",
            .revision = 1,
            .verdict = "VIOLATIONS",
            .record_hash = sha256_hex(encode_body(checked)),
            .by = "sue",
            .exceptions = {{"m1", "no answer since four"}},
            .note = "the line was bad"};
}

v1::Command wire_of(const DayStatement& said, const std::string& signature)
{
    v1::Command wire;
    wire.set_command_id(id);
    auto& sign = *wire.mutable_day_sign();
    sign.set_location_id(said.location);
    sign.set_business_date(said.date);
    sign.set_revision(said.revision);
    for (const auto& one : said.exceptions) {
        auto& exception = *sign.add_exceptions();
        exception.set_message(one.message);
        exception.set_reason(one.reason);
    }
    sign.set_note(said.note);
    sign.set_on_behalf(said.on_behalf);
    sign.set_signature(signature);
    return wire;
}

struct Checked {
    std::optional<Refusal> refusal;
    SignDay said;
};

Checked check(const Board& board, const KeyId& key, const v1::Command& wire)
{
    auto command = decode_command(wire, key, [](const auto& text) { return RemarkToken{text}; });
    REQUIRE(command);
    Checked result{.refusal = check_signature(wire, board, *command), .said = {}};
    result.said = std::get<SignDay>(command->what);
    return result;
}

}  // namespace

TEST_CASE("a signature of exactly this statement counts, and is kept with it", "[unit][signature]")
{
    const auto key = supervisors_key();
    const auto text = describe(statement(), sha256_hex);
    const auto result =
        check(board_with(key), key.part.key, wire_of(statement(), keys::sign(key, text)));
    CHECK_FALSE(result.refusal);
    CHECK(result.said.statement == sha256_hex(text));
    CHECK(result.said.sign_key == key.part.sign_key);
    CHECK(result.said.signature.size() == 2 * keys::signature_bytes);
}

TEST_CASE("whatever differs from what was signed makes it no signature", "[unit][signature]")
{
    const auto key = supervisors_key();
    const auto signature = keys::sign(key, describe(statement(), sha256_hex));
    auto other = statement();
    SECTION("the note") { other.note = "another"; }
    SECTION("a reason") { other.exceptions[0].reason = "another"; }
    SECTION("an exception more") { other.exceptions.push_back({"m2", "why"}); }
    SECTION("on behalf") { other.on_behalf = true; }
    const auto result = check(board_with(key), key.part.key, wire_of(other, signature));
    REQUIRE(result.refusal);
    CHECK(result.refusal->code == Refusal::Code::bad_signature);
}

TEST_CASE("somebody else's signature counts for nothing, nor does none", "[unit][signature]")
{
    const auto key = supervisors_key();
    const auto text = describe(statement(), sha256_hex);
    const auto board = board_with(key);
    const auto others = keys::sign(supervisors_key(), text);
    CHECK(check(board, key.part.key, wire_of(statement(), others)).refusal);
    CHECK(check(board, key.part.key, wire_of(statement(), "")).refusal);
}

TEST_CASE("another revision is left to the rule, which says what to do", "[unit][signature]")
{
    const auto key = supervisors_key();
    auto old = statement();
    old.revision = 7;
    const auto result = check(board_with(key), key.part.key, wire_of(old, "none"));
    CHECK_FALSE(result.refusal);
    CHECK(result.said.statement.empty());
}

TEST_CASE("what is signed reads so", "[unit][signature]")
{
    auto said = statement();
    said.record_hash = "hash";
    const auto hash = [](std::string_view) { return std::string{"<hash>"}; };
    CHECK(describe(said, hash) ==
          "callwatch day sign-off 1\nlocation northside\ndate 2026-11-20\nrevision 1\n"
          "verdict VIOLATIONS\nrecord hash\nby sue\nexception m1 <hash>\nnote <hash>\n");
    CHECK(describe(DisconnectionStatement{.mailbox = "pbx1/103@default",
                                          .location = "northside",
                                          .person = "carla",
                                          .left_at_us = 1,
                                          .requested_by = "sue",
                                          .requested_at_us = 2,
                                          .verified = true,
                                          .by = "mia",
                                          .note = ""},
                   hash) ==
          "callwatch voicemail disconnection 1\nmailbox pbx1/103@default\nlocation northside\n"
          "left carla 1\nrequested sue 2\nlist gone\nby mia\n");
    CHECK(describe(HandOverStatement{.mailbox = "pbx1/103@default",
                                     .location = "northside",
                                     .person = "carla",
                                     .left_at_us = 1,
                                     .successor = "ben",
                                     .by = "mia"}) ==
          "callwatch mailbox hand-over 1\nmailbox pbx1/103@default\nlocation northside\n"
          "left carla 1\nsuccessor ben\nby mia\n");
}

TEST_CASE("a hand-over is signed for this departure and this successor, and for nothing else",
          "[unit][signature]")
{
    const auto key = supervisors_key();
    auto board = board_with(key);
    board.apply({{}, DepartureOpened{{"box"}, {"northside"}, {"carla"}, Instant{Micros{1}}, {}}});
    HandOverStatement said{.mailbox = "box",
                           .location = "northside",
                           .person = "carla",
                           .left_at_us = 1,
                           .successor = "ben",
                           .by = "sue"};
    const auto check = [&](const std::string& signature) {
        v1::Command wire;
        wire.set_command_id(id);
        wire.mutable_departure_handover()->set_mailbox_id("box");
        wire.mutable_departure_handover()->set_successor("ben");
        wire.mutable_departure_handover()->set_signature(signature);
        auto command =
            decode_command(wire, key.part.key, [](const auto&) { return RemarkToken{}; });
        REQUIRE(command);
        const auto refusal = check_signature(wire, board, *command);
        CHECK((!refusal || refusal->code == Refusal::Code::bad_signature));
        const auto& taken = std::get<HandOverMailbox>(command->what);
        CHECK(taken.statement == (refusal ? "" : sha256_hex(describe(said))));
        CHECK(taken.sign_key == (refusal ? "" : key.part.sign_key));
        return refusal ? refusal->detail : "";
    };
    CHECK(check(keys::sign(key, describe(said))).empty());
    CHECK_THAT(check(""), Catch::Contains("carries no signature"));
    CHECK_FALSE(check(keys::sign(supervisors_key(), describe(said))).empty());
    auto other = said;
    SECTION("another successor") { other.successor = "anna"; }
    SECTION("another mailbox") { other.mailbox = "another"; }
    SECTION("an earlier departure of it") { other.left_at_us = 0; }
    SECTION("in another name") { other.by = "mia"; }
    CHECK_THAT(check(keys::sign(key, describe(other))),
               Catch::Contains("not one of this statement"));
}

TEST_CASE("a hand-over of what nobody left is left to the rule", "[unit][signature]")
{
    const auto key = supervisors_key();
    v1::Command wire;
    wire.set_command_id(id);
    wire.mutable_departure_handover()->set_mailbox_id("box");
    wire.mutable_departure_handover()->set_successor("ben");
    auto command = decode_command(wire, key.part.key, [](const auto&) { return RemarkToken{}; });
    REQUIRE(command);
    CHECK_FALSE(check_signature(wire, board_with(key), *command));
}

}  // namespace callwatch::test
