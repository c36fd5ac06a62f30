// A journal of several months is several files of one chain. Can the old ones be moved away, is a
// missing, exchanged or shortened one found and named, and does a crash at the turn of a month lose
// nothing?

#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>

#include "daemon/journal/journal_file.hpp"
#include "daemon/journal/open_journal.hpp"
#include "daemon/journal/sqlite_file.hpp"
#include "tests/contract/journal_contract.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {
namespace {

namespace fs = std::filesystem;

/// Facts 1-3 in journal.db, 4-6 in 2026-12, 7-9 in 2027-01, each month three rows; closed.
class ThreeMonths {
public:
    ThreeMonths()
    {
        const auto journal = open();
        for (Position position = 1; position <= 9; ++position) {
            if (position == 4) journal->begin_segment("2026-12");
            if (position == 7) journal->begin_segment("2027-01");
            heads.push_back(journal->append(facts_of_history(position, position)));
        }
    }

    std::unique_ptr<Journal> open() const { return open_journal(first()); }
    std::string first() const { return folder.file("journal.db"); }
    std::string december() const { return folder.file("journal-2026-12.db"); }
    std::string january() const { return folder.file("journal-2027-01.db"); }
    std::string away(const std::string& path) const
    {
        fs::create_directory(folder.file("archive"));
        const auto to = folder.file("archive/" + fs::path{path}.filename().string());
        fs::rename(path, to);
        return to;
    }

    FactBytes facts_after(Position after) const
    {
        FactBytes facts;
        open()->replay(after, [&](Position, std::string_view fact) { facts.push_back(fact); });
        return facts;
    }

    std::string failure_of_opening() const
    {
        try {
            open();
        } catch (const JournalError& error) {
            return error.what();
        }
        return {};
    }

    const TemporaryFolder folder;
    std::vector<JournalHead> heads;  ///< After each fact.
};

/// The fault that verifying finds, and where.
void check_fault(const std::string& path, Position position, const std::string& words)
{
    const auto found = verify_journal(path);
    REQUIRE(found.fault);
    CHECK(found.fault->position == position);
    CHECK_THAT(found.fault->what, Catch::Contains(words));
}

}  // namespace

TEST_CASE("a month is a file, and a sealed one needs no other beside it",
          "[contract][journal][segments]")
{
    const ThreeMonths months;
    const auto journal = months.open();
    for (const auto& path : {months.first(), months.december()}) {
        CHECK(fs::exists(path));
        CHECK_FALSE(fs::exists(path + "-wal"));
    }
    const auto found = verify_journal(months.first(), months.heads[1]);
    CHECK_FALSE(found.fault);
    CHECK(found.head == months.heads[8]);
    CHECK(found.rows == 9);
    CHECK(found.segments ==
          std::vector<std::string>{"journal.db", "journal-2026-12.db", "journal-2027-01.db"});
}

TEST_CASE("the oldest months may be moved away; the rest still hangs together",
          "[contract][journal][segments]")
{
    const ThreeMonths months;
    months.away(months.first());
    const auto kept = GENERATE(1, 2);
    if (kept == 1) months.away(months.december());
    const Position gone = kept == 1 ? 6 : 3;

    const auto journal = months.open();
    CHECK(journal->archived() == gone);
    CHECK(journal->head() == months.heads[8]);
    CHECK(journal->passes(months.heads[gone - 1]));
    CHECK(journal->passes(months.heads[7]));
    CHECK_FALSE(journal->passes(months.heads[1]));
    CHECK_THROWS_WITH(journal->replay(0, [](Position, std::string_view) {}),
                      Catch::Contains("facts 1 to " + std::to_string(gone) + " are not here"));
    journal->append(facts_of_history(10, 10));
    FactBytes facts;
    journal->replay(gone, [&](Position, std::string_view fact) { facts.push_back(fact); });
    CHECK(facts == facts_of_history(gone + 1, 10));

    const auto found = verify_journal(months.first(), months.heads[gone - 1]);
    CHECK_FALSE(found.fault);
    CHECK(found.archived == gone);
    CHECK(found.rows == 10 - gone);
    auto other = months.heads[gone - 1];
    other.hash[0] ^= 1;
    CHECK(verify_journal(months.first(), other).fault);
}

TEST_CASE("what was moved away can be verified where it is, and put back",
          "[contract][journal][segments]")
{
    const ThreeMonths months;
    const auto archive = months.away(months.first());
    const auto found = verify_journal(archive);
    CHECK_FALSE(found.fault);
    CHECK(found.head == months.heads[2]);
    fs::rename(archive, months.first());
    CHECK(months.facts_after(0) == facts_of_history(1, 9));
}

TEST_CASE("a month that is missing between others is found and named",
          "[contract][journal][segments]")
{
    const ThreeMonths months;
    months.away(months.december());
    check_fault(months.first(), 4, "facts 4 to 6 are missing");
    CHECK_THAT(months.failure_of_opening(), Catch::Contains("journal-2027-01.db begins after 6"));
}

TEST_CASE("the newest month, removed, is missed", "[contract][journal][segments]")
{
    const ThreeMonths months;
    months.away(months.january());
    check_fault(months.first(), 7, "3 facts that had been written are gone");
    CHECK_THAT(months.failure_of_opening(), Catch::Contains("ends at position 6, but 9"));
}

TEST_CASE("exchanged months are found", "[contract][journal][segments]")
{
    const ThreeMonths months;
    const auto december = months.away(months.december());
    fs::rename(months.january(), months.december());
    fs::rename(december, months.january());
    check_fault(months.first(), 4, "journal-2026-12.db begins after 6");
    CHECK_FALSE(months.failure_of_opening().empty());
}

TEST_CASE("rows cut off a sealed month, and a month of another history, are found",
          "[contract][journal][segments]")
{
    const ThreeMonths months;
    SECTION("cut off")
    {
        SqliteFile{months.first(), SqliteFile::As::owner}.execute(
            "DELETE FROM chain WHERE first=3");
        check_fault(months.first(), 3, "facts 3 to 3 are missing");
        CHECK_THROWS_WITH(months.facts_after(0), Catch::Contains("facts up to 2 are good"));
    }
    SECTION("of another history")
    {
        fs::remove(months.first());
        fs::remove(months.first() + ".head");
        const TemporaryFolder elsewhere;
        {
            const auto other = open_journal(elsewhere.file("journal.db"));
            other->append(facts_of_history(1, 2));
            other->append(facts_of_history(3, 3));
        }
        fs::copy_file(elsewhere.file("journal.db"), months.first());
        check_fault(months.first(), 4, "does not follow the segment before it");
    }
}

TEST_CASE("a crash at the turn of a month loses nothing, whatever it left of the new file",
          "[contract][journal][segments]")
{
    const ThreeMonths months;
    const auto february = months.folder.file("journal-2027-02.db");
    SECTION("an empty file") { std::ofstream{february}; }
    SECTION("a file without tables")
    {
        SqliteFile{february, SqliteFile::As::owner}.execute("PRAGMA journal_mode=WAL");
    }
    SECTION("a file with tables and no row")
    {
        months.open()->begin_segment("2027-02");
        CHECK(fs::exists(february));
    }
    CHECK_FALSE(verify_journal(months.first()).fault);
    {
        const auto journal = months.open();
        CHECK(journal->head() == months.heads[8]);
        journal->begin_segment("2027-02");
        journal->append(facts_of_history(10, 10));
    }
    CHECK(months.facts_after(0) == facts_of_history(1, 10));
    const auto found = verify_journal(months.first());
    CHECK_FALSE(found.fault);
    CHECK(found.segments.back() == "journal-2027-02.db");
}

TEST_CASE("a reader beside the owner tells what was there when it began, and no more",
          "[contract][journal][segments]")
{
    const ThreeMonths months;
    const auto journal = months.open();
    const auto reader = observe_journal(months.first());
    journal->append(facts_of_history(10, 12));
    FactBytes facts;
    reader->replay(0, [&](Position, std::string_view fact) { facts.push_back(fact); });
    CHECK(facts == facts_of_history(1, 9));
    CHECK(reader->head() == months.heads[8]);
}

TEST_CASE("a reader beside the owner goes on over the turn of a month",
          "[contract][journal][segments]")
{
    const ThreeMonths months;
    const auto journal = months.open();
    const auto reader = observe_journal(months.first());
    journal->begin_segment("2027-02");
    journal->append(facts_of_history(10, 10));
    FactBytes facts;
    reader->replay(0, [&](Position, std::string_view fact) { facts.push_back(fact); });
    CHECK(facts == facts_of_history(1, 9));
    CHECK(observe_journal(months.first())->head().position == 10);
}

}  // namespace callwatch::test
