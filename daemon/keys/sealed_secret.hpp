#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "daemon/keys/key.hpp"

namespace callwatch::keys {

/// Secrets that a passphrase opens: its key by argon2id (RFC 9106), the box XSalsa20-Poly1305.
struct SealedSecret {
    std::string salt;  ///< 16 bytes.
    std::uint64_t passes = 0;
    std::uint64_t memory_kib = 0;
    std::string box;  ///< Nonce, then what crypto_secretbox_easy gives.
};

/// Shortest and longest passphrase, in bytes. NIST SP 800-63B, 5.1.1.2: at least 8 characters.
constexpr std::size_t passphrase_bytes_min = 8;
constexpr std::size_t passphrase_bytes_max = 1'024;

/// Throws KeyError if there is not the memory for it (64 MiB).
SealedSecret seal(const Secret& secret, const Secret& passphrase);

/// Nothing: another passphrase, or the box was changed. Throws KeyError for a cost beyond what this
/// program asks for: a file shall not make it take all memory or a year.
std::optional<Secret> open(const SealedSecret& sealed, const Secret& passphrase);

}  // namespace callwatch::keys
