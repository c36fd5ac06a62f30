#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "daemon/journal/journal.hpp"

namespace callwatch {

/// A row as storage holds it: nothing in it is believed before ChainWalk has checked it. The texts
/// are borrowed from whoever read the row.
struct StoredRow {
    std::int64_t first = 0;     ///< Position of its first fact.
    std::int64_t count = 0;     ///< Facts in it.
    std::int64_t format = 0;    ///< row_format of the program that wrote it.
    std::string_view previous;  ///< Hash of the row before; zeroes: none.
    std::string_view hash;
    std::string_view bytes;  ///< As FactBytes has them.
};

/// The same where the facts are not told: only what its hash is made of.
struct WithheldRow {
    std::int64_t first = 0;
    std::int64_t count = 0;
    std::int64_t format = 0;
    ChainHash digest{};  ///< digest_of() its bytes.
    ChainHash hash{};
};

/// SHA-256 of a row's bytes.
ChainHash digest_of(std::string_view bytes);

/// SHA-256 over format (4 bytes), first (8), count (4), all lowest byte first, then `previous` and
/// digest_of(bytes); in row_format_of_bytes the bytes themselves stand in its place. `row.hash` is
/// not read.
ChainHash hash_of(const StoredRow& row);

/// The bytes of a hash, for storing.
std::string_view bytes_of(const ChainHash& hash);

/// Where the row before `row` ends, as `row` itself claims it: to begin a walk in the middle.
JournalHead claimed_end_before(const StoredRow& row);

/// Calls `visit` for every fact of a row that ChainWalk::check() found good.
void for_each_fact(const StoredRow& row, const Journal::Visit& visit);

/// Walks rows in order and says of each whether it follows from the one before.
class ChainWalk {
public:
    /// `after`: the end of the row before the first that will be checked; default: from the
    /// beginning.
    explicit ChainWalk(JournalHead after = {}) : head_{after} {}

    /// Nothing, and head() moves on to the end of `row`; or what is wrong at bad_position(), and
    /// head() stays.
    std::optional<std::string> check(const StoredRow& row);

    /// The same for a row that is withheld: that it stands here, whatever its facts say.
    std::optional<std::string> check(const WithheldRow& row);

    const JournalHead& head() const { return head_; }

    /// The first position that nothing vouches for.
    Position bad_position() const { return head_.position + 1; }

private:
    std::optional<std::string> check_place(std::int64_t first, std::int64_t count,
                                           std::int64_t format) const;

    JournalHead head_;
};

}  // namespace callwatch
