// Are numbers found again, unreadable without the key, gone when erased, and never lost for a token
// that a fact may hold?

#include <filesystem>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>

#include "daemon/journal/open_journal.hpp"
#include "daemon/journal/sqlite_file.hpp"
#include "daemon/journal/sqlite_vault.hpp"
#include "tests/support/temporary_folder.hpp"

using callwatch::mask;
using callwatch::open_journal;
using callwatch::open_vault;
using callwatch::SqliteFile;
using callwatch::SqliteVault;
using callwatch::VaultError;
using callwatch::VaultKind;
using callwatch::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

const std::string caller = "+15125550142";

/// All files of the vault, the write-ahead log included.
std::string all_bytes(const TemporaryFolder& folder)
{
    std::string bytes;
    for (const auto& entry : fs::directory_iterator{folder.path()}) {
        std::ifstream file{entry.path(), std::ios::binary};
        bytes.append(std::istreambuf_iterator<char>{file}, {});
    }
    return bytes;
}

std::string failure_of_opening(const std::string& path)
{
    try {
        open_vault(path);
    } catch (const VaultError& error) {
        return error.what();
    }
    return {};
}

/// A vault with one number on disk; its token.
std::string fill(const std::string& path)
{
    const auto vault = open_vault(path);
    const std::string token = vault->token_for(VaultKind::number, caller);
    vault->flush();
    return token;
}

}  // namespace

TEST_CASE("a text keeps its token, also after a restart, and the token its text", "[unit][vault]")
{
    const TemporaryFolder folder;
    const std::string token = fill(folder.file("vault.db"));
    CHECK(token.size() == 32);
    const auto vault = open_vault(folder.file("vault.db"));
    CHECK(vault->text_of(token) == caller);
    CHECK(vault->token_for(VaultKind::number, caller) == token);
    CHECK(vault->take_changes().empty());
}

TEST_CASE("a new token is good at once and is handed over to be written once", "[unit][vault]")
{
    const TemporaryFolder folder;
    const auto vault = open_vault(folder.file("vault.db"));
    const std::string token = vault->token_for(VaultKind::number, caller);
    CHECK(vault->token_for(VaultKind::number, caller) == token);
    CHECK(vault->text_of(token) == caller);
    CHECK(vault->take_changes().size() == 1);
    CHECK(vault->take_changes().empty());
}

TEST_CASE("kinds share no token, and no text has none", "[unit][vault]")
{
    const TemporaryFolder folder;
    const auto vault = open_vault(folder.file("vault.db"));
    CHECK(vault->token_for(VaultKind::number, "106") != vault->token_for(VaultKind::name, "106"));
    CHECK(vault->token_for(VaultKind::number, "").empty());
    CHECK(vault->take_changes().size() == 2);
}

TEST_CASE("what is no token of this vault has no text", "[unit][vault]")
{
    const TemporaryFolder folder;
    const auto vault = open_vault(folder.file("vault.db"));
    CHECK_FALSE(vault->text_of(""));
    CHECK_FALSE(vault->text_of("' OR 1"));
    CHECK_FALSE(vault->text_of(std::string(32, '0')));
    CHECK_FALSE(vault->text_of(std::string(32, 'G')));
    CHECK_FALSE(vault->text_of(std::string(100'000, 'a')));
}

TEST_CASE("nobody reads a number from the files", "[unit][vault]")
{
    const TemporaryFolder folder;
    const auto vault = open_vault(folder.file("vault.db"));
    vault->token_for(VaultKind::number, caller);
    vault->token_for(VaultKind::name, "Ann Example");
    vault->flush();
    const std::string bytes = all_bytes(folder);
    CHECK(bytes.size() > 4'096);
    CHECK(bytes.find("5125550142") == std::string::npos);
    CHECK(bytes.find("Ann") == std::string::npos);
    CHECK((fs::status(folder.file("vault.db")).permissions() & fs::perms{077}) == fs::perms::none);
    CHECK((fs::status(folder.file("vault.db.key")).permissions() & fs::perms{077}) ==
          fs::perms::none);
}

TEST_CASE("an erased text leaves nothing in any file, and another token when it comes again",
          "[unit][vault]")
{
    const TemporaryFolder folder;
    const auto vault = open_vault(folder.file("vault.db"));
    const std::string kept = vault->token_for(VaultKind::number, "+15125550143");
    const std::string token = vault->token_for(VaultKind::number, caller);
    const auto changes = vault->take_changes();
    vault->write(changes);
    REQUIRE(all_bytes(folder).find(changes[1].sealed) != std::string::npos);

    vault->erase(token);
    CHECK_FALSE(vault->text_of(token));
    const std::string again = vault->token_for(VaultKind::number, caller);
    CHECK(again != token);
    vault->flush();
    CHECK(all_bytes(folder).find(changes[1].sealed) == std::string::npos);
    CHECK(all_bytes(folder).find(changes[0].sealed) != std::string::npos);
    CHECK_FALSE(vault->text_of(token));
    CHECK(vault->text_of(again) == caller);
    CHECK(vault->text_of(kept) == "+15125550143");
}

TEST_CASE("a text that is erased before it was ever written stays erased", "[unit][vault]")
{
    const TemporaryFolder folder;
    {
        const auto vault = open_vault(folder.file("vault.db"));
        vault->erase(vault->token_for(VaultKind::number, caller));
        vault->flush();
    }
    const auto vault = open_vault(folder.file("vault.db"));
    vault->token_for(VaultKind::number, caller);
    CHECK(vault->take_changes().size() == 1);
}

TEST_CASE("a full memory forgets what is on disk and nothing else", "[unit][vault]")
{
    const TemporaryFolder folder;
    SqliteVault vault{folder.file("vault.db"), 4};
    std::set<std::string> tokens;
    const auto ask_for_all = [&] {
        for (int i = 0; i < 50; ++i)
            tokens.insert(vault.token_for(VaultKind::number, "+1512555" + std::to_string(i)));
    };
    ask_for_all();
    ask_for_all();
    CHECK(tokens.size() == 50);
    vault.flush();
    ask_for_all();
    CHECK(tokens.size() == 50);
    CHECK(vault.take_changes().empty());
}

TEST_CASE("a key that others may read, another key or none is refused", "[unit][vault]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("vault.db");
    const std::string key = path + ".key";
    const std::string token = fill(path);
    SECTION("readable by the group")
    {
        fs::permissions(key, fs::perms{0640});
        CHECK_THAT(failure_of_opening(path), Catch::Contains(key) && Catch::Contains("chmod 600"));
    }
    SECTION("lost")
    {
        fs::remove(key);
        CHECK_THAT(failure_of_opening(path), Catch::Contains(key));
        CHECK_FALSE(fs::exists(key));
    }
    SECTION("of another vault")
    {
        fill(folder.file("other.db"));
        fs::rename(folder.file("other.db.key"), key);
        CHECK_THAT(failure_of_opening(path), Catch::Contains("another key"));
    }
    SECTION("cut short")
    {
        fs::resize_file(key, 31);
        CHECK_THAT(failure_of_opening(path), Catch::Contains("32 bytes"));
    }
}

TEST_CASE("a vault of somebody else or in use is refused", "[unit][vault]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("vault.db");
    SECTION("in use")
    {
        const auto vault = open_vault(path);
        CHECK_THAT(failure_of_opening(path), Catch::Contains("is using it"));
    }
    SECTION("a journal")
    {
        open_journal(path);
        CHECK_FALSE(failure_of_opening(path).empty());
    }
}

TEST_CASE("an entry moved to another token is not believed", "[unit][vault]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("vault.db");
    const std::string token = fill(path);
    SqliteFile{path, SqliteFile::As::owner}.execute("UPDATE entry SET token = zeroblob(16)");
    CHECK_THROWS_AS(open_vault(path)->text_of(std::string(32, '0')), VaultError);
}

TEST_CASE("after a failed write the vault takes nothing more", "[unit][vault]")
{
    const TemporaryFolder folder;
    const auto vault = open_vault(folder.file("vault.db"));
    vault->token_for(VaultKind::number, caller);
    const auto changes = vault->take_changes();
    vault->write(changes);
    CHECK_THROWS_AS(vault->write(changes), VaultError);
    vault->token_for(VaultKind::number, "106");
    CHECK_THROWS_AS(vault->flush(), VaultError);
}

TEST_CASE("a masked number shows its last 2 digits and how it was written", "[unit][vault]")
{
    CHECK(mask("+15125550142") == "+*********42");
    CHECK(mask("(512) 555-0142") == "(***) ***-**42");
    CHECK(mask("106") == "*06");
    CHECK(mask("42") == "**");
    CHECK(mask("7") == "*");
    CHECK(mask("") == "");
}

TEST_CASE("a masked name shows nothing but its length", "[unit][vault]")
{
    CHECK(mask("Ann") == "***");
    CHECK(mask("J\xc3\xb6rg") == "****");
    CHECK(mask("sip:ann@example.org") == "***************.***");
}
