// Do key files keep their promise: a passphrase opens them, nothing else does, and what is wrong
// with one is said? Real files in a folder of the test's own.

#include <fstream>
#include <iterator>

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "daemon/keys/hex.hpp"
#include "daemon/keys/key_file.hpp"
#include "daemon/keys/signature.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace callwatch;
using callwatch::keys::KeyError;
using callwatch::keys::Secret;
using Catch::Matchers::Contains;

namespace {

const keys::Holder manager{.role = Role::manager, .person = {"m1"}, .source = {}};
const keys::Holder source{.role = Role::source, .person = {}, .source = {"pbx1"}};

struct Desk {
    test::TemporaryFolder folder;
    std::filesystem::path file = folder.file("one.key");

    keys::Key make(const keys::Holder& holder, const std::string& passphrase = {})
    {
        auto key = keys::make_key(holder);
        keys::write_key(file, key, Secret{passphrase});
        return key;
    }
    keys::Key read(const std::string& passphrase = {})
    {
        return keys::read_key(file, [&] { return Secret{passphrase}; });
    }
    std::string complaint(const std::string& passphrase = {})
    {
        try {
            read(passphrase);
        } catch (const KeyError& error) {
            return error.what();
        }
        return "it was read";
    }
    std::string text() const
    {
        std::ifstream in{file};
        return {std::istreambuf_iterator<char>{in}, {}};
    }
    void write(const std::string& text) const { std::ofstream{file} << text; }
    void replace(const std::string& what, const std::string& with) const
    {
        auto all = text();
        const auto at = all.find(what);
        REQUIRE(at != std::string::npos);
        write(all.replace(at, what.size(), with));
    }
};

}  // namespace

TEST_CASE("a sealed key is opened by its passphrase, whole", "[unit][keys]")
{
    Desk desk;
    const auto made = desk.make(manager, "correct horse");
    const auto read = desk.read("correct horse");
    CHECK(read.part == made.part);
    CHECK(read.secret.bytes() == made.secret.bytes());
    CHECK(read.sign_seed.bytes() == made.sign_seed.bytes());
    CHECK(desk.text().find(keys::to_hex(made.secret.bytes())) == std::string::npos);
    struct stat status {};
    REQUIRE(::stat(desk.file.c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
}

TEST_CASE("another passphrase does not open it", "[unit][keys]")
{
    Desk desk;
    desk.make(manager, "correct horse");
    CHECK_THAT(desk.complaint("correct house"), Contains("passphrase does not open it"));
    CHECK_THAT(desk.complaint(""), Contains("passphrase does not open it"));
}

TEST_CASE("a key that others may read is refused", "[unit][keys]")
{
    Desk desk;
    desk.make(source);
    REQUIRE(::chmod(desk.file.c_str(), 0640) == 0);
    CHECK_THAT(desk.complaint(), Contains("others than its owner may read it: chmod 600"));
}

TEST_CASE("a person's key is sealed, and a file that says otherwise is refused", "[unit][keys]")
{
    Desk desk;
    CHECK_THROWS_WITH(desk.make(manager), Contains("sealed with a passphrase"));
    desk.make(source);
    desk.replace(
        "role = \"source\"\nsource = \"pbx1\"\n",
        "role = \"staff\"\nperson = \"p1\"\nsign_key = \"" + std::string(64, '1') + "\"\n");
    CHECK_THAT(desk.complaint(), Contains("must be sealed"));
}

TEST_CASE("a damaged key is refused by the field that is wrong", "[unit][keys]")
{
    const auto [what, with, said] = GENERATE(table<std::string, std::string, std::string>({
        {"secret = \"", "secret = \"00", "secret is missing or"},
        {"secret = \"", "# ", "secret is missing or"},
        {"key = \"", "key = \"zz", "key is missing or"},
        {"role = \"source\"", "role = \"king\"", "role is missing or"},
        {"source = \"pbx1\"", "", "source is missing or"},
        {"callwatch_key = 1", "callwatch_key = 2", "of this version"},
        {"role = \"source\"", "role = \"source", "is no key file"},
    }));
    Desk desk;
    desk.make(source);
    desk.replace("\n" + what, "\n" + with);
    CHECK_THAT(desk.complaint(), Contains(said));
    CHECK_THAT(desk.complaint(), Contains("one.key"));
}

TEST_CASE("halves that do not belong together are no key", "[unit][keys]")
{
    Desk desk;
    desk.make(source);
    const auto other = keys::make_key(source);
    const auto text = desk.text();
    const auto at = text.find("\nkey = \"") + 8;
    desk.replace(text.substr(at, 64), other.part.key.text.str());
    CHECK_THAT(desk.complaint(), Contains("key is missing or is not what it must be"));
}

TEST_CASE("a changed box does not open, nor does one that would cost too much", "[unit][keys]")
{
    Desk desk;
    desk.make(manager, "correct horse");
    desk.replace("passes = 3", "passes = 4");
    CHECK_THAT(desk.complaint("correct horse"), Contains("does not open it"));
    desk.replace("memory_kib = 65536", "memory_kib = 99999999");
    CHECK_THAT(desk.complaint("correct horse"), Contains("at a cost"));
}

TEST_CASE("a key is never written over", "[unit][keys]")
{
    Desk desk;
    desk.make(source);
    const auto before = desk.text();
    CHECK_THROWS_WITH(desk.make(source), Contains("is not written over"));
    CHECK(desk.text() == before);
}

TEST_CASE("the public part is handed out, and the secret one is not taken for it", "[unit][keys]")
{
    Desk desk;
    const auto key = desk.make(manager, "correct horse");
    const std::filesystem::path file = desk.folder.file("one.pub");
    keys::write_public_key(file, key.part);
    CHECK(keys::read_public_key(file) == key.part);
    CHECK_THROWS_WITH(keys::read_public_key(desk.file), Contains("this is the secret file"));
    CHECK(keys::to_hex(keys::read_server_key(file.string())) == key.part.key.text);
    CHECK(keys::to_hex(keys::read_server_key(key.part.key.text.str())) == key.part.key.text);
}

TEST_CASE("a signature is of these bytes and this key", "[unit][keys]")
{
    const auto key = keys::make_key(manager);
    const auto other = keys::make_key(manager);
    const auto signature = keys::sign(key, "the day of northside");
    CHECK(keys::verify("the day of northside", key.part.sign_key, signature));
    CHECK_FALSE(keys::verify("the day of southside", key.part.sign_key, signature));
    CHECK_FALSE(keys::verify("the day of northside", other.part.sign_key, signature));
    CHECK_FALSE(keys::verify("the day of northside", "nonsense", signature));
    CHECK_FALSE(keys::verify("the day of northside", key.part.sign_key, "short"));
    CHECK_THROWS_AS(keys::sign(keys::make_key(source), "anything"), KeyError);
}

TEST_CASE("ids that would not stand in a file are refused", "[unit][keys]")
{
    Desk desk;
    CHECK_THROWS_WITH(desk.make({.role = Role::source, .person = {}, .source = {"a\"\nb"}}),
                      Contains("no id"));
}
