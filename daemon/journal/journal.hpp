#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "daemon/journal/fact_bytes.hpp"
#include "daemon/journal/storage_error.hpp"

namespace callwatch {

/// Where a fact stands in the journal. Starts at 1, no gaps, never used again.
using Position = std::uint64_t;

/// SHA-256 over a row, in which the hash of the row before it is written (chain.hpp).
using ChainHash = std::array<unsigned char, 32>;

/// "3f2a…", 64 digits.
std::string to_hex(const ChainHash& hash);

/// Format of a row as it is written: its hash is made of the digest of its facts, so that a row may
/// stand in an export by its digest alone, and the chain can still be walked.
constexpr std::uint32_t row_format = 2;
/// An earlier one, read as well: its hash is made of the facts themselves. A reader refuses others.
constexpr std::uint32_t row_format_of_bytes = 1;

/// Where the journal ends.
struct JournalHead {
    Position position = 0;  ///< Of the last fact; 0: empty.
    ChainHash hash{};       ///< Of the last row; zeroes: empty.
    bool operator==(const JournalHead&) const = default;
};

/// Reads a journal: its owner, or somebody beside it.
class JournalReader {
public:
    virtual ~JournalReader() = default;

    using Visit = std::function<void(Position, std::string_view)>;

    /// Calls `visit` for every fact after `after` up to head(), oldest first, checking the chain as
    /// it goes; 0 means all. Throws JournalError on a gap, a broken chain, an unknown format, a
    /// damaged row, or when the journal ends before `after`, naming the position; no fact of the
    /// bad row or after it is visited.
    virtual void replay(Position after, const Visit& visit) = 0;

    /// Does the chain pass through `place`: does a row end there, with that hash? The beginning of
    /// an empty or whole journal counts as one. replay() from such a place has the chain checked
    /// without a hole. Throws JournalError.
    virtual bool passes(const JournalHead& place) = 0;

    /// Facts up to here have been moved away with their segments; 0: none have.
    virtual Position archived() const { return 0; }

    virtual JournalHead head() const = 0;
};

/// The durable, append-only record of every fact, as a hash chain of rows. A row holds one turn or
/// several that were committed together; where rows end means nothing to anybody but the chain.
///
/// Promise: when append() returns, the facts survive a power cut. When it throws, nobody may hear
/// of them: they are in the journal as a whole or not at all, and only opening it again can tell (a
/// sync that failed may have written). The object is dead from then on and every call throws, for
/// trying again after a failed sync is unsafe (https://wiki.postgresql.org/wiki/Fsync_Errors).
/// SQLite: WAL with synchronous=FULL, https://sqlite.org/pragma.html#pragma_synchronous.
///
/// Used by one thread at a time. tests/contract/journal_contract.hpp is the executable form of this
/// comment and runs against every implementation.
class Journal : public JournalReader {
public:
    /// Appends `facts` as one row in one transaction and returns where the journal ends now. 1 to
    /// facts_per_row_max facts of 1 to fact_bytes_max bytes, row_bytes_max together: anything else
    /// is a mistake of ours (CALLWATCH_CHECK). Throws JournalError.
    virtual JournalHead append(const FactBytes& facts) = 0;

    /// From now on rows go into the segment of `month` ("2026-12"), which begins with the chain's
    /// head; what was written before is sealed and may be moved away. Nothing happens before the
    /// first fact, or if that segment or a later one is being written. A crash at any point loses
    /// nothing. Throws JournalError, and is then dead like append().
    virtual void begin_segment(std::string_view month) = 0;
};

}  // namespace callwatch
