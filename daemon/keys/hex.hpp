#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace callwatch::keys {

/// Two lower-case digits a byte, as keys stand in files, facts and answers.
std::string to_hex(std::string_view bytes);
/// Nothing if it is not `bytes` bytes in lower-case digits.
std::optional<std::string> from_hex(std::string_view digits, std::size_t bytes);

}  // namespace callwatch::keys
