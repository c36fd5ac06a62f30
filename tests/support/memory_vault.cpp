#include "tests/support/memory_vault.hpp"

#include <fmt/format.h>

namespace callwatch::test {

std::string MemoryVault::token_for(VaultKind kind, std::string_view text)
{
    if (text.empty()) return {};
    std::string& token = tokens_[{kind, std::string{text}}];
    if (!token.empty()) return token;
    token = fmt::format("{:032x}", ++tokens_given_);
    texts_[token] = text;
    changes_.push_back(
        {VaultChange::What::add, token, "found by", std::string{text}, ++serial_, 0});
    return token;
}

std::optional<std::string> MemoryVault::text_of(std::string_view token)
{
    const auto found = texts_.find(token);
    if (found == texts_.end()) return std::nullopt;
    return found->second;
}

std::optional<std::string> MemoryVault::find(VaultKind kind, std::string_view text)
{
    const auto found = tokens_.find(std::pair{kind, std::string{text}});
    if (found == tokens_.end()) return std::nullopt;
    return found->second;
}

void MemoryVault::erase(std::string_view token)
{
    std::erase_if(tokens_, [token](const auto& known) { return known.second == token; });
    std::erase_if(texts_, [token](const auto& known) { return known.first == token; });
    changes_.push_back({VaultChange::What::erase, std::string{token}, {}, {}, ++serial_, 0});
}

void MemoryVault::write(const VaultChanges& changes)
{
    if (fail_next) throw VaultError{"memory: failed on order"};
    for (const auto& change : changes) {
        if (change.what == VaultChange::What::erase)
            written.erase(change.token);
        else
            written[change.token] = change.sealed;
    }
}

}  // namespace callwatch::test
