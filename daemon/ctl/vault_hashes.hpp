#pragma once

#include <optional>
#include <string>

#include "daemon/journal/vault_reader.hpp"
#include "daemon/model/people.hpp"

namespace callwatch::ctl {

/// SHA-256 of texts in the vault of a data directory, as signed statements have them. Without the
/// vault, its key or the right to read it there are none.
class VaultHashes {
public:
    explicit VaultHashes(const std::string& data_directory);

    /// 64 hex digits; nothing: the text is not to be had.
    std::optional<std::string> of(const RemarkToken& token);

    /// A sentence if the vault cannot be read.
    const std::string& why_not() const { return why_not_; }

private:
    std::optional<VaultReader> vault_;
    std::string why_not_;
};

}  // namespace callwatch::ctl
