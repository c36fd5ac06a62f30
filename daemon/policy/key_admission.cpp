#include "daemon/policy/key_admission.hpp"

#include <algorithm>

#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

bool is_public_key(std::string_view hex)
{
    constexpr std::size_t digits = 64;
    return hex.size() == digits && std::all_of(hex.begin(), hex.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

bool is_configured(const Directory& directory, const SourceId& id)
{
    const auto& sources = directory.organisation().sources;
    return std::any_of(sources.begin(), sources.end(),
                       [&](const Source& source) { return source.id == id; });
}

}  // namespace

std::optional<Refusal> refuse_key(const Directory& directory, const KeyBook& keys,
                                  const AdmitKey& said)
{
    using enum Refusal::Code;
    if (!is_public_key(said.key.text) || (!said.sign_key.empty() && !is_public_key(said.sign_key)))
        return Refusal{malformed, "a public key is 64 hex digits"};
    if (said.role == Role::none) return Refusal{malformed, "a key has a role"};
    if (keys.find(said.key) != nullptr)
        return Refusal{duplicate,
                       "this key is known already; one that was revoked never comes back"};
    if (is_of_people(said.role) && directory.person(said.person) == nullptr)
        return Refusal{unknown_subject, "there is no person \"" + said.person.text + "\""};
    if (is_of_people(said.role) && said.sign_key.empty())
        return Refusal{malformed, "a person's key signs: its public part is missing"};
    if (said.role == Role::source && !is_configured(directory, said.source))
        return Refusal{unknown_subject, "there is no source \"" + said.source.text + "\""};
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const AdmitKey& said,
                            Facts& out)
{
    if (auto refusal = refuse(known, actor, Act::change_configuration, {}, {})) return refusal;
    if (auto refusal = refuse_key(known.directory, known.board.keys(), said)) return refusal;
    out.push_back(known.fact(KeyAdmitted{.key = said.key,
                                         .sign_key = said.sign_key,
                                         .role = said.role,
                                         .person = said.person,
                                         .source = said.source,
                                         .by = actor.person,
                                         .at = known.now}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const RevokeKey& said,
                            Facts& out)
{
    using enum Refusal::Code;
    if (auto refusal = refuse(known, actor, Act::change_configuration, {}, {})) return refusal;
    const auto& keys = known.board.keys();
    const auto* key = keys.find(said.key);
    if (key == nullptr || !key->is_valid())
        return Refusal{unknown_subject, "there is no valid key " + said.key.text};
    const auto is_managers = [](const auto& entry) {
        return entry.second.is_valid() && entry.second.admitted.role == Role::manager;
    };
    const auto& all = keys.all();
    if (key->admitted.role == Role::manager &&
        std::count_if(all.begin(), all.end(), is_managers) == 1)
        return Refusal{implausible, "it is the only key of a manager: admit another one first"};
    out.push_back(known.fact(KeyRevoked{said.key, actor.person, said.remark, known.now}));
    return std::nullopt;
}

}  // namespace callwatch
