// Does everything whose append() returned survive kill -9 of the writer at any instant, with
// nothing invented? 30 kills of a process that writes as fast as it can, on one growing file. (The
// kernel keeps what a killed process wrote; that what is not synced may go is for
// journal_power_loss_test.)

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "daemon/journal/journal_file.hpp"
#include "daemon/journal/open_journal.hpp"
#include "tests/contract/journal_contract.hpp"
#include "tests/support/seeded_random.hpp"
#include "tests/support/temporary_folder.hpp"

namespace callwatch::test {
namespace {

constexpr int kills = 30;
constexpr Position facts_in_a_row_max = 64;

std::string month_of_position(Position position)
{
    const auto months = position / 2'000;
    return fmt::format("{:04}-{:02}", 2026 + months / 12, 1 + months % 12);
}

/// The child: continues the history until it is killed, and tells each head it was given.
[[noreturn]] void write_until_killed(const std::string& path, std::uint64_t seed, int told)
{
    try {
        SeededRandom random{seed};
        const auto journal = open_journal(path);
        for (Position last = journal->head().position;;) {
            const Position next = last + 1 + random.below(facts_in_a_row_max);
            // A month is 2 000 facts here, so that kills come while one is sealed, too.
            journal->begin_segment(month_of_position(last));
            const JournalHead head = journal->append(facts_of_history(last + 1, next));
            last = next;
            if (::write(told, &head, sizeof head) != static_cast<ssize_t>(sizeof head)) break;
        }
    } catch (const JournalError&) {
    }
    ::_exit(1);
}

/// The last head that was told, or `before` if none was. A kill in the middle of the pipe's write
/// is told in part and does not count.
JournalHead last_told(int told, JournalHead before)
{
    JournalHead head;
    while (::read(told, &head, sizeof head) == static_cast<ssize_t>(sizeof head)) before = head;
    return before;
}

/// Starts a writer, kills it at a random instant, returns the last head it was given.
JournalHead write_and_kill(const std::string& path, SeededRandom& random, JournalHead before)
{
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const std::uint64_t seed = random.next();
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) write_until_killed(path, seed, ends[1]);
    ::close(ends[1]);
    ::usleep(static_cast<useconds_t>(random.below(60'000)));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    const JournalHead head = last_told(ends[0], before);
    ::close(ends[0]);
    return head;
}

}  // namespace

TEST_CASE("what a journal has taken survives a killed writer, and nothing else is there",
          "[contract][journal]")
{
    const TemporaryFolder folder;
    const std::string path = folder.file("journal.db");
    open_journal(path);
    const std::uint64_t seed = seed_of_this_run(1);
    CAPTURE(seed);
    SeededRandom random{seed};
    JournalHead before;
    Position written_by_children = 0;
    for (int kill = 0; kill < kills; ++kill) {
        CAPTURE(kill);
        const JournalHead told = write_and_kill(path, random, before);
        const auto journal = open_journal(path);
        const JournalHead found = journal->head();
        CHECK(found.position >= told.position);
        CHECK(found.position <= told.position + facts_in_a_row_max);

        FactBytes facts;
        journal->replay(0, [&](Position, std::string_view fact) { facts.push_back(fact); });
        CHECK((facts == facts_of_history(1, found.position)));
        CHECK_FALSE(verify_journal(path, told).fault);
        written_by_children += told.position - before.position;
        before = found;
    }
    CHECK(written_by_children > 0);
}

}  // namespace callwatch::test
