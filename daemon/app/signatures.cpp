#include "daemon/app/signatures.hpp"

#include "daemon/audit/statement_of.hpp"
#include "daemon/journal/sha256.hpp"
#include "daemon/keys/hex.hpp"
#include "daemon/keys/signature.hpp"

namespace callwatch {
namespace {

struct Signer {
    std::string person;
    std::string sign_key;
};

template <class Said>
std::optional<Refusal> check(const std::string& text, const Signer& signer, Said& said)
{
    if (said.signature.empty())
        return Refusal{Refusal::Code::bad_signature,
                       "this has to be signed with your key, and carries no signature: "
                       "callwatchctl and the desk of this version sign it"};
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
    auto statement = statement_of(*day);
    statement.by = signer.person;
    statement.on_behalf = said.on_behalf;
    statement.note = wire.day_sign().note();
    for (const auto& one : wire.day_sign().exceptions())
        statement.exceptions.push_back({one.message(), one.reason()});
    return check(describe(statement, sha256_hex), signer, said);
}

std::optional<Refusal> check(const v1::Command& wire, const Board& board, const Signer& signer,
                             ConfirmDisconnection& said)
{
    const auto* departure = board.departures().find(said.mailbox);
    if (departure == nullptr || !departure->requested) return std::nullopt;
    auto statement = statement_of(*departure);
    statement.by = signer.person;
    statement.note = wire.departure_confirm().note();
    return check(describe(statement, sha256_hex), signer, said);
}

std::optional<Refusal> check(const v1::Command&, const Board& board, const Signer& signer,
                             HandOverMailbox& said)
{
    const auto* departure = board.departures().find(said.mailbox);
    if (departure == nullptr || !departure->is_open()) return std::nullopt;
    auto statement = statement_of(*departure, said.successor);
    statement.by = signer.person;
    return check(describe(statement), signer, said);
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
    const Signer signer{key->admitted.person.text.str(), key->admitted.sign_key};
    return std::visit([&](auto& said) { return check(wire, board, signer, said); }, command.what);
}

}  // namespace callwatch
