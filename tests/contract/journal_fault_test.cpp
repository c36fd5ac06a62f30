// What does the journal in SQLite do when the disk is full, breaks, loses its power or may not be
// written? Promised: what append() returned is there, a row is there as a whole or not at all,
// nothing is invented, and the object that failed is dead. Points of failure are drawn from all
// writes and syncs of a history that is long enough for two checkpoints.

#include <csignal>
#include <filesystem>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "daemon/journal/journal_file.hpp"
#include "daemon/journal/open_journal.hpp"
#include "tests/contract/journal_contract.hpp"
#include "tests/support/faulty_disk.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {
namespace {

constexpr Position rows_of_history = 60;
constexpr int failures_drawn = 20;

/// Rows of 150 KB: 60 of them fill the write-ahead log, 4 MB at most, twice.
FactBytes big_row(Position row)
{
    return {std::string(150'000, static_cast<char>('a' + row % 26)), "x"};
}

/// A history in one file, or with another month every so many rows.
enum class Shape { one_file, segments };
constexpr Position rows_in_a_month = 9;

void begin_month_of(Journal& journal, Position row, Shape shape)
{
    if (shape == Shape::segments && row % rows_in_a_month == 0)
        journal.begin_segment(fmt::format("2026-{:02}", 1 + row / rows_in_a_month));
}

/// Writes until all is written or something fails; the number of rows that were taken.
Position write_rows(const std::string& path, std::string& failure, Shape shape = Shape::one_file)
{
    Position taken = 0;
    try {
        const auto journal = open_journal(path);
        try {
            for (; taken < rows_of_history; ++taken) {
                begin_month_of(*journal, taken, shape);
                journal->append(big_row(taken));
            }
        } catch (const JournalError& error) {
            failure = error.what();
            CHECK_THROWS_AS(journal->append(big_row(0)), JournalError);
            CHECK_THROWS_AS(journal->head(), JournalError);
            CHECK_THROWS_AS(journal->replay(0, [](Position, std::string_view) {}), JournalError);
        }
    } catch (const JournalError& error) {
        failure = error.what();
    }
    return taken;
}

/// At least `taken` rows are there, at most one more, and all are those that were written.
void check_rows(const std::string& path, Position taken)
{
    FactBytes facts;
    open_journal(path)->replay(0, [&](Position, std::string_view fact) { facts.push_back(fact); });
    REQUIRE(facts.size() % 2 == 0);
    const Position found = facts.size() / 2;
    CHECK(found >= taken);
    CHECK(found <= taken + 1);
    FactBytes expected;
    for (Position row = 0; row < found; ++row) expected.append(big_row(row));
    CHECK((facts == expected));
}

std::uint64_t calls_without_failure(Shape shape)
{
    const TemporaryFolder folder;
    const FaultyDisk disk;
    std::string failure;
    REQUIRE(write_rows(folder.file("journal.db"), failure, shape) == rows_of_history);
    return disk.calls();
}

/// Runs in a child, whose exit code says which check failed.
int exit_code_of(const std::function<int()>& child)
{
    const pid_t process = ::fork();
    REQUIRE(process >= 0);
    if (process == 0) ::_exit(child());
    int status = 0;
    ::waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

TEST_CASE("a disk that is full or breaks at any write loses nothing that was taken",
          "[contract][journal]")
{
    const auto fault = GENERATE(FaultyDisk::Fault::full, FaultyDisk::Fault::broken);
    const auto shape = GENERATE(Shape::one_file, Shape::segments);
    const std::uint64_t seed = seed_of_this_run(2);
    CAPTURE(seed, static_cast<int>(fault), static_cast<int>(shape));
    SeededRandom random{seed};
    const std::uint64_t calls = calls_without_failure(shape);
    int failures = 0;
    for (int draw = 0; draw < failures_drawn; ++draw) {
        const TemporaryFolder folder;
        const std::string path = folder.file("journal.db");
        FaultyDisk disk;
        const std::uint64_t failing = 1 + random.below(calls);
        CAPTURE(failing);
        disk.fail_at(failing, fault);
        std::string failure;
        const Position taken = write_rows(path, failure, shape);
        if (!failure.empty()) {
            ++failures;
            CHECK_THAT(failure, Catch::Contains(folder.file("journal")));
            if (fault == FaultyDisk::Fault::full)
                CHECK_THAT(failure, Catch::Contains("the disk is full"));
        }
        check_rows(path, taken);
    }
    CHECK(failures > failures_drawn / 2);
}

TEST_CASE("a power cut at any write or sync loses nothing that was taken", "[contract][journal]")
{
    const auto shape = GENERATE(Shape::one_file, Shape::segments);
    const std::uint64_t seed = seed_of_this_run(3);
    CAPTURE(seed, static_cast<int>(shape));
    SeededRandom random{seed};
    const std::uint64_t calls = calls_without_failure(shape);
    for (int draw = 0; draw < failures_drawn; ++draw) {
        const TemporaryFolder folder;
        const std::string path = folder.file("journal.db");
        FaultyDisk disk;
        const std::uint64_t failing = 1 + random.below(calls);
        CAPTURE(failing);
        disk.fail_at(failing, FaultyDisk::Fault::power_off);
        std::string failure;
        const Position taken = write_rows(path, failure, shape);
        disk.lose_power(random);
        check_rows(path, taken);
    }
}

TEST_CASE("a file that may grow no further ends the journal with a clear word",
          "[contract][journal]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.db");
    CHECK(exit_code_of([&]() -> int {
              std::signal(SIGXFSZ, SIG_IGN);
              const rlimit limit{1'000'000, 1'000'000};
              if (::setrlimit(RLIMIT_FSIZE, &limit) != 0) return 100;
              std::string failure;
              const Position taken = write_rows(path, failure);
              if (failure.find(path) == std::string::npos) return 101;
              return static_cast<int>(taken);
          }) == 6);
    check_rows(path, 6);
}

TEST_CASE("a journal that may not be written is refused with what to do", "[contract][journal]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.db");
    open_journal(path);
    namespace fs = std::filesystem;
    fs::permissions(path, fs::perms{0444});
    fs::permissions(path + ".lock", fs::perms{0666});
    fs::permissions(folder.path(), fs::perms{0755});
    CHECK(exit_code_of([&]() -> int {
              // Rights mean nothing to root.
              if (::geteuid() == 0 && ::seteuid(65534) != 0) return 100;
              try {
                  open_journal(path);
              } catch (const JournalError& error) {
                  const std::string text = error.what();
                  return text.find(path) == std::string::npos ||
                         text.find("the right to") == std::string::npos;
              }
              return 102;
          }) == 0);
}

}  // namespace callwatch::test
