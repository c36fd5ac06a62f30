// Would the contract suite notice a journal that breaks its promise? Each of these lies once, and
// each case passes only if the suite fails.

#include <catch2/catch.hpp>

#include "tests/contract/journal_contract.hpp"
#include "tests/support/memory_journal.hpp"

namespace callwatch::test {
namespace {

enum class Lie {
    forgets_the_last_row,
    skips_a_fact,
    trusts_every_row,
    starts_again_at_one,
    passes_anywhere
};

/// Keeps its promises but for one.
class LyingJournal : public Journal {
public:
    LyingJournal(MemoryDisk& disk, Lie lie) : disk_{disk}, lie_{lie}, honest_{disk} {}
    ~LyingJournal() override
    {
        if (lie_ == Lie::forgets_the_last_row && !disk_.empty()) disk_.pop_back();
    }

    JournalHead append(const FactBytes& facts) override { return honest_.append(facts); }
    JournalHead head() const override { return honest_.head(); }
    bool passes(const JournalHead& place) override
    {
        return lie_ == Lie::passes_anywhere || honest_.passes(place);
    }
    void begin_segment(std::string_view month) override { honest_.begin_segment(month); }

    void replay(Position after, const Visit& visit) override
    {
        if (lie_ == Lie::trusts_every_row) {
            for (const auto& row : disk_) for_each_fact(row.view(), visit);
            return;
        }
        honest_.replay(after, [&](Position position, std::string_view fact) {
            if (lie_ == Lie::skips_a_fact && position == 5) return;
            visit(lie_ == Lie::starts_again_at_one ? position - after : position, fact);
        });
    }

private:
    MemoryDisk& disk_;
    Lie lie_;
    MemoryJournal honest_;
};

class LyingStore : public JournalStore {
public:
    explicit LyingStore(Lie lie) : lie_{lie} {}
    std::unique_ptr<Journal> open() override { return std::make_unique<LyingJournal>(disk_, lie_); }
    std::vector<OwnedRow> rows() override { return disk_; }
    void put(const std::vector<OwnedRow>& rows) override { disk_ = rows; }

private:
    Lie lie_;
    MemoryDisk disk_;
};

void check_that_it_is_caught(Lie lie)
{
    LyingStore store{lie};
    check_journal_contract(store);
}

}  // namespace

TEST_CASE("a journal that forgets its last row is caught", "[contract][journal][!shouldfail]")
{
    check_that_it_is_caught(Lie::forgets_the_last_row);
}
TEST_CASE("a journal that knows every place is caught", "[contract][journal][!shouldfail]")
{
    check_that_it_is_caught(Lie::passes_anywhere);
}
TEST_CASE("a journal that skips a fact is caught", "[contract][journal][!shouldfail]")
{
    check_that_it_is_caught(Lie::skips_a_fact);
}
TEST_CASE("a journal that trusts every row is caught", "[contract][journal][!shouldfail]")
{
    check_that_it_is_caught(Lie::trusts_every_row);
}
TEST_CASE("a journal that counts anew is caught", "[contract][journal][!shouldfail]")
{
    check_that_it_is_caught(Lie::starts_again_at_one);
}

}  // namespace callwatch::test
