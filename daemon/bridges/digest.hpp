#pragma once

#include <string>
#include <string_view>

namespace callwatch::bridge {

/// Hex SHA-256.
std::string sha256_hex(std::string_view bytes);

}  // namespace callwatch::bridge
