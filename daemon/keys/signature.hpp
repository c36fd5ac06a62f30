#pragma once

#include <string>
#include <string_view>

#include "daemon/keys/key.hpp"

namespace callwatch::keys {

constexpr std::size_t signature_bytes = 64;

/// An Ed25519 signature (RFC 8032) of `bytes`. Throws KeyError for a key that signs nothing.
std::string sign(const Key& key, std::string_view bytes);

/// Whether the holder of `sign_key` (64 hex digits) signed exactly these bytes. False for anything
/// that is no key or no signature.
bool verify(std::string_view bytes, std::string_view sign_key, std::string_view signature);

}  // namespace callwatch::keys
