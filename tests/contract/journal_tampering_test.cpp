// Is whatever is done to a record of a long journal found, and where it was done? 10 000 facts in
// rows of 1 to 39, in two segments. Every record is tampered with in memory, with the verifier that
// files are verified with; it goes on from the good rows before, as it does in a file. A sample is
// done to the files themselves. Positions are those of rows: a row is hashed as a whole.

#include <filesystem>
#include <iterator>

#include <catch2/catch.hpp>

#include "daemon/journal/journal_file.hpp"
#include "daemon/journal/open_journal.hpp"
#include "daemon/journal/sqlite_file.hpp"
#include "tests/contract/journal_contract.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {
namespace {

namespace fs = std::filesystem;
using Rows = std::vector<OwnedRow>;

constexpr Position facts_written = 10'000;
constexpr Position second_segment_at = 4'997;

/// Written once, by the real journal; its rows are read back as they are stored.
struct LongJournal {
    LongJournal()
    {
        const auto journal = open_journal(path());
        for (Position from = 1; from <= facts_written;) {
            const auto to = std::min(facts_written, from + from * 37 % 39);
            journal->append(facts_of_history(from, to));
            if (from < second_segment_at && to >= second_segment_at)
                journal->begin_segment("2026-12");
            from = to + 1;
        }
        head = journal->head();
        verify_journal(path(), std::vector<JournalHead>{}, [this](const StoredRow& row) {
            rows.push_back({row.first, row.count, row.format, std::string{row.previous},
                            std::string{row.hash}, std::string{row.bytes}});
        });
    }
    std::string path() const { return folder.file("journal.db"); }
    std::string second() const { return folder.file("journal-2026-12.db"); }

    const TemporaryFolder folder;
    Rows rows;
    JournalHead head;
};

const LongJournal& long_journal()
{
    static const LongJournal journal;
    return journal;
}

Position first_of(const OwnedRow& row) { return static_cast<Position>(row.first); }
Position last_of(const OwnedRow& row)
{
    return first_of(row) + static_cast<Position>(row.count) - 1;
}

std::vector<std::string> split(const OwnedRow& row)
{
    std::vector<std::string> facts;
    for_each_fact(row.view(), [&](Position, std::string_view fact) { facts.emplace_back(fact); });
    return facts;
}

void join(OwnedRow& row, const std::vector<std::string>& facts)
{
    FactBytes bytes;
    for (const auto& fact : facts) bytes.push_back(fact);
    row.bytes = bytes.bytes();
    row.count = static_cast<std::int64_t>(facts.size());
}

void rehash(OwnedRow& row) { row.hash = bytes_of(hash_of(row.view())); }

/// What somebody did to the fact at `at` of the first of `rows`. Rows that lose all facts go.
enum class Deed { change, remove, swap, insert, truncate };
constexpr Deed deeds[] = {Deed::change, Deed::remove, Deed::swap, Deed::insert, Deed::truncate};

/// The rows that take the place of `row` and `next` (null: `row` is the last).
Rows done_to(Deed deed, const OwnedRow& row, const OwnedRow* next, std::size_t at)
{
    Rows rows{row};
    if (next != nullptr) rows.push_back(*next);
    auto facts = split(row);
    const auto here = facts.begin() + static_cast<std::ptrdiff_t>(at);
    switch (deed) {
        case Deed::change: (*here)[at % here->size()] ^= 1; break;
        case Deed::remove: facts.erase(here); break;
        case Deed::insert: facts.insert(here, std::string{*here}); break;
        case Deed::truncate:
            facts.erase(std::next(here), facts.end());
            rows.resize(1);
            break;
        case Deed::swap:
            if (std::next(here) != facts.end()) {
                std::iter_swap(here, std::next(here));
            } else if (next != nullptr) {
                auto others = split(*next);
                std::swap(*here, others.front());
                join(rows[1], others);
            }
            break;
    }
    if (facts.empty())
        rows.erase(rows.begin());
    else
        join(rows[0], facts);
    return rows;
}

/// The first position nobody can vouch for after that.
Position expected(Deed deed, const OwnedRow& row, std::size_t at)
{
    const bool only_what_follows =
        deed == Deed::truncate && at + 1 == static_cast<std::size_t>(row.count);
    return only_what_follows ? last_of(row) + 1 : first_of(row);
}

/// `verifier` has been told everything before `rows`; `rest` follows them.
Position found_by(ChainVerifier verifier, const Rows& rows, const OwnedRow* rest)
{
    for (const auto& row : rows)
        if (!verifier.take(row.view())) break;
    if (rest != nullptr && !verifier.found().fault) verifier.take(rest->view());
    verifier.finish();
    return verifier.found().fault ? verifier.found().fault->position : 0;
}

/// The very last fact can be neither swapped with the next nor followed by what is cut off.
bool is_possible(Deed deed, Position position)
{
    return position < facts_written || (deed != Deed::swap && deed != Deed::truncate);
}

void write_row(SqliteFile& file, std::int64_t instead_of, const OwnedRow& row)
{
    file.prepare("UPDATE chain SET count = ?2, bytes = ?3 WHERE first = ?1")
        .bind(1, instead_of)
        .bind(2, row.count)
        .bind(3, std::string_view{row.bytes})
        .run();
}

/// Does it to a copy of the files, and says what verifying them names.
Position found_in_files(Deed deed, std::size_t index, std::size_t at)
{
    const auto& journal = long_journal();
    const TemporaryFolder folder;
    for (const auto& path : {journal.path(), journal.second()})
        fs::copy_file(path, folder.file(fs::path{path}.filename().string()));
    const auto& row = journal.rows[index];
    const auto* next = index + 1 < journal.rows.size() ? &journal.rows[index + 1] : nullptr;
    const auto tampered = done_to(deed, row, next, at);
    for (const char* name : {"journal.db", "journal-2026-12.db"}) {
        SqliteFile file{folder.file(name), SqliteFile::As::owner};
        for (const auto& one : tampered) write_row(file, one.first, one);
        if (tampered.empty() || tampered[0].first != row.first)
            file.prepare("DELETE FROM chain WHERE first = ?1").bind(1, row.first).run();
        if (deed == Deed::truncate)
            file.prepare("DELETE FROM chain WHERE first > ?1").bind(1, row.first).run();
    }
    const auto found = verify_journal(folder.file("journal.db"), journal.head);
    return found.fault ? found.fault->position : 0;
}

}  // namespace

TEST_CASE("a journal of 10 000 facts: every single-record tampering is detected, where it was done",
          "[contract][journal][tampering]")
{
    const auto& journal = long_journal();
    REQUIRE(last_of(journal.rows.back()) == facts_written);
    ChainVerifier untouched{JournalHead{}, {journal.head}};
    std::size_t missed = 0;
    std::size_t done = 0;
    for (std::size_t index = 0; index < journal.rows.size(); ++index) {
        const auto& row = journal.rows[index];
        const auto* next = index + 1 < journal.rows.size() ? &row + 1 : nullptr;
        const auto* rest = index + 2 < journal.rows.size() ? &row + 2 : nullptr;
        for (std::size_t at = 0; at < static_cast<std::size_t>(row.count); ++at) {
            for (const auto deed : deeds) {
                if (!is_possible(deed, first_of(row) + at)) continue;
                const auto found = found_by(untouched, done_to(deed, row, next, at),
                                            deed == Deed::truncate ? nullptr : rest);
                ++done;
                if (found == expected(deed, row, at)) continue;
                ++missed;
                CAPTURE(static_cast<int>(deed), first_of(row) + at, found);
                CHECK(found == expected(deed, row, at));
            }
        }
        REQUIRE(untouched.take(row.view()));
    }
    untouched.finish();
    CHECK_FALSE(untouched.found().fault);
    CHECK(missed == 0);
    CHECK(done == 5 * facts_written - 2);
}

TEST_CASE(
    "who makes a row's hash to match breaks the next; who makes all of them meets a kept head",
    "[contract][journal][tampering]")
{
    const auto& rows = long_journal().rows;
    ChainVerifier untouched{JournalHead{}, {long_journal().head}};
    for (std::size_t index = 0; index < rows.size(); ++index) {
        auto forged = rows[index];
        forged.bytes[fact_length_bytes] ^= 1;
        rehash(forged);
        Rows told{forged};
        if (index + 1 < rows.size()) told.push_back(rows[index + 1]);
        REQUIRE(found_by(untouched, told, nullptr) ==
                first_of(index + 1 < rows.size() ? rows[index + 1] : rows[index]));
        untouched.take(rows[index].view());
    }

    auto forged = rows;
    forged[7].bytes[fact_length_bytes] ^= 1;
    for (std::size_t index = 7; index < forged.size(); ++index) {
        if (index > 7) forged[index].previous = forged[index - 1].hash;
        rehash(forged[index]);
    }
    const auto verify = [&](std::vector<JournalHead> kept) {
        return found_by(ChainVerifier{JournalHead{}, std::move(kept)}, forged, nullptr);
    };
    CHECK(verify({}) == 0);
    CHECK(verify({long_journal().head}) == first_of(rows.back()));
}

TEST_CASE("the same is found in the files, a sample of every deed over both segments",
          "[contract][journal][tampering]")
{
    const auto& rows = long_journal().rows;
    const auto deed =
        GENERATE(Deed::change, Deed::remove, Deed::swap, Deed::insert, Deed::truncate);
    for (const std::size_t index :
         {std::size_t{0}, rows.size() / 3, rows.size() / 2, rows.size() - 2}) {
        for (const auto at : {std::size_t{0}, static_cast<std::size_t>(rows[index].count) - 1}) {
            CAPTURE(static_cast<int>(deed), index, at);
            CHECK(found_in_files(deed, index, at) == expected(deed, rows[index], at));
        }
    }
}

TEST_CASE("a chain is walked over rows of which only the digest is told",
          "[contract][journal][tampering]")
{
    const auto& rows = long_journal().rows;
    const auto withheld = [](const OwnedRow& row) {
        WithheldRow told{.first = row.first,
                         .count = row.count,
                         .format = row.format,
                         .digest = digest_of(row.bytes),
                         .hash = {}};
        std::copy(row.hash.begin(), row.hash.end(), told.hash.begin());
        return told;
    };
    ChainVerifier verifier{JournalHead{}, {long_journal().head}};
    for (std::size_t index = 0; index < rows.size(); ++index) {
        auto told = withheld(rows[index]);
        for (auto* byte :
             {&told.digest[index % told.digest.size()], &told.hash[index % told.hash.size()]}) {
            *byte ^= 1;
            ChainVerifier other{verifier};
            CHECK_FALSE(other.take(told));
            REQUIRE(other.found().fault->position == first_of(rows[index]));
            *byte ^= 1;
        }
        REQUIRE((index % 3 == 0 ? verifier.take(rows[index].view()) : verifier.take(told)));
    }
    verifier.finish();
    CHECK_FALSE(verifier.found().fault);
    CHECK(verifier.found().head == long_journal().head);
}

TEST_CASE("rows of the format before are read, go over into those of today, and are never withheld",
          "[contract][journal][tampering]")
{
    MemoryDisk disk;
    for (Position position = 1; position <= 3; ++position)
        MemoryJournal{disk}.append(facts_of_history(position, position));
    auto& old = disk[0];
    old.format = row_format_of_bytes;
    rehash(old);
    CHECK(old.hash != disk[1].previous);
    for (std::size_t index = 1; index < disk.size(); ++index) {
        disk[index].previous = disk[index - 1].hash;
        rehash(disk[index]);
    }
    ChainVerifier verifier{JournalHead{}, {}};
    for (const auto& row : disk) CHECK(verifier.take(row.view()));
    CHECK(verifier.found().head.position == 3);

    WithheldRow told{.first = 1,
                     .count = 1,
                     .format = row_format_of_bytes,
                     .digest = digest_of(old.bytes),
                     .hash = {}};
    std::copy(old.hash.begin(), old.hash.end(), told.hash.begin());
    CHECK_FALSE(ChainVerifier{JournalHead{}, {}}.take(told));
    old.bytes[fact_length_bytes] ^= 1;
    CHECK_FALSE(ChainVerifier{JournalHead{}, {}}.take(old.view()));
}

}  // namespace callwatch::test
