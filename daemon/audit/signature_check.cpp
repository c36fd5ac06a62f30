#include "daemon/audit/signature_check.hpp"

#include <fmt/format.h>

#include "daemon/audit/statement_of.hpp"
#include "daemon/calendar/business_calendar.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/keys/hex.hpp"
#include "daemon/keys/signature.hpp"

namespace callwatch {
namespace {

using State = SignatureOutcome::State;

SignatureOutcome refuted(std::string what) { return {State::refuted, std::move(what)}; }

/// The texts of a statement that is made from hashes are these already.
std::string as_it_is(std::string_view hash) { return std::string{hash}; }

/// Collectors of before took a list for a proof although a message had come after it: what was
/// signed then stays signed.
bool may_say_of_list(const Departure& departure, bool is_verified)
{
    if (!is_verified) return !departure.is_gone();
    return departure.observed && !departure.observed->exists;
}

constexpr auto kept_in_vault =
    "the texts it was signed with stand in the vault, which is not here or no longer has them";

}  // namespace

std::optional<SignatureOutcome> SignatureCheck::take(const DatedFact& dated)
{
    return std::visit([&](const auto& fact) { return learn(fact); }, dated.fact.any());
}

template <class Kind>
std::optional<SignatureOutcome> SignatureCheck::learn(const Kind& fact)
{
    std::optional<SignatureOutcome> outcome;
    if constexpr (is_one_of<Kind, DaySigned, DisconnectionConfirmed, MailboxHandedOver>)
        outcome = judge(fact);
    if constexpr (is_one_of<Kind, KeyAdmitted, KeyRevoked, DayChecked>) remember(fact);
    if constexpr (is_one_of<Kind, DepartureOpened, DepartureOverdue, CoverAssigned,
                            DisconnectionRequested, DisconnectionConfirmed, MailboxHandedOver,
                            MailboxObserved, DisconnectedBoxReceived>)
        departures_.apply(fact);
    return outcome;
}

void SignatureCheck::remember(const DayChecked& fact)
{
    auto& days = days_[fact.location];
    days[fact.date] = fact;
    if (days.size() > LocationDays::days_kept) days.erase(days.begin());
}

/// The first one counts: a key is admitted once.
void SignatureCheck::remember(const KeyAdmitted& fact)
{
    keys_.emplace(fact.key, KeyState{.admitted = fact, .revoked = {}});
}

void SignatureCheck::remember(const KeyRevoked& fact)
{
    if (const auto found = keys_.find(fact.key); found != keys_.end()) found->second.revoked = fact;
}

const DayChecked* SignatureCheck::find_day(const LocationId& location, LocalDate date) const
{
    const auto days = days_.find(location);
    if (days == days_.end()) return nullptr;
    const auto found = days->second.find(date);
    return found == days->second.end() ? nullptr : &found->second;
}

SignatureOutcome SignatureCheck::judge(const DaySigned& fact) const
{
    const Signed said{fact.by, fact.statement, fact.signature, fact.sign_key};
    if (auto wrong = judge_key(said)) return std::move(*wrong);
    const auto* day = find_day(fact.location, fact.date);
    if (day == nullptr) return missing("the check that was signed is not in the record before it");
    if (day->revision != fact.revision)
        return missing(fmt::format("revision {} was signed, and the check before it is revision {}",
                                   fact.revision, day->revision));
    auto statement = statement_of(*day);
    statement.by = fact.by.text;
    statement.on_behalf = fact.on_behalf;
    for (const auto& exception : fact.exceptions) {
        auto hash = hash_of_(exception.remark);
        if (!hash) return {State::not_proved, kept_in_vault};
        statement.exceptions.push_back({exception.message.text.str(), std::move(*hash)});
    }
    if (!fact.remark.empty()) {
        auto hash = hash_of_(fact.remark);
        if (!hash) return {State::not_proved, kept_in_vault};
        statement.note = std::move(*hash);
    }
    return judge_text(said, describe(statement, as_it_is));
}

SignatureOutcome SignatureCheck::judge(const DisconnectionConfirmed& fact) const
{
    const Signed said{fact.by, fact.statement, fact.signature, fact.sign_key};
    if (auto wrong = judge_key(said)) return std::move(*wrong);
    const auto* departure = departures_.find(fact.mailbox);
    if (departure == nullptr || !departure->requested)
        return missing("nobody had requested the disconnection in the record before it");
    if (departure->requested->by == fact.by)
        return refuted(fact.by.text + " confirmed what " + fact.by.text +
                       " had requested: it takes two people");
    if (!may_say_of_list(*departure, fact.verified))
        return missing("it says of the telephone system's list what the record does not say");
    auto statement = statement_of(*departure);
    statement.verified = fact.verified;
    statement.by = fact.by.text;
    if (!fact.remark.empty()) {
        auto hash = hash_of_(fact.remark);
        if (!hash) return {State::not_proved, kept_in_vault};
        statement.note = std::move(*hash);
    }
    return judge_text(said, describe(statement, as_it_is));
}

SignatureOutcome SignatureCheck::judge(const MailboxHandedOver& fact) const
{
    if (!fact.is_signed())
        return {State::not_signed, "it was recorded before hand-overs were signed"};
    const Signed said{fact.by, fact.statement, fact.signature, fact.sign_key};
    if (auto wrong = judge_key(said)) return std::move(*wrong);
    const auto* departure = departures_.find(fact.mailbox);
    if (departure == nullptr || !departure->is_open())
        return missing("the mailbox was none of somebody who left in the record before it");
    auto statement = statement_of(*departure, fact.successor);
    statement.by = fact.by.text;
    return judge_text(said, describe(statement));
}

std::optional<SignatureOutcome> SignatureCheck::judge_key(const Signed& said) const
{
    const KeyState* found = nullptr;
    for (const auto& [id, key] : keys_)
        if (!said.sign_key.empty() && key.admitted.sign_key == said.sign_key) found = &key;
    if (found == nullptr) return missing("the key that signed had not been admitted");
    if (found->admitted.person != said.by)
        return refuted(fmt::format("the key that signed was admitted for {}, not for {}",
                                   found->admitted.person.text, said.by.text));
    if (!found->is_valid()) return refuted("the key that signed had been revoked");
    return std::nullopt;
}

SignatureOutcome SignatureCheck::judge_text(const Signed& said, const std::string& text) const
{
    if (sha256_hex(text) != said.statement)
        return refuted("what was signed is not what the record says");
    const auto signature = keys::from_hex(said.signature, keys::signature_bytes);
    if (!signature || !keys::verify(text, said.sign_key, *signature))
        return refuted("the signature is not one of this statement by this key");
    return {State::proved, {}};
}

/// What is not there may stand in what was not told.
SignatureOutcome SignatureCheck::missing(std::string what) const
{
    if (begins_ == 0) return refuted(std::move(what));
    return {State::not_proved, fmt::format("{}; facts up to {} are not here", what, begins_)};
}

}  // namespace callwatch
