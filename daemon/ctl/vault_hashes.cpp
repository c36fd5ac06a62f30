#include "daemon/ctl/vault_hashes.hpp"

#include "daemon/journal/sha256.hpp"

namespace callwatch::ctl {

VaultHashes::VaultHashes(const std::string& data_directory)
{
    try {
        vault_.emplace(data_directory + "/vault.db");
    } catch (const VaultError& error) {
        why_not_ = error.what();
    }
}

std::optional<std::string> VaultHashes::of(const RemarkToken& token)
{
    if (!vault_) return std::nullopt;
    const auto text = vault_->text_of(token.text);
    if (!text) return std::nullopt;
    return sha256_hex(*text);
}

}  // namespace callwatch::ctl
