#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "daemon/journal/vault.hpp"

namespace callwatch {

/// The vault's secret: 32 random bytes in a file of their own beside it, from which one key finds
/// texts (BLAKE2b) and one seals them (XSalsa20-Poly1305). Whoever has only the vault's file can
/// neither read it nor try numbers against it; a backup of the vault is worth nothing without this
/// file.
class VaultKey {
public:
    /// Reads the key at `path`, or makes one if there is none and `may_make`. Throws VaultError,
    /// also if others than the owner may read the file.
    VaultKey(const std::string& path, bool may_make);
    ~VaultKey();
    VaultKey(const VaultKey&) = delete;
    VaultKey& operator=(const VaultKey&) = delete;

    /// 16 bytes by which the text is found again.
    std::string lookup(VaultKind kind, std::string_view text) const;

    /// The text, readable by this key and for this token only.
    std::string seal(std::string_view token, VaultKind kind, std::string_view text) const;

    struct Opened {
        VaultKind kind;
        std::string text;
    };
    /// Nothing if it was changed, belongs to another token or was sealed by another key.
    std::optional<Opened> open(std::string_view token, std::string_view sealed) const;

    /// 16 bytes that tell whether a vault was made with this key.
    std::string check_value() const;

private:
    using Secret = std::array<unsigned char, 32>;

    Secret finding_{};
    Secret sealing_{};
};

}  // namespace callwatch
