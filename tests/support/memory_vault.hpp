#pragma once

#include <map>
#include <string>
#include <utility>

#include "daemon/journal/vault.hpp"

namespace callwatch::test {

/// A vault whose tokens can be foretold: 1, 2, 3 … in 32 digits. What is `written` is only what has
/// gone through write(), as on disk.
class MemoryVault : public Vault {
public:
    std::string token_for(VaultKind kind, std::string_view text) override;
    std::optional<std::string> text_of(std::string_view token) override;
    std::optional<std::string> find(VaultKind kind, std::string_view text) override;
    void set_day(VaultDay) override {}
    std::vector<std::string> unused_since(VaultDay, std::size_t) override { return {}; }
    void keep(std::string_view) override {}
    void erase(std::string_view token) override;
    VaultChanges take_changes() override { return std::exchange(changes_, {}); }
    void write(const VaultChanges& changes) override;

    std::map<std::string, std::string>
        written;             ///< Text by token. The journal thread's until it ends.
    bool fail_next = false;  ///< The next write() throws.

private:
    std::map<std::string, std::string, std::less<>> texts_;  ///< By token.
    std::map<std::pair<VaultKind, std::string>, std::string, std::less<>> tokens_;
    VaultChanges changes_;
    std::uint64_t serial_ = 0;
    std::uint64_t tokens_given_ = 0;
};

}  // namespace callwatch::test
