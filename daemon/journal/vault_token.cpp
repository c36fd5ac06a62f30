#include "daemon/journal/vault_token.hpp"

#include <sodium.h>

#include <array>

namespace callwatch {
namespace {

constexpr std::size_t token_bytes = 16;

}  // namespace

std::string token_of(std::string_view bytes)
{
    std::string hex(2 * bytes.size() + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                   bytes.size());
    hex.pop_back();
    return hex;
}

std::string bytes_of_token(std::string_view token)
{
    std::array<unsigned char, token_bytes> bytes{};
    std::size_t size = 0;
    if (token.size() != 2 * token_bytes ||
        sodium_hex2bin(bytes.data(), bytes.size(), token.data(), token.size(), nullptr, &size,
                       nullptr) != 0 ||
        size != token_bytes)
        return {};
    const std::string found{bytes.begin(), bytes.end()};
    return token_of(found) == token ? found : std::string{};
}

std::string new_token()
{
    std::string bytes(token_bytes, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return token_of(bytes);
}

}  // namespace callwatch
