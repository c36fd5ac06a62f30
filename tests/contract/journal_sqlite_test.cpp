// Does the journal in SQLite keep the promises of journal.hpp, refuse what is not its own, and can
// it be verified from beside while it is written?

#include <filesystem>
#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "daemon/journal/journal_file.hpp"
#include "daemon/journal/open_journal.hpp"
#include "daemon/journal/sqlite_rows.hpp"
#include "tests/contract/journal_contract.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {
namespace {

class SqliteStore : public JournalStore {
public:
    std::unique_ptr<Journal> open() override { return open_journal(path()); }

    std::vector<OwnedRow> rows() override
    {
        SqliteFile file{path(), SqliteFile::As::observer};
        std::vector<OwnedRow> rows;
        read_rows(file, 0, [&](const StoredRow& row) {
            rows.push_back({row.first, row.count, row.format, std::string{row.previous},
                            std::string{row.hash}, std::string{row.bytes}});
            return true;
        });
        return rows;
    }

    void put(const std::vector<OwnedRow>& rows) override
    {
        open();
        std::filesystem::remove(path() + ".head");
        SqliteFile file{path(), SqliteFile::As::owner};
        file.execute("DELETE FROM chain");
        auto insert = file.prepare("INSERT INTO chain VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
        for (const auto& row : rows) {
            insert.bind(1, row.first).bind(2, row.count).bind(3, row.format);
            insert.bind(4, or_empty(row.previous))
                .bind(5, or_empty(row.hash))
                .bind(6, or_empty(row.bytes));
            insert.run();
        }
    }

    std::string path() const { return folder_.file("journal.db"); }
    const TemporaryFolder& folder() const { return folder_; }

private:
    /// SQLite takes a null pointer for NULL.
    static std::string_view or_empty(const std::string& bytes)
    {
        return bytes.empty() ? std::string_view{"", 0} : std::string_view{bytes};
    }

    TemporaryFolder folder_;
};

std::string failure_of_opening(const std::string& path)
{
    try {
        open_journal(path);
    } catch (const JournalError& error) {
        return error.what();
    }
    return {};
}

/// A store with facts 1-2, 3, 4-8.
JournalHead fill(SqliteStore& store)
{
    const auto journal = store.open();
    journal->append(facts_of_history(1, 2));
    journal->append(facts_of_history(3, 3));
    return journal->append(facts_of_history(4, 8));
}

}  // namespace

TEST_CASE("the journal in SQLite keeps the contract", "[contract][journal]")
{
    SqliteStore store;
    check_journal_contract(store);
}

TEST_CASE("a second owner is refused and told who the first is", "[contract][journal]")
{
    SqliteStore store;
    const auto first = store.open();
    std::filesystem::create_directory_symlink(store.folder().path(),
                                              store.folder().file("elsewhere"));
    const std::string said = "process " + std::to_string(::getpid()) + " is using it";
    CHECK_THAT(failure_of_opening(store.path()), Catch::Contains(said));
    CHECK_THAT(failure_of_opening(store.folder().file("elsewhere/journal.db")),
               Catch::Contains(said));
    CHECK(first->append(facts_of_history(1, 1)).position == 1);
}

TEST_CASE("what is not a journal is refused and left as it was", "[contract][journal]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.db");
    SECTION("a text")
    {
        std::ofstream{path} << std::string(5'000, 'x');
        CHECK_THAT(failure_of_opening(path),
                   Catch::Contains(path) && Catch::Contains("is not a database"));
        CHECK(std::filesystem::file_size(path) == 5'000);
    }
    SECTION("a database of somebody else")
    {
        SqliteFile{path, SqliteFile::As::owner}.execute("CREATE TABLE theirs(x)");
        const auto size = std::filesystem::file_size(path);
        CHECK_THAT(failure_of_opening(path), Catch::Contains("is not a journal of Callwatch"));
        CHECK(std::filesystem::file_size(path) == size);
        CHECK_THROWS_AS(verify_journal(path), JournalError);
    }
    SECTION("a vault")
    {
        open_vault(path);
        CHECK_THAT(failure_of_opening(path), Catch::Contains("is not a journal of Callwatch"));
    }
    SECTION("a journal of a newer version")
    {
        open_journal(path);
        SqliteFile{path, SqliteFile::As::owner}.execute("UPDATE schema SET version = 2");
        CHECK_THAT(failure_of_opening(path),
                   Catch::Contains("schema version 2, this program knows 1"));
        CHECK_THROWS_AS(verify_journal(path), JournalError);
    }
    SECTION("a folder")
    {
        std::filesystem::create_directory(path);
        CHECK_THAT(failure_of_opening(path), Catch::Contains(path));
    }
    SECTION("a file in a folder that does not exist")
    {
        CHECK_THAT(failure_of_opening(folder.file("none/journal.db")),
                   Catch::Contains("there is no folder for it"));
    }
}

TEST_CASE("verifying tells where the chain ends, also while a daemon writes it",
          "[contract][journal]")
{
    SqliteStore store;
    const auto journal = store.open();
    CHECK(verify_journal(store.path()).head == JournalHead{});
    for (Position position = 1; position <= 300; ++position) {
        const JournalHead head = journal->append(facts_of_history(position, position));
        if (position % 50 != 0) continue;
        const Verification found = verify_journal(store.path(), head);
        CHECK_FALSE(found.fault);
        CHECK(found.head == head);
        CHECK(found.rows == position);
    }
    FactBytes facts;
    read_journal(store.path(), 290,
                 [&](Position, std::string_view fact) { facts.push_back(fact); });
    CHECK(facts == facts_of_history(291, 300));
}

TEST_CASE("verifying names the first bad position and counts what is good", "[contract][journal]")
{
    SqliteStore store;
    fill(store);
    auto rows = store.rows();
    rows[1].bytes[6] ^= 4;
    store.put(rows);
    const Verification found = verify_journal(store.path());
    REQUIRE(found.fault);
    CHECK(found.fault->position == 3);
    CHECK_THAT(found.fault->what, Catch::Contains("the row was changed"));
    CHECK(found.head.position == 2);
    CHECK(found.rows == 1);
}

TEST_CASE("a head kept elsewhere shows what the chain alone cannot", "[contract][journal]")
{
    SqliteStore store;
    const JournalHead head = fill(store);
    SECTION("rows cut off at the end")
    {
        auto rows = store.rows();
        rows.pop_back();
        store.put(rows);
        CHECK_FALSE(verify_journal(store.path()).fault);
        const auto found = verify_journal(store.path(), head);
        REQUIRE(found.fault);
        CHECK(found.fault->position == 4);
        CHECK_THAT(found.fault->what, Catch::Contains("5 facts that had been written are gone"));
    }
    SECTION("a history written anew with right hashes")
    {
        store.put({});
        store.open()->append(facts_of_history(1, 8));
        CHECK_FALSE(verify_journal(store.path()).fault);
        CHECK(verify_journal(store.path(), head).fault);
    }
    SECTION("nothing wrong, also after it went on")
    {
        CHECK_FALSE(verify_journal(store.path(), head).fault);
        CHECK_FALSE(verify_journal(store.path(), JournalHead{}).fault);
        store.open()->append(facts_of_history(9, 9));
        CHECK_FALSE(verify_journal(store.path(), head).fault);
    }
    SECTION("a head that was never the end of a row")
    {
        const auto found = verify_journal(store.path(), JournalHead{5, head.hash});
        REQUIRE(found.fault);
        CHECK(found.fault->position == 4);
    }
}

TEST_CASE("a journal that ends before the place where it ended last is refused",
          "[contract][journal]")
{
    SqliteStore store;
    const JournalHead head = fill(store);
    const std::string kept = store.path() + ".head";
    SECTION("an older copy")
    {
        std::filesystem::copy_file(store.path(), store.path() + ".copy");
        store.open()->append(facts_of_history(9, 9));
        std::filesystem::rename(store.path() + ".copy", store.path());
        CHECK_THAT(failure_of_opening(store.path()),
                   Catch::Contains("ends at position 8, but 9 had been written"));
        REQUIRE(verify_journal(store.path()).fault);
        CHECK(verify_journal(store.path()).fault->position == 9);
        std::filesystem::remove(kept);
        CHECK(store.open()->head() == head);
    }
    SECTION("none at all")
    {
        std::filesystem::remove(store.path());
        CHECK_THAT(failure_of_opening(store.path()), Catch::Contains("without 8 facts"));
    }
    SECTION("another history of the same length")
    {
        const TemporaryFolder other;
        open_journal(other.file("journal.db"))->append(facts_of_history(1, 8));
        std::filesystem::rename(other.file("journal.db"), store.path());
        CHECK_THAT(failure_of_opening(store.path()), Catch::Contains("position 8: is not the row"));
    }
    SECTION("a head file that is behind, or that a power cut has left empty, is no reason")
    {
        std::filesystem::copy_file(kept, kept + ".copy");
        store.open()->append(facts_of_history(9, 9));
        std::filesystem::rename(kept + ".copy", kept);
        CHECK(store.open()->head().position == 9);
        std::filesystem::resize_file(kept, 0);
        CHECK(store.open()->head().position == 9);
        std::filesystem::resize_file(kept, 30);
        CHECK(store.open()->head().position == 9);
    }
}

}  // namespace callwatch::test
