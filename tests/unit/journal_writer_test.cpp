// Does the journal thread write every turn, in order and as a whole, tell what is on disk and
// nothing more, and stop everything when storage fails? Also under the thread sanitizer.

#include <poll.h>

#include <atomic>
#include <condition_variable>
#include <mutex>

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "daemon/journal/journal_writer.hpp"
#include "daemon/journal/open_journal.hpp"
#include "tests/support/memory_journal.hpp"
#include "tests/support/memory_vault.hpp"
#include "tests/support/temporary_folder.hpp"

using callwatch::FactBytes;
using callwatch::Journal;
using callwatch::JournalError;
using callwatch::JournalHead;
using callwatch::JournalWriter;
using callwatch::Position;
using callwatch::VaultError;
using callwatch::VaultKind;
using callwatch::test::MemoryDisk;
using callwatch::test::MemoryJournal;
using callwatch::test::MemoryVault;
using callwatch::test::TemporaryFolder;

namespace {

/// A journal whose disk is as slow as the test wants.
class SlowJournal : public Journal {
public:
    explicit SlowJournal(MemoryDisk& disk) : journal_{disk} {}

    JournalHead append(const FactBytes& facts) override
    {
        std::unique_lock lock{mutex_};
        ++waiting_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return allowed_ > 0; });
        --allowed_;
        return journal_.append(facts);
    }
    void replay(Position after, const Visit& visit) override { journal_.replay(after, visit); }
    bool passes(const JournalHead& place) override { return journal_.passes(place); }
    void begin_segment(std::string_view month) override
    {
        const std::lock_guard lock{mutex_};
        told_.push_back(fmt::format("{} after {}", month, journal_.head().position));
    }
    JournalHead head() const override { return journal_.head(); }

    /// Which months were begun, and where.
    std::vector<std::string> told()
    {
        const std::lock_guard lock{mutex_};
        return told_;
    }
    void let(int appends)
    {
        const std::lock_guard lock{mutex_};
        allowed_ += appends;
        changed_.notify_all();
    }
    /// Returns when the thread has begun `appends` of them since the start.
    void wait_until_begun(int appends)
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return waiting_ >= appends; });
    }

private:
    MemoryJournal journal_;
    std::mutex mutex_;
    std::condition_variable changed_;
    int allowed_ = 0;
    int waiting_ = 0;
    std::vector<std::string> told_;
};

/// As the loop does it: sleeps until the descriptor says something. False: nothing within 10 s.
bool wait_for(const JournalWriter& writer)
{
    pollfd waiting{writer.completed_descriptor(), POLLIN, 0};
    return ::poll(&waiting, 1, 10'000) == 1;
}

bool is_signalled(const JournalWriter& writer)
{
    pollfd waiting{writer.completed_descriptor(), POLLIN, 0};
    return ::poll(&waiting, 1, 0) == 1;
}

void wait_until_completed(JournalWriter& writer, Position position)
{
    while (writer.take_completed().position < position) {
        REQUIRE(wait_for(writer));
        writer.check();
    }
}

FactBytes small_facts(std::size_t count)
{
    FactBytes facts;
    while (facts.size() < count) facts.push_back("x");
    return facts;
}

FactBytes facts_in(Journal& journal)
{
    FactBytes facts;
    journal.replay(0, [&](Position, std::string_view fact) { facts.push_back(fact); });
    return facts;
}

}  // namespace

TEST_CASE("a turn is completed when it is on disk, and not before", "[unit][journal]")
{
    MemoryDisk disk;
    SlowJournal journal{disk};
    JournalWriter writer{journal};
    CHECK(writer.submit({"a", "b"}) == 2);
    journal.wait_until_begun(1);
    CHECK_FALSE(is_signalled(writer));
    CHECK(writer.take_completed() == JournalHead{});

    journal.let(1);
    wait_until_completed(writer, 2);
    writer.stop();
    CHECK(writer.take_completed() == journal.head());
    CHECK_FALSE(is_signalled(writer));
}

TEST_CASE("turns that gather during a commit become one row", "[unit][journal]")
{
    MemoryDisk disk;
    SlowJournal journal{disk};
    JournalWriter writer{journal};
    writer.submit({"a"});
    journal.wait_until_begun(1);
    for (Position turn = 2; turn <= 100; ++turn)
        CHECK(writer.submit({fmt::format("{}", turn)}) == turn);
    journal.let(2);
    wait_until_completed(writer, 100);
    writer.stop();
    CHECK(disk.size() == 2);
    CHECK(facts_in(journal).size() == 100);
}

TEST_CASE("a turn is never divided between rows", "[unit][journal]")
{
    MemoryDisk disk;
    SlowJournal journal{disk};
    JournalWriter writer{journal};
    writer.submit({"a"});
    journal.wait_until_begun(1);
    writer.submit(small_facts(callwatch::facts_per_row_max - 1));
    writer.submit({"y", "y"});
    journal.let(3);
    writer.stop();
    REQUIRE(disk.size() == 3);
    CHECK(disk[1].count == callwatch::facts_per_row_max - 1);
    CHECK(disk[2].count == 2);
}

TEST_CASE("while too much is waiting the loop is told to take no more", "[unit][journal]")
{
    MemoryDisk disk;
    SlowJournal journal{disk};
    JournalWriter writer{journal};
    writer.submit({"a"});
    journal.wait_until_begun(1);
    CHECK(writer.accepts());
    SECTION("facts")
    {
        writer.submit(small_facts(callwatch::facts_per_row_max - 1));
        writer.submit({"x"});
        CHECK(writer.accepts());
        writer.submit({"x"});
    }
    SECTION("bytes")
    {
        for (int i = 0; i < 16; ++i) writer.submit({std::string(callwatch::fact_bytes_max, 'x')});
    }
    CHECK_FALSE(writer.accepts());
    journal.let(9);
    writer.stop();
    CHECK(writer.accepts());
}

TEST_CASE("stopping writes what is waiting", "[unit][journal]")
{
    MemoryDisk disk;
    MemoryJournal journal{disk};
    {
        JournalWriter writer{journal};
        for (int turn = 0; turn < 1'000; ++turn) writer.submit({fmt::format("{}", turn)});
    }
    FactBytes expected;
    for (int turn = 0; turn < 1'000; ++turn) expected.push_back(fmt::format("{}", turn));
    CHECK((facts_in(journal) == expected));
}

TEST_CASE("a failed journal completes nothing more and takes nothing more", "[unit][journal]")
{
    MemoryDisk disk;
    MemoryJournal journal{disk};
    journal.append(FactBytes{"before"});
    journal.fail_next();
    JournalWriter writer{journal};
    writer.check();
    writer.submit({"a"});
    REQUIRE(wait_for(writer));
    CHECK(writer.take_completed().position == 1);
    CHECK_THROWS_AS(writer.check(), JournalError);
    CHECK_THROWS_AS(writer.submit({"b"}), JournalError);
    writer.stop();
    CHECK_THROWS_AS(writer.check(), JournalError);
}

TEST_CASE("what the vault is told is on disk before the facts that use it", "[unit][journal]")
{
    MemoryDisk disk;
    MemoryJournal journal{disk};
    MemoryVault vault;
    SECTION("both are written")
    {
        JournalWriter writer{journal, &vault};
        const std::string token = vault.token_for(VaultKind::number, "+15125550142");
        writer.submit({"a call from " + token}, vault.take_changes());
        writer.stop();
        CHECK(vault.written.contains(token));
        CHECK(disk.size() == 1);
    }
    SECTION("without facts too")
    {
        JournalWriter writer{journal, &vault};
        vault.token_for(VaultKind::number, "+15125550142");
        CHECK(writer.submit({}, vault.take_changes()) == 0);
        CHECK(writer.submit({"a"}) == 1);
        writer.stop();
        CHECK(vault.written.size() == 1);
        CHECK(disk.size() == 1);
    }
    SECTION("what is erased goes after the fact that says so, and what is new before its own")
    {
        const auto token = vault.token_for(VaultKind::number, "+15125550142");
        vault.flush();
        vault.take_changes();
        vault.erase(token);
        vault.token_for(VaultKind::number, "+15125550143");
        journal.fail_next();
        JournalWriter writer{journal, &vault};
        writer.submit({"erased"}, vault.take_changes());
        REQUIRE(wait_for(writer));
        CHECK_THROWS_AS(writer.check(), JournalError);
        writer.stop();
        CHECK(vault.written.size() == 2);
    }
    SECTION("a fact whose number the vault did not take is not written")
    {
        vault.fail_next = true;
        JournalWriter writer{journal, &vault};
        vault.token_for(VaultKind::number, "+15125550142");
        writer.submit({"a"}, vault.take_changes());
        REQUIRE(wait_for(writer));
        CHECK_THROWS_AS(writer.check(), VaultError);
        writer.stop();
        CHECK(disk.empty());
    }
}

TEST_CASE("a new month begins with the turn that was decided in it, whatever had gathered",
          "[unit][journal]")
{
    MemoryDisk disk;
    SlowJournal journal{disk};
    JournalWriter writer{journal};
    writer.submit({"a"}, {}, "2026-11");
    journal.wait_until_begun(1);
    writer.submit({"b"});
    writer.submit({"c"}, {}, "2026-12");
    writer.submit({"d"});
    journal.let(3);
    writer.stop();
    CHECK(journal.told() == std::vector<std::string>{"2026-11 after 0", "2026-12 after 2"});
    REQUIRE(disk.size() == 3);
    CHECK(disk[2].count == 2);
}

TEST_CASE("the loop uses vault and journal on disk while the thread writes them", "[unit][journal]")
{
    const TemporaryFolder folder;
    const auto journal = callwatch::open_journal(folder.file("journal.db"));
    const auto vault = callwatch::open_vault(folder.file("vault.db"));
    std::vector<std::string> tokens;
    {
        JournalWriter writer{*journal, vault.get()};
        Position last = 0;
        for (int turn = 0; turn < 500; ++turn) {
            const std::string number = fmt::format("+1512555{:04}", turn % 300);
            const std::string token = vault->token_for(VaultKind::number, number);
            if (turn >= 300 && turn % 10 == 0)
                vault->erase(tokens[static_cast<std::size_t>(turn - 300)]);
            tokens.push_back(token);
            last = writer.submit({"a call from " + token}, vault->take_changes());
            CHECK(vault->text_of(token).has_value() == !(turn >= 300 && turn % 10 == 0));
            writer.take_completed();
        }
        wait_until_completed(writer, last);
    }
    CHECK(facts_in(*journal).size() == 500);
    for (std::size_t turn = 0; turn < 200; ++turn) {
        const bool erased = turn % 10 == 0;
        CHECK(vault->text_of(tokens[turn]).has_value() == !erased);
    }
}
