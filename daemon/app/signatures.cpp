#include "daemon/app/signatures.hpp"

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/keys/hex.hpp"
#include "daemon/keys/signature.hpp"
#include "daemon/model/describe.hpp"
#include "daemon/model/statements.hpp"
#include "daemon/wire/fact_codec.hpp"

namespace callwatch {
namespace {

struct Signer {
    std::string person;
    std::string sign_key;
};

template <class Said>
std::optional<Refusal> check(const std::string& text, const Signer& signer, Said& said)
{
    if (!keys::verify(text, signer.sign_key, said.signature))
        return Refusal{Refusal::Code::bad_signature,
                       "the signature is not one of this statement by this key"};
    said.statement = sha256_hex(text);
    said.signature = keys::to_hex(said.signature);
    said.sign_key = signer.sign_key;
    return std::nullopt;
}

std::optional<Refusal> check(const v1::Command& wire, const Board& board, const Signer& signer,
                             SignDay& said)
{
    const auto* day = board.days().find(said.location, said.date);
    if (day == nullptr || day->revision != said.revision) return std::nullopt;
    DayStatement statement{.location = said.location.text,
                           .date = describe(said.date),
                           .revision = said.revision,
                           .verdict = word(day->verdict),
                           .record_hash = sha256_hex(encode_body(*day)),
                           .by = signer.person,
                           .on_behalf = said.on_behalf,
                           .exceptions = {},
                           .note = wire.day_sign().note()};
    for (const auto& one : wire.day_sign().exceptions())
        statement.exceptions.push_back({one.message(), one.reason()});
    return check(describe(statement, sha256_hex), signer, said);
}

std::optional<Refusal> check(const v1::Command& wire, const Board& board, const Signer& signer,
                             ConfirmDisconnection& said)
{
    const auto* departure = board.departures().find(said.mailbox);
    if (departure == nullptr || !departure->requested) return std::nullopt;
    const auto& opened = departure->opened;
    const DisconnectionStatement statement{
        .mailbox = said.mailbox.text,
        .location = opened.location.text,
        .person = opened.person.text,
        .left_at_us = opened.effective_at.time_since_epoch().count(),
        .requested_by = departure->requested->by.text,
        .requested_at_us = departure->requested->at.time_since_epoch().count(),
        .verified = departure->is_gone(),
        .by = signer.person,
        .note = wire.departure_confirm().note()};
    return check(describe(statement, sha256_hex), signer, said);
}

template <class Other>
std::optional<Refusal> check(const v1::Command&, const Board&, const Signer&, Other&)
{
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> check_signature(const v1::Command& wire, const Board& board,
                                       Command& command)
{
    const auto* key = board.keys().find(command.key);
    if (key == nullptr) return std::nullopt;
    const Signer signer{key->admitted.person.text, key->admitted.sign_key};
    return std::visit([&](auto& said) { return check(wire, board, signer, said); }, command.what);
}

}  // namespace callwatch
