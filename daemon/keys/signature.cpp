#include "daemon/keys/signature.hpp"

#include <sodium.h>

#include "daemon/keys/hex.hpp"

namespace callwatch::keys {
namespace {

static_assert(crypto_sign_BYTES == signature_bytes);

const unsigned char* readable(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* writable(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

}  // namespace

std::string sign(const Key& key, std::string_view bytes)
{
    if (!key.signs()) throw KeyError{"a key of a machine signs nothing"};
    std::string public_part(crypto_sign_PUBLICKEYBYTES, '\0');
    std::string pair(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_seed_keypair(writable(public_part), writable(pair),
                             readable(key.sign_seed.bytes()));
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(writable(signature), nullptr, readable(bytes), bytes.size(),
                         readable(pair));
    sodium_memzero(pair.data(), pair.size());
    return signature;
}

bool verify(std::string_view bytes, std::string_view sign_key, std::string_view signature)
{
    const auto key = from_hex(sign_key, crypto_sign_PUBLICKEYBYTES);
    return key && signature.size() == crypto_sign_BYTES &&
           crypto_sign_verify_detached(readable(signature), readable(bytes), bytes.size(),
                                       readable(*key)) == 0;
}

}  // namespace callwatch::keys
