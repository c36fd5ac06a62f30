#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "daemon/journal/journal.hpp"
#include "tests/support/memory_journal.hpp"

namespace callwatch::test {

/// A place where a journal can be kept, closed, opened again, and changed behind its back.
class JournalStore {
public:
    virtual ~JournalStore() = default;
    /// The one before must have been destroyed.
    virtual std::unique_ptr<Journal> open() = 0;
    virtual std::vector<OwnedRow> rows() = 0;
    /// Replaces everything that is stored, valid or not.
    virtual void put(const std::vector<OwnedRow>& rows) = 0;
};

/// The promises of journal.hpp, as Catch2 sections: call it from a TEST_CASE with a store that is
/// empty each time.
void check_journal_contract(JournalStore& store);

/// Facts `from` to `to` of a history that can be foretold: "fact 7" with something of a length that
/// varies.
FactBytes facts_of_history(Position from, Position to);

}  // namespace callwatch::test
