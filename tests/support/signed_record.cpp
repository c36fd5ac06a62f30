#include "tests/support/signed_record.hpp"

#include "daemon/audit/statement_of.hpp"
#include "daemon/calendar/business_calendar.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/keys/hex.hpp"
#include "daemon/keys/signature.hpp"

namespace callwatch::test {
namespace {

const LocationId northside{"northside"};
const MailboxId carlas{"pbx1/103@default"};

LocalDate the_day() { return *parse_local_date("2026-11-20"); }

keys::Key key_of(const char* person, Role role)
{
    return keys::make_key({.role = role, .person = {person}, .source = {}});
}

MessageLeft message(const char* id)
{
    return {.message = {id},
            .mailbox = {"pbx1/101@default"},
            .location = northside,
            .person = {"p101"},
            .group = {},
            .call = {"pbx1/1.0"},
            .queue = {},
            .caller = {},
            .received_at = half_past_five - std::chrono::hours{2},
            .left_at = half_past_five - std::chrono::hours{2},
            .due_date = the_day(),
            .deadline = half_past_five - std::chrono::minutes{30}};
}

/// Puts her signature of `text` into the fact.
template <class Kind>
void sign(Kind& fact, const std::string& text, const keys::Key& key)
{
    fact.statement = sha256_hex(text);
    fact.signature = keys::to_hex(keys::sign(key, text));
    fact.sign_key = key.part.sign_key;
}

}  // namespace

SignedRecord::SignedRecord(TokenFor token_for)
    : sue{key_of("sue", Role::supervisor)},
      mia{key_of("mia", Role::manager)}
{
    add_keys();
    add_day(token_for);
    add_departure(token_for);
    add_hand_over();
    add(MonitoringBegan{{"southside"}, half_past_five});
}

std::size_t SignedRecord::add(Fact fact)
{
    facts.push_back({half_past_five, std::move(fact)});
    return facts.size() - 1;
}

void SignedRecord::add_keys()
{
    for (const auto* key : {&sue, &mia})
        add(KeyAdmitted{.key = key->part.key,
                        .sign_key = key->part.sign_key,
                        .role = key->part.holder.role,
                        .person = key->part.holder.person,
                        .source = {},
                        .by = {}});
    add(MonitoringBegan{{"southside"}, half_past_five});
}

void SignedRecord::add_day(const TokenFor& token_for)
{
    add(message("m1"));
    add(message("m2"));
    add(MessageReturned{.message = {"m1"},
                        .call = {"pbx1/2.0"},
                        .device = {},
                        .person = {"p101"},
                        .returned_at = half_past_five - std::chrono::hours{1}});
    add(CoverageChanged{northside, the_day(), half_past_five - std::chrono::hours{3},
                        Coverage::uncovered, CoverageCause::paused});
    add(CoverageChanged{northside, the_day(), half_past_five - std::chrono::minutes{30},
                        Coverage::closed, CoverageCause::none});
    add(MainToVoicemail{.location = northside,
                        .date = the_day(),
                        .call = {"pbx1/3.0"},
                        .mailbox = {"pbx1/199@default"},
                        .at = half_past_five - std::chrono::hours{2},
                        .outcome = MainOutcome::violation});
    add(MessageLeft{
        .message = {"south"}, .mailbox = {"pbx1/300@default"}, .location = {"southside"}});
    DayChecked day{.location = northside,
                   .date = the_day(),
                   .revision = 2,
                   .verdict = Verdict::violations,
                   .check_at = half_past_five - std::chrono::minutes{30},
                   .due = 2,
                   .returned = 1};
    day.reasons.push_back({"unreturned", "1", {}});
    day.open.push_back({{"m2"}, "HEARD", true});
    check = add(day);
    add(MessageOverdue{{"m2"}, day.check_at});
    DaySigned said{.location = northside,
                   .date = the_day(),
                   .revision = 2,
                   .exceptions = {{{"m2"}, token_for("no answer <since four>")}},
                   .by = {"sue"},
                   .remark = token_for("the line was bad"),
                   .at = half_past_five};
    auto statement = statement_of(day);
    statement.by = "sue";
    statement.exceptions = {{"m2", "no answer <since four>"}};
    statement.note = "the line was bad";
    sign(said, describe(statement, sha256_hex), sue);
    signing = add(said);
    add(DayAmended{northside, the_day(), 1, "reopened", {"m1"}, half_past_five});
}

void SignedRecord::add_departure(const TokenFor&)
{
    const DepartureOpened opened{carlas, northside, {"carla"}, half_past_five, half_past_five};
    const DisconnectionRequested requested{carlas, {"sue"}, {}, half_past_five};
    add(StaffLeft{{"carla"}, northside, half_past_five, {"mia"}, half_past_five});
    add(opened);
    add(requested);
    add(MailboxObserved{carlas, false, half_past_five});
    Departure departure{.opened = opened, .requested = requested};
    departure.observed = MailboxObserved{carlas, false, half_past_five};
    DisconnectionConfirmed said{
        .mailbox = carlas, .by = {"mia"}, .remark = {}, .at = half_past_five, .verified = true};
    auto statement = statement_of(departure);
    statement.by = "mia";
    sign(said, describe(statement, sha256_hex), mia);
    confirmation = add(said);
    add(MonitoringBegan{{"southside"}, half_past_five});
}

void SignedRecord::add_hand_over()
{
    const MailboxId doras{"pbx1/104@default"};
    const DepartureOpened opened{doras, northside, {"dora"}, half_past_five, half_past_five};
    add(StaffLeft{{"dora"}, northside, half_past_five, {"mia"}, half_past_five});
    add(opened);
    MailboxHandedOver said{.mailbox = doras,
                           .successor = {"ben"},
                           .by = {"mia"},
                           .at = half_past_five,
                           .statement = {},
                           .signature = {},
                           .sign_key = {}};
    auto statement = statement_of(Departure{.opened = opened}, said.successor);
    statement.by = "mia";
    sign(said, describe(statement), mia);
    hand_over = add(said);
}

}  // namespace callwatch::test
