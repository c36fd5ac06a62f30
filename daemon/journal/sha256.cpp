#include "daemon/journal/sha256.hpp"

#include <openssl/evp.h>

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

EVP_MD_CTX* context_of(void* context) { return static_cast<EVP_MD_CTX*>(context); }

/// Looked up once: OpenSSL 3 searches its providers at every EVP_DigestInit with EVP_sha256().
const EVP_MD* algorithm()
{
    static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    CALLWATCH_CHECK(fetched != nullptr);
    return fetched;
}

}  // namespace

void Sha256::Free::operator()(void* context) const { EVP_MD_CTX_free(context_of(context)); }

Sha256::Sha256() : context_{EVP_MD_CTX_new()}
{
    CALLWATCH_CHECK(context_);
    begin();
}

void Sha256::begin()
{
    CALLWATCH_CHECK(EVP_DigestInit_ex2(context_of(context_.get()), algorithm(), nullptr) == 1);
}

Sha256& Sha256::add(std::string_view bytes)
{
    CALLWATCH_CHECK(EVP_DigestUpdate(context_of(context_.get()), bytes.data(), bytes.size()) == 1);
    return *this;
}

Sha256::Hash Sha256::finish()
{
    Hash hash{};
    unsigned size = 0;
    CALLWATCH_CHECK(EVP_DigestFinal_ex(context_of(context_.get()), hash.data(), &size) == 1 &&
                    size == hash.size());
    begin();
    return hash;
}

Sha256::Hash sha256(std::string_view bytes) { return Sha256{}.add(bytes).finish(); }

std::string sha256_hex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (const auto byte : sha256(bytes)) {
        hex += digits[byte >> 4U];
        hex += digits[byte & 15U];
    }
    return hex;
}

}  // namespace callwatch
