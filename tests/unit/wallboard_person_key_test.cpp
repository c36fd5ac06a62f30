// Does a desk open a person's sealed key with its passphrase, sign with it, and say what is wrong
// with any other file?

#include <array>
#include <filesystem>
#include <fstream>

#include <sodium.h>
#include <catch2/catch.hpp>

#include "tests/support/temporary_directory.hpp"
#include "wallboard/app/errors.hpp"
#include "wallboard/app/person_key.hpp"

using namespace wallboard;
using Catch::Matchers::Contains;

namespace {

template <class Bytes>
std::string hex(const Bytes& bytes)
{
    std::string digits(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(digits.data(), digits.size(),
                   reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    digits.pop_back();
    return digits;
}

/// A key file as `callwatchctl key new sam --role supervisor --person sam` writes it
/// (config/README.md), but sealed at the least cost that there is.
struct KeyFile {
    std::string passphrase = "open sesame";
    int passes = 1;
    int memory_kib = 8;
    std::string person = "person = \"sam\"\n";
    std::array<unsigned char, 32> secret{};
    std::array<unsigned char, 32> seed{};
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> sign_key{};
    callwatch::test::TemporaryDirectory folder;
    std::string path = (folder.path() / "sam.key").string();

    KeyFile()
    {
        REQUIRE(sodium_init() >= 0);
        secret.fill(0x22);
        seed.fill(0x33);
        std::array<unsigned char, crypto_sign_SECRETKEYBYTES> pair{};
        REQUIRE(crypto_sign_seed_keypair(sign_key.data(), pair.data(), seed.data()) == 0);
        write(text());
    }
    std::string text() const
    {
        const std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{1, 2, 3};
        std::array<unsigned char, crypto_secretbox_KEYBYTES> key{};
        REQUIRE(crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(),
                              salt.data(), static_cast<unsigned long long>(passes),
                              static_cast<std::size_t>(memory_kib) << 10,
                              crypto_pwhash_ALG_ARGON2ID13) == 0);
        std::array<unsigned char, 64> both{};
        std::copy(secret.begin(), secret.end(), both.begin());
        std::copy(seed.begin(), seed.end(), both.begin() + 32);
        constexpr std::size_t nonce = crypto_secretbox_NONCEBYTES;
        std::array<unsigned char, nonce + crypto_secretbox_MACBYTES + 64> box{4, 5, 6};
        REQUIRE(crypto_secretbox_easy(box.data() + nonce, both.data(), both.size(), box.data(),
                                      key.data()) == 0);
        return "callwatch_key = 1\nrole = \"supervisor\"\n" + person + "key = \"" +
               std::string(64, '1') + "\"\nsign_key = \"" + hex(sign_key) +
               "\"\nsealed = \"argon2id\"\npasses = " + std::to_string(passes) +
               "\nmemory_kib = " + std::to_string(memory_kib) + "\nsalt = \"" + hex(salt) +
               "\"\nbox = \"" + hex(box) + "\"\n";
    }
    void write(const std::string& all) const
    {
        std::ofstream{path} << all;
        std::filesystem::permissions(path, std::filesystem::perms(0600));
    }
    /// The file with `from` in place of `to`.
    void change(const std::string& from, const std::string& to) const
    {
        std::string all = text();
        const auto at = all.find(from);
        REQUIRE(at != std::string::npos);
        write(all.replace(at, from.size(), to));
    }
    /// Why it does not open; it is the same for a signature.
    std::string complaint() const
    {
        const Signed made = sign_with(path, "statement", passphrase);
        CHECK(made.signature.empty());
        try {
            const PersonKey key = open_person_key(path, passphrase);
            CHECK(key.fault == made.fault);
            CHECK(key.keys.secret_key.empty());
            return key.fault;
        } catch (const SettingsError& error) {
            CHECK(made.fault == error.what());
            return error.what();
        }
    }
};

}  // namespace

TEST_CASE("the right passphrase opens a person's key", "[unit][desk]")
{
    const KeyFile file;
    const PersonKey key = open_person_key(file.path, "open sesame");
    CHECK(key.fault.empty());
    CHECK(key.person == "sam");
    CHECK(key.role == "supervisor");
    CHECK(key.keys.public_key == std::string(32, '\x11'));
    CHECK(key.keys.secret_key == std::string(32, '\x22'));
    CHECK(key.keys.server_key.empty());
}

TEST_CASE("whose key it is can be read without opening it", "[unit][desk]")
{
    const KeyFile file;
    const PersonKey key = read_person(file.path);
    CHECK(key.person == "sam");
    CHECK(key.role == "supervisor");
    CHECK(key.keys.secret_key.empty());
}

TEST_CASE("another passphrase is a fault that one can try again", "[unit][desk]")
{
    for (const auto* wrong : {"open sesamf", "open sesame ", "Open sesame", ""}) {
        const KeyFile file;
        const PersonKey key = open_person_key(file.path, wrong);
        CHECK(key.fault == "this passphrase does not open the key");
        CHECK(key.person == "sam");
        CHECK(key.keys.secret_key.empty());
        const Signed made = sign_with(file.path, "statement", wrong);
        CHECK(made.fault == key.fault);
        CHECK(made.signature.empty());
    }
}

TEST_CASE("a signature is one of this text by this key", "[unit][desk]")
{
    const KeyFile file;
    const std::string text = "callwatch day sign-off 1\nlocation north\n";
    const Signed made = sign_with(file.path, text, file.passphrase);
    CHECK(made.fault.empty());
    REQUIRE(made.signature.size() == crypto_sign_BYTES);
    const auto is_by = [&](const std::string& of, const auto& key) {
        return crypto_sign_verify_detached(
                   reinterpret_cast<const unsigned char*>(made.signature.data()),
                   reinterpret_cast<const unsigned char*>(of.data()), of.size(), key.data()) == 0;
    };
    CHECK(is_by(text, file.sign_key));
    CHECK_FALSE(is_by(text + " ", file.sign_key));
    auto other = file.sign_key;
    other[0] ^= 1U;
    CHECK_FALSE(is_by(text, other));
}

TEST_CASE("a box that was changed does not open", "[unit][desk]")
{
    const KeyFile file;
    const auto box = file.text().find("box = \"") + 7;
    std::string all = file.text();
    char& last = all[box + 2 * 100];
    last = last == '0' ? '1' : '0';
    file.write(all);
    CHECK(file.complaint() == "this passphrase does not open the key");
}

TEST_CASE("a file that nobody could open says why", "[unit][desk]")
{
    const KeyFile file;
    SECTION("parts are missing or damaged")
    {
        file.change("box = \"", "box = \"0");
        CHECK_THAT(file.complaint(), Contains("box is missing or damaged"));
        file.change("salt = ", "sugar = ");
        CHECK_THAT(file.complaint(), Contains("salt is missing or damaged"));
        file.change("sealed = ", "sealed = = ");
        CHECK_THAT(file.complaint(), Contains("sam.key:6: is no key file"));
    }
    SECTION("it is not sealed")
    {
        file.change("sealed = \"argon2id\"", "secret = \"" + std::string(64, '2') + "\"");
        CHECK_THAT(file.complaint(), Contains("a person's key is sealed with a passphrase"));
        file.change("argon2id", "rot13");
        CHECK_THAT(file.complaint(), Contains("a person's key is sealed with a passphrase"));
    }
    SECTION("it is a machine's")
    {
        file.change(file.person, "");
        CHECK_THAT(file.complaint(), Contains("is no key of a person"));
        CHECK_THROWS_WITH(read_person(file.path), Contains("is no key of a person"));
    }
    SECTION("others may read it")
    {
        for (const unsigned rights : {0640U, 0604U, 0660U}) {
            std::filesystem::permissions(file.path, std::filesystem::perms(rights));
            CHECK_THAT(file.complaint(), Contains("chmod 600"));
        }
    }
    SECTION("it is not there")
    {
        std::filesystem::remove(file.path);
        CHECK_THAT(file.complaint(), Contains("No such file"));
    }
    SECTION("it is none at all")
    {
        file.write(std::string(20'000, '#'));
        CHECK_THAT(file.complaint(), Contains("is larger than"));
    }
}

TEST_CASE("a file cannot make the desk take all memory or a year", "[unit][desk]")
{
    const KeyFile file;
    const auto unknown = Contains("at a cost that this version does not know");
    for (const auto* passes : {"0", "-1", "17", "9223372036854775807", "\"3\""}) {
        file.change("passes = 1", std::string{"passes = "} + passes);
        CHECK_THAT(file.complaint(), unknown);
    }
    for (const auto* memory : {"0", "7", "-8", "1048577", "9223372036854775807"}) {
        file.change("memory_kib = 8", std::string{"memory_kib = "} + memory);
        CHECK_THAT(file.complaint(), unknown);
    }
}

TEST_CASE("a key opens at another cost within the bounds", "[unit][desk]")
{
    KeyFile file;
    file.passes = 16;
    file.memory_kib = 64;
    file.write(file.text());
    CHECK(open_person_key(file.path, file.passphrase).fault.empty());
}

TEST_CASE("SHA-256 gives the digits of FIPS 180-4's examples", "[unit][desk]")
{
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("each command has an id of its own, 128 bits in hex", "[unit][desk]")
{
    const std::string one = fresh_command_id();
    CHECK(one.size() == 32);
    CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(one != fresh_command_id());
}

TEST_CASE("a passphrase file has it in its first line, and is its owner's only", "[unit][desk]")
{
    const KeyFile file;
    file.write("open sesame\nand more\n");
    CHECK(read_passphrase(file.path) == "open sesame");
    file.write("open sesame");
    CHECK(read_passphrase(file.path) == "open sesame");
    std::filesystem::permissions(file.path, std::filesystem::perms(0644));
    CHECK_THROWS_WITH(read_passphrase(file.path), Contains("chmod 600"));
}
