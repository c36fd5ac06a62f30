#pragma once

#include <string>
#include <string_view>

namespace callwatch {

/// A token of the vault as facts have it, 32 hex digits, from its 16 bytes.
std::string token_of(std::string_view bytes);

/// Its bytes; empty if it is not a token as token_of() writes it.
std::string bytes_of_token(std::string_view token);

/// A random one.
std::string new_token();

}  // namespace callwatch
