#include "wallboard/app/person_key.hpp"

#include <array>

#include <fmt/format.h>
#include <sodium.h>

#include "wallboard/app/errors.hpp"
#include "wallboard/app/key_table.hpp"

namespace wallboard {
namespace {

constexpr std::size_t salt_bytes = crypto_pwhash_SALTBYTES;
constexpr std::size_t nonce_bytes = crypto_secretbox_NONCEBYTES;
constexpr std::size_t overhead_bytes = nonce_bytes + crypto_secretbox_MACBYTES;
constexpr std::size_t secrets_bytes = 2 * key_bytes;  // CURVE, then the seed of Ed25519.
// What a later version may ask for (the collector's sealed keys have the same bounds).
constexpr std::int64_t passes_max = 16;
constexpr std::int64_t memory_kib_max = 1 << 20;

const unsigned char* readable(std::string_view bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.data());
}
unsigned char* writable(std::string& bytes)
{
    return reinterpret_cast<unsigned char*>(bytes.data());
}

void wipe(std::string& bytes) { sodium_memzero(bytes.data(), bytes.size()); }

std::string hex_of(std::string_view bytes)
{
    std::string digits;
    for (const char byte : bytes) digits += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    return digits;
}

toml::table read_table(const std::string& path)
{
    if (sodium_init() < 0) throw SettingsError{"no source of randomness on this machine"};
    check_rights(path);
    auto table = parse_key_file(path);
    if (table["person"].value_exact<std::string>().value_or("").empty())
        throw SettingsError{path +
                            ": is no key of a person: a desk needs one (callwatchctl key new NAME "
                            "--role supervisor --person ID)"};
    if (table["sealed"].value_exact<std::string>().value_or("") != "argon2id")
        throw SettingsError{path + ": a person's key is sealed with a passphrase, and this is not"};
    return table;
}

/// Both secrets, or nothing if the passphrase is another one.
std::optional<std::string> open_box(const toml::table& table, const std::string& path,
                                    std::string_view passphrase)
{
    const auto passes = table["passes"].value_exact<std::int64_t>().value_or(0);
    const auto memory_kib = table["memory_kib"].value_exact<std::int64_t>().value_or(0);
    if (passes < 1 || passes > passes_max || memory_kib < 8 || memory_kib > memory_kib_max)
        throw SettingsError{path + ": is sealed at a cost that this version does not know"};
    const auto salt = bytes_in(table, "salt", path, salt_bytes);
    const auto box = bytes_in(table, "box", path, overhead_bytes + secrets_bytes);
    std::string key(crypto_secretbox_KEYBYTES, '\0');
    if (crypto_pwhash(writable(key), key.size(), passphrase.data(), passphrase.size(),
                      readable(salt), static_cast<unsigned long long>(passes),
                      static_cast<std::size_t>(memory_kib) << 10,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw SettingsError{path + ": not enough memory to open it"};
    std::string secrets(secrets_bytes, '\0');
    const bool opened =
        crypto_secretbox_open_easy(writable(secrets), readable(box) + nonce_bytes,
                                   box.size() - nonce_bytes, readable(box), readable(key)) == 0;
    wipe(key);
    if (!opened) return std::nullopt;
    return secrets;
}

constexpr auto wrong_passphrase = "this passphrase does not open the key";

}  // namespace

PersonKey read_person(const std::string& path)
{
    const auto table = read_table(path);
    return {.person = table["person"].value_exact<std::string>().value_or(""),
            .role = table["role"].value_exact<std::string>().value_or(""),
            .keys = {},
            .fault = {}};
}

PersonKey open_person_key(const std::string& path, std::string_view passphrase)
{
    PersonKey key = read_person(path);
    const auto table = read_table(path);
    auto secrets = open_box(table, path, passphrase);
    if (!secrets) {
        key.fault = wrong_passphrase;
        return key;
    }
    key.keys.public_key = bytes_in(table, "key", path);
    key.keys.secret_key = secrets->substr(0, key_bytes);
    wipe(*secrets);
    return key;
}

Signed sign_with(const std::string& path, const std::string& text, std::string_view passphrase)
try {
    auto secrets = open_box(read_table(path), path, passphrase);
    if (!secrets) return {.signature = {}, .fault = wrong_passphrase};
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> part{};
    std::string pair(crypto_sign_SECRETKEYBYTES, '\0');
    crypto_sign_seed_keypair(part.data(), writable(pair), readable(*secrets) + key_bytes);
    wipe(*secrets);
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(writable(signature), nullptr, readable(text), text.size(), readable(pair));
    wipe(pair);
    return {.signature = std::move(signature), .fault = {}};
} catch (const SettingsError& error) {
    return {.signature = {}, .fault = error.what()};
}

std::string sha256_hex(std::string_view text)
{
    std::string hash(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(writable(hash), readable(text), text.size());
    return hex_of(hash);
}

std::string fresh_command_id()
{
    std::string id(16, '\0');
    randombytes_buf(id.data(), id.size());
    return hex_of(id);
}

desk::Secret read_passphrase(const std::string& path)
{
    check_rights(path);
    std::string text = read_text(path);
    const std::string_view line = std::string_view{text}.substr(0, text.find('\n'));
    if (line.size() > desk::field_bytes_max)
        throw SettingsError{path + ": a passphrase has at most 500 bytes"};
    desk::Secret passphrase{line};
    wipe(text);
    return passphrase;
}

}  // namespace wallboard
