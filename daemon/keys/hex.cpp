#include "daemon/keys/hex.hpp"

namespace callwatch::keys {
namespace {

constexpr std::string_view digits_of = "0123456789abcdef";

}  // namespace

std::string to_hex(std::string_view bytes)
{
    std::string digits;
    digits.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        digits += digits_of[value >> 4];
        digits += digits_of[value & 15];
    }
    return digits;
}

std::optional<std::string> from_hex(std::string_view digits, std::size_t bytes)
{
    if (digits.size() != bytes * 2) return std::nullopt;
    std::string out(bytes, '\0');
    for (std::size_t i = 0; i < bytes; ++i) {
        const auto high = digits_of.find(digits[2 * i]);
        const auto low = digits_of.find(digits[2 * i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        out[i] = static_cast<char>(high << 4 | low);
    }
    return out;
}

}  // namespace callwatch::keys
