// Does the journal in memory, on which scenario tests stand, keep the promises of journal.hpp? And
// does the suite notice journals that do not?

#include <catch2/catch.hpp>

#include "tests/contract/journal_contract.hpp"
#include "tests/support/memory_journal.hpp"

namespace callwatch::test {
namespace {

class MemoryStore : public JournalStore {
public:
    std::unique_ptr<Journal> open() override { return std::make_unique<MemoryJournal>(disk_); }
    std::vector<OwnedRow> rows() override { return disk_; }
    void put(const std::vector<OwnedRow>& rows) override { disk_ = rows; }

private:
    MemoryDisk disk_;
};

}  // namespace

TEST_CASE("the journal in memory keeps the contract", "[contract][journal]")
{
    MemoryStore store;
    check_journal_contract(store);
}

TEST_CASE("a failure on order ends the journal in memory, with the row or without",
          "[contract][journal]")
{
    MemoryDisk disk;
    MemoryJournal journal{disk};
    journal.append(facts_of_history(1, 1));
    const bool written = GENERATE(false, true);
    if (written)
        journal.fail_next_after_writing();
    else
        journal.fail_next();
    CHECK_THROWS_AS(journal.append(facts_of_history(2, 2)), JournalError);
    CHECK_THROWS_AS(journal.append(facts_of_history(2, 2)), JournalError);
    CHECK_THROWS_AS(journal.head(), JournalError);
    CHECK(MemoryJournal{disk}.head().position == (written ? 2 : 1));
}

}  // namespace callwatch::test
