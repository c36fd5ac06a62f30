#include "daemon/bridges/digest.hpp"

#include <array>
#include <stdexcept>

#include <openssl/evp.h>

#include <fmt/format.h>

namespace callwatch::bridge {
namespace {

void need(int done)
{
    if (done != 1) throw std::runtime_error("OpenSSL has no SHA-256");
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const { EVP_MD_CTX_free(context); }

// OpenSSL's, with the processor's instructions: a long recording would else take longer to hash
// than to play.
Sha256::Sha256() : context_{EVP_MD_CTX_new()}
{
    need(context_ ? EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) : 0);
}

void Sha256::add(std::string_view bytes)
{
    need(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
}

std::string Sha256::hex()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> hash{};
    unsigned size = 0;
    need(EVP_DigestFinal_ex(context_.get(), hash.data(), &size));
    std::string out;
    for (unsigned i = 0; i < size; ++i) out += fmt::format("{:02x}", hash.at(i));
    return out;
}

std::string sha256_hex(std::string_view bytes)
{
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

}  // namespace callwatch::bridge
