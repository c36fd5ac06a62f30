#include "daemon/keys/sealed_secret.hpp"

#include <sodium.h>

namespace callwatch::keys {
namespace {

// RFC 9106, section 4, the second recommendation: three passes over 64 MiB; libsodium has one lane.
constexpr std::uint64_t passes_now = 3;
constexpr std::uint64_t memory_kib_now = 64 << 10;
// Room for a later version that asks for more.
constexpr std::uint64_t passes_max = 16;
constexpr std::uint64_t memory_kib_max = 1 << 20;

constexpr std::size_t nonce_bytes = crypto_secretbox_NONCEBYTES;
constexpr std::size_t mac_bytes = crypto_secretbox_MACBYTES;

const unsigned char* readable(const std::string& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

unsigned char* writable(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

Secret sealing_key(const SealedSecret& sealed, const Secret& passphrase)
{
    std::string key(crypto_secretbox_KEYBYTES, '\0');
    const auto& text = passphrase.bytes();
    if (crypto_pwhash(writable(key), key.size(), text.data(), text.size(), readable(sealed.salt),
                      sealed.passes, sealed.memory_kib << 10, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw KeyError{"not enough memory to open a sealed key"};
    return Secret{std::move(key)};
}

}  // namespace

SealedSecret seal(const Secret& secret, const Secret& passphrase)
{
    if (sodium_init() < 0) throw KeyError{"no source of randomness on this machine"};
    SealedSecret sealed{.salt = std::string(crypto_pwhash_SALTBYTES, '\0'),
                        .passes = passes_now,
                        .memory_kib = memory_kib_now,
                        .box = std::string(nonce_bytes + mac_bytes + secret.bytes().size(), '\0')};
    randombytes_buf(sealed.salt.data(), sealed.salt.size());
    randombytes_buf(sealed.box.data(), nonce_bytes);
    const auto key = sealing_key(sealed, passphrase);
    crypto_secretbox_easy(writable(sealed.box) + nonce_bytes, readable(secret.bytes()),
                          secret.bytes().size(), readable(sealed.box), readable(key.bytes()));
    return sealed;
}

std::optional<Secret> open(const SealedSecret& sealed, const Secret& passphrase)
{
    if (sealed.salt.size() != crypto_pwhash_SALTBYTES ||
        sealed.box.size() <= nonce_bytes + mac_bytes)
        return std::nullopt;
    if (sealed.passes < crypto_pwhash_OPSLIMIT_MIN || sealed.passes > passes_max ||
        sealed.memory_kib << 10 < crypto_pwhash_MEMLIMIT_MIN || sealed.memory_kib > memory_kib_max)
        throw KeyError{"it is sealed at a cost that this version does not know"};
    const auto key = sealing_key(sealed, passphrase);
    std::string plain(sealed.box.size() - nonce_bytes - mac_bytes, '\0');
    if (crypto_secretbox_open_easy(writable(plain), readable(sealed.box) + nonce_bytes,
                                   sealed.box.size() - nonce_bytes, readable(sealed.box),
                                   readable(key.bytes())) != 0)
        return std::nullopt;
    return Secret{std::move(plain)};
}

}  // namespace callwatch::keys
