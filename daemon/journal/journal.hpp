#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

namespace callwatch {

/// Where a fact stands in the journal. Starts at 1, no gaps, never used again.
using Position = std::uint64_t;

/// SHA-256 over a row and the hash of the row before it.
using ChainHash = std::array<unsigned char, 32>;

/// "3f2a…", 64 digits.
std::string to_hex(const ChainHash& hash);

/// One turn of the collector: the facts it decided, as the bytes that are stored and hashed for ever.
using FactBytes = std::vector<std::string>;

/// The storage is gone or lies to us. Nobody can carry on from here, so it is an exception: only main()
/// catches it, and the exit code is 4 (journal). The text names the file and says what to do.
class JournalError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Where the journal ends.
struct JournalHead {
    Position position = 0;  ///< Of the last fact; 0: empty.
    ChainHash hash{};       ///< Of the last row; zeroes: empty.
    bool operator==(const JournalHead&) const = default;
};

/// The durable, append-only record of every fact, as a hash chain: a row is one turn.
///
/// Promise: when append() returns, the facts survive a power cut. When it throws, none of them do. There is
/// no third outcome. (SQLite: WAL with synchronous=FULL, https://sqlite.org/pragma.html#pragma_synchronous;
/// PostgreSQL later: synchronous_commit=on.)
///
/// Used by one thread at a time. tests/contract/journal_contract.hpp is the executable form of this
/// comment and runs against every implementation.
class Journal {
public:
    virtual ~Journal() = default;

    /// Appends `facts` (1..facts_per_row_max of them, each 1..fact_bytes_max bytes) as one row in one
    /// transaction; returns where the journal ends now. Throws JournalError.
    virtual JournalHead append(std::span<const std::string> facts) = 0;

    /// Calls `visit` for every fact after `after`, oldest first, checking the chain as it goes; 0 means
    /// all. Throws JournalError on a gap, a broken chain, an unknown format or a damaged row, naming the
    /// position; facts before it have been visited.
    virtual void replay(Position after,
                        const std::function<void(Position, std::string_view)>& visit) = 0;

    virtual JournalHead head() const = 0;
};

constexpr std::size_t facts_per_row_max = 65'536;
constexpr std::size_t fact_bytes_max = 1u << 20;
/// Format of a row. A reader refuses one it does not know.
constexpr std::uint32_t row_format = 1;

}  // namespace callwatch
