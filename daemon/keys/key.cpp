#include "daemon/keys/key.hpp"

#include <sodium.h>

#include "daemon/keys/hex.hpp"

namespace callwatch::keys {
namespace {

// What libzmq calls a CURVE key is one of crypto_box: rfc.zeromq.org/spec/26.
static_assert(crypto_box_SECRETKEYBYTES == secret_bytes && crypto_box_PUBLICKEYBYTES == 32);
static_assert(crypto_sign_SEEDBYTES == secret_bytes && crypto_sign_PUBLICKEYBYTES == 32);

const unsigned char* readable(const std::string& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* writable(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

Secret random_secret()
{
    if (sodium_init() < 0) throw KeyError{"no source of randomness on this machine"};
    std::string bytes(secret_bytes, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return Secret{std::move(bytes)};
}

}  // namespace

Secret::~Secret() { wipe(); }

Secret::Secret(Secret&& other) noexcept : bytes_{other.bytes_} { other.wipe(); }

Secret& Secret::operator=(Secret&& other) noexcept
{
    if (this == &other) return *this;
    wipe();
    bytes_ = other.bytes_;
    other.wipe();
    return *this;
}

void Secret::wipe()
{
    sodium_memzero(bytes_.data(), bytes_.size());
    bytes_.clear();
}

KeyId public_key_of(const Secret& secret)
{
    std::string out(crypto_box_PUBLICKEYBYTES, '\0');
    crypto_scalarmult_base(writable(out), readable(secret.bytes()));
    return {to_hex(out)};
}

std::string sign_key_of(const Secret& seed)
{
    std::string out(crypto_sign_PUBLICKEYBYTES, '\0');
    std::string pair(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_seed_keypair(writable(out), writable(pair), readable(seed.bytes()));
    sodium_memzero(pair.data(), pair.size());
    return to_hex(out);
}

Key make_key(const Holder& holder)
{
    Key key{.part = {.holder = holder, .key = {}, .sign_key = {}},
            .secret = random_secret(),
            .sign_seed = {}};
    key.part.key = public_key_of(key.secret);
    const bool is_machine = holder.role == Role::viewer || holder.role == Role::source;
    if (is_machine) return key;
    key.sign_seed = random_secret();
    key.part.sign_key = sign_key_of(key.sign_seed);
    return key;
}

}  // namespace callwatch::keys
