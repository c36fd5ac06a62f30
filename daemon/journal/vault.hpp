#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/journal/storage_error.hpp"

namespace callwatch {

/// What a text in the vault is. Stored: never renumber. Texts of two kinds never share a token.
enum class VaultKind : std::uint8_t { number = 1, name = 2, remark = 3 };

/// Longest text the vault takes, in bytes; decoders refuse more before.
constexpr std::size_t vault_text_bytes_max = 4'096;

/// A day, counted from 1970-01-01: when a text was used last. Nobody needs to know more exactly.
using VaultDay = std::int32_t;
/// Of what is no number: people's words are part of the record and are kept with it.
constexpr VaultDay vault_day_kept = std::numeric_limits<VaultDay>::max();

/// Something that happened to the vault in memory and is not on disk yet. Nothing in it can be read
/// without the key.
struct VaultChange {
    enum class What : std::uint8_t { add, use, erase };
    What what = What::add;
    std::string token;         ///< 32 hex digits.
    std::string lookup;        ///< With add: keyed hash of kind and text.
    std::string sealed;        ///< With add: the text, encrypted.
    std::uint64_t serial = 0;  ///< Grows by one per change of this vault object.
    VaultDay used = 0;         ///< With add and use.
};
using VaultChanges = std::vector<VaultChange>;

/// How many texts there are, and since when the longest unused one is.
struct VaultCount {
    std::uint64_t texts = 0;
    VaultDay oldest_use = 0;   ///< 0: there is none.
    std::uint64_t unused = 0;  ///< Used last before the day that was asked for.
};

/// Where caller numbers, names and free text live, so that facts need not hold them: a fact holds a
/// token, which is random and means nothing once the vault's row is gone.
///
/// Two threads meet here. The loop asks for tokens and texts; it never waits for a write, since a
/// new token is good in memory at once. What is new leaves with take_changes(), travels with the
/// facts that use it (JournalWriter::submit) and is written by the journal thread: what was added
/// just before their row, what was erased just after it. So a fact on disk never has a token that
/// the vault did not know, and nothing is erased of which the journal does not say so.
class Vault {
public:
    virtual ~Vault() = default;

    /// The loop's. The token of this text: the one it has, or a new one. Empty for an empty text,
    /// which means "there is none". At most vault_text_bytes_max bytes, or CALLWATCH_CHECK. A text
    /// not used for long is looked up in the file, as text_of() does. Asking is using: the day is
    /// kept. Throws VaultError.
    virtual std::string token_for(VaultKind kind, std::string_view text) = 0;

    /// The loop's. Nothing if the token was never given, or was erased. Throws VaultError.
    virtual std::optional<std::string> text_of(std::string_view token) = 0;

    /// The loop's. The token this text has, if it has one; that is no use of it. Throws VaultError.
    virtual std::optional<std::string> find(VaultKind kind, std::string_view text) = 0;

    /// The loop's. Which day it is; never back.
    virtual void set_day(VaultDay today) = 0;

    /// The loop's. Tokens of numbers that were used last before `day`, the longest unused first, at
    /// most `limit`. Throws VaultError.
    virtual std::vector<std::string> unused_since(VaultDay day, std::size_t limit) = 0;

    /// The loop's. Counts as used today, for somebody still needs it.
    virtual void keep(std::string_view token) = 0;

    /// The loop's. From now on the token has no text, and its text, if seen again, gets another
    /// token.
    virtual void erase(std::string_view token) = 0;

    /// The loop's. What is new since the last call, in order; every change must reach write().
    virtual VaultChanges take_changes() = 0;

    /// The journal thread's. All of them in one transaction, on disk when this returns; if
    /// something was erased, no copy of it is left in the files. Throws VaultError, and then again
    /// on every later call.
    virtual void write(const VaultChanges& changes) = 0;

    /// For programs with one thread.
    void flush() { write(take_changes()); }
};

/// For people who may not see it: all digits but the last `shown` are replaced by "*", and all of
/// them if there are no more (requirements, section 7: mask). A text without digits is replaced as
/// a whole.
std::string mask(std::string_view text, int shown = 2);

}  // namespace callwatch
