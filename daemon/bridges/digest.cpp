#include "daemon/bridges/digest.hpp"

#include <array>
#include <stdexcept>

#include <openssl/evp.h>

#include <fmt/format.h>

namespace callwatch::bridge {

std::string sha256_hex(std::string_view bytes)
{
    // With the processor's instructions: a long recording would else take longer to hash than to
    // play.
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), hash.data(), &size, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("OpenSSL has no SHA-256");
    std::string out;
    for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", hash.at(i));
    return out;
}

}  // namespace callwatch::bridge
