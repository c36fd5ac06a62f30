// Are numbers found again, unreadable without the key, gone when erased, and never lost for a token
// that a fact may hold?

#include <filesystem>
#include <fstream>
#include <set>

#include <catch2/catch.hpp>

#include "daemon/journal/open_journal.hpp"
#include "daemon/journal/sqlite_file.hpp"
#include "daemon/journal/sqlite_vault.hpp"
#include "daemon/journal/vault_reader.hpp"
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

TEST_CASE(
    "what nobody used for long is told, oldest first, and using it again takes it off the list",
    "[unit][vault]")
{
    const TemporaryFolder folder;
    const auto vault = open_vault(folder.file("vault.db"));
    const auto use = [&](int day, const std::string& number) {
        vault->set_day(day);
        const auto token = vault->token_for(VaultKind::number, number);
        vault->flush();
        return token;
    };
    const auto late = use(101, "+15125550103");
    const auto early = use(100, "+15125550101");
    const auto used_again = use(100, "+15125550102");
    const auto today = use(200, "+15125550104");
    CHECK(vault->unused_since(100, 9).empty());
    CHECK(vault->unused_since(101, 9).size() == 2);
    CHECK(use(200, "+15125550102") == used_again);
    CHECK(vault->take_changes().empty());
    CHECK(vault->unused_since(200, 9) == std::vector{early, late});
    CHECK(vault->unused_since(200, 1) == std::vector{early});
    SECTION("people's words are no numbers: they stay")
    {
        vault->set_day(100);
        const auto words = vault->token_for(VaultKind::remark, "no answer since four");
        vault->flush();
        CHECK(vault->unused_since(100'000, 9).size() == 4);
        CHECK(vault->token_for(VaultKind::remark, "no answer since four") == words);
        CHECK(vault->text_of(words) == "no answer since four");
    }
    SECTION("to read it is no use")
    {
        CHECK(vault->text_of(early));
        CHECK(vault->find(VaultKind::number, "+15125550101") == early);
        vault->flush();
        CHECK(vault->unused_since(200, 9).size() == 2);
    }
    SECTION("to keep it is one, at once and after a restart")
    {
        vault->keep(early);
        CHECK(vault->unused_since(200, 9) == std::vector{late});
        vault->flush();
        CHECK(vault->unused_since(200, 9) == std::vector{late});
    }
    SECTION("what is being erased is no longer told, before it is written and after")
    {
        vault->erase(early);
        CHECK(vault->unused_since(200, 9) == std::vector{late});
        vault->flush();
        CHECK(vault->unused_since(200, 9) == std::vector{late});
    }
    SECTION("the day is written once a day, however often it is used")
    {
        vault->token_for(VaultKind::number, "+15125550104");
        CHECK(vault->take_changes().empty());
        vault->set_day(201);
        vault->token_for(VaultKind::number, "+15125550104");
        vault->token_for(VaultKind::number, "+15125550104");
        CHECK(vault->take_changes().size() == 1);
    }
    SECTION("whoever has no key can count them")
    {
        const auto count = callwatch::count_vault(folder.file("vault.db"), 102);
        CHECK(count.texts == 4);
        CHECK(count.oldest_use == 100);
        CHECK(count.unused == 2);
    }
}

TEST_CASE("what came before the first time was known was used on the day that then was",
          "[unit][vault]")
{
    const TemporaryFolder folder;
    const auto vault = open_vault(folder.file("vault.db"));
    const auto token = vault->token_for(VaultKind::number, caller);
    vault->set_day(300);
    vault->flush();
    CHECK(vault->unused_since(300, 9).empty());
    CHECK(vault->unused_since(301, 9) == std::vector{token});
}

TEST_CASE("a number that comes again while it is being erased is another number", "[unit][vault]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("vault.db");
    const std::string token = fill(path);
    std::string again;
    {
        const auto vault = open_vault(path);
        vault->set_day(400);
        vault->erase(token);
        again = vault->token_for(VaultKind::number, caller);
        CHECK(again != token);
        auto changes = vault->take_changes();
        REQUIRE(changes.size() == 2);
        // As the journal's thread does: what is added before the row, what is erased after it.
        vault->write({changes[1]});
        CHECK(vault->token_for(VaultKind::number, caller) == again);
        CHECK_FALSE(vault->text_of(token));
        CHECK(vault->unused_since(500, 9) == std::vector{again});
        SECTION("and the power fails between the two") {}
        SECTION("or does not") { vault->write({changes[0]}); }
    }
    CHECK(open_vault(path)->token_for(VaultKind::number, caller) == again);
}

TEST_CASE("a vault of the version before is taken over with everything in it", "[unit][vault]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("vault.db");
    const std::string token = fill(path);
    SqliteFile{path, SqliteFile::As::owner}.execute(
        "ALTER TABLE entry RENAME TO newer;"
        "CREATE TABLE entry(token BLOB PRIMARY KEY, lookup BLOB NOT NULL UNIQUE,"
        " sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;"
        "INSERT INTO entry SELECT token, lookup, sealed FROM newer;"
        "DROP TABLE newer; UPDATE schema SET version = 1;");
    {
        const auto vault = open_vault(path);
        CHECK(vault->token_for(VaultKind::number, caller) == token);
        CHECK(vault->text_of(token) == caller);
        // Used last, for all that is known, when it was taken over: long after 2020-01-01.
        CHECK(vault->unused_since(18'262, 9).empty());
        CHECK(vault->unused_since(100'000, 9) == std::vector{token});
    }
    CHECK(open_vault(path)->text_of(token) == caller);
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
