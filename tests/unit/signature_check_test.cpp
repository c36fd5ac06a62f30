// Is every signature in the record held against the facts before it, and is each way of forging one
// seen? One day and one departure, signed as people do it.

#include <catch2/catch.hpp>

#include "daemon/audit/signature_check.hpp"
#include "daemon/journal/sha256.hpp"
#include "tests/support/signed_record.hpp"

namespace callwatch::test {
namespace {

using State = SignatureOutcome::State;

/// In this vault a token is the text itself.
RemarkToken itself(const std::string& text) { return {text}; }
std::optional<std::string> from_vault(const RemarkToken& token) { return sha256_hex(token.text); }
std::optional<std::string> without_vault(const RemarkToken&) { return std::nullopt; }

/// What is said of the fact at `index`, once all before it were told.
SignatureOutcome said_of(const SignedRecord& record, std::size_t index,
                         SignatureCheck check = SignatureCheck{from_vault})
{
    std::optional<SignatureOutcome> outcome;
    for (std::size_t i = 0; i <= index; ++i) outcome = check.take(record.facts[i]);
    REQUIRE(outcome);
    return *outcome;
}

void check_refuted(const SignedRecord& record, std::size_t index, const char* words)
{
    const auto outcome = said_of(record, index);
    CHECK(outcome.state == State::refuted);
    CHECK_THAT(outcome.what, Catch::Contains(words));
}

}  // namespace

TEST_CASE("what people signed is proved from the record and the vault", "[unit][audit]")
{
    const SignedRecord record{itself};
    CHECK(said_of(record, record.signing).state == State::proved);
    CHECK(said_of(record, record.confirmation).state == State::proved);
}

TEST_CASE("without the vault a signature with reasons is not proved, one without any is",
          "[unit][audit]")
{
    const SignedRecord record{itself};
    const auto outcome = said_of(record, record.signing, SignatureCheck{without_vault});
    CHECK(outcome.state == State::not_proved);
    CHECK_THAT(outcome.what, Catch::Contains("vault"));
    CHECK(said_of(record, record.confirmation, SignatureCheck{without_vault}).state ==
          State::proved);
}

TEST_CASE("a changed signature, or one of something else, is refuted", "[unit][audit]")
{
    SignedRecord record{itself};
    auto& said = record.at<DaySigned>(record.signing);
    SECTION("the signature")
    {
        said.signature[0] = said.signature[0] == '0' ? '1' : '0';
        check_refuted(record, record.signing, "not one of this statement");
    }
    SECTION("the statement")
    {
        said.statement[0] = said.statement[0] == '0' ? '1' : '0';
        check_refuted(record, record.signing, "not what the record says");
    }
    SECTION("none at all")
    {
        said.signature.clear();
        check_refuted(record, record.signing, "not one of this statement");
    }
    SECTION("another reason")
    {
        said.exceptions[0].remark = {"another"};
        check_refuted(record, record.signing, "not what the record says");
    }
    SECTION("another check")
    {
        record.at<DayChecked>(record.check).returned = 2;
        check_refuted(record, record.signing, "not what the record says");
    }
    SECTION("a check that was revised before")
    {
        record.at<DayChecked>(record.check).revision = 3;
        check_refuted(record, record.signing, "revision 3");
    }
}

TEST_CASE("another key, another person's or a revoked one does not count", "[unit][audit]")
{
    SignedRecord record{itself};
    auto& said = record.at<DaySigned>(record.signing);
    SECTION("a key that was never admitted")
    {
        said.sign_key = keys::make_key({}).part.sign_key;
        check_refuted(record, record.signing, "had not been admitted");
    }
    SECTION("a key whose admission was taken out")
    {
        record.facts.erase(record.facts.begin());
        check_refuted(record, record.signing - 1, "had not been admitted");
    }
    SECTION("the key of somebody else")
    {
        said.sign_key = record.mia.part.sign_key;
        check_refuted(record, record.signing, "for mia, not for sue");
    }
    SECTION("revoked before")
    {
        record.insert(record.signing, KeyRevoked{record.sue.part.key, {"mia"}, {}});
        check_refuted(record, record.signing + 1, "revoked");
    }
    SECTION("revoked afterwards changes nothing")
    {
        record.insert(record.signing + 1, KeyRevoked{record.sue.part.key, {"mia"}, {}});
        CHECK(said_of(record, record.signing).state == State::proved);
    }
}

TEST_CASE("a disconnection takes two people and what the telephone system's list said",
          "[unit][audit]")
{
    SignedRecord record{itself};
    SECTION("one person alone")
    {
        record.at<DisconnectionRequested>(record.confirmation - 2).by = {"mia"};
        check_refuted(record, record.confirmation, "two people");
    }
    SECTION("the list still had it")
    {
        record.at<MailboxObserved>(record.confirmation - 1).exists = true;
        check_refuted(record, record.confirmation, "list");
    }
    SECTION("nobody had requested it")
    {
        record.facts.erase(record.facts.begin() +
                           static_cast<std::ptrdiff_t>(record.confirmation - 2));
        check_refuted(record, record.confirmation - 1, "requested");
    }
}

TEST_CASE("a hand-over is proved by who signed it, for whom, and of which departure",
          "[unit][audit]")
{
    SignedRecord record{itself};
    auto& said = record.at<MailboxHandedOver>(record.hand_over);
    CHECK(said_of(record, record.hand_over).state == State::proved);
    SECTION("another successor")
    {
        said.successor = {"anna"};
        check_refuted(record, record.hand_over, "not what the record says");
    }
    SECTION("another departure")
    {
        record.at<DepartureOpened>(record.hand_over - 1).person = {"ben"};
        check_refuted(record, record.hand_over, "not what the record says");
    }
    SECTION("the signature")
    {
        said.signature[0] = said.signature[0] == '0' ? '1' : '0';
        check_refuted(record, record.hand_over, "not one of this statement");
    }
    SECTION("a signature taken off")
    {
        said.signature.clear();
        check_refuted(record, record.hand_over, "not one of this statement");
    }
    SECTION("the key of somebody else")
    {
        said.sign_key = record.sue.part.sign_key;
        check_refuted(record, record.hand_over, "for sue, not for mia");
    }
    SECTION("nobody had left it")
    {
        record.facts.erase(record.facts.begin() +
                           static_cast<std::ptrdiff_t>(record.hand_over - 1));
        check_refuted(record, record.hand_over - 1, "none of somebody who left");
    }
}

TEST_CASE("a hand-over from before they were signed is neither proved nor refuted", "[unit][audit]")
{
    SignedRecord record{itself};
    auto& said = record.at<MailboxHandedOver>(record.hand_over);
    said.statement = said.signature = said.sign_key = "";
    const auto outcome = said_of(record, record.hand_over);
    CHECK(outcome.state == State::not_signed);
    CHECK_THAT(outcome.what, Catch::Contains("before hand-overs were signed"));
}

TEST_CASE("a list of before a message counts for what was signed then, and for nothing since",
          "[unit][audit]")
{
    SignedRecord record{itself};
    const auto mailbox = record.at<DisconnectionConfirmed>(record.confirmation).mailbox;
    const DisconnectedBoxReceived reopened{mailbox, {"northside"}, {"m9"}, half_past_five};
    record.insert(record.confirmation - 2, reopened);
    CHECK(said_of(record, record.confirmation + 1).state == State::proved);
    record.at<MailboxObserved>(record.confirmation).exists = true;
    check_refuted(record, record.confirmation + 1, "list");
}

TEST_CASE("what a signature needs may stand in what was moved away: not proved, not refuted",
          "[unit][audit]")
{
    SignedRecord record{itself};
    record.facts.erase(record.facts.begin());
    const auto outcome = said_of(record, record.signing - 1, SignatureCheck{from_vault, 500});
    CHECK(outcome.state == State::not_proved);
    CHECK_THAT(outcome.what, Catch::Contains("facts up to 500 are not here"));
}

}  // namespace callwatch::test
