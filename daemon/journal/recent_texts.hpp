#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <string>
#include <string_view>
#include <unordered_map>

#include "daemon/journal/vault.hpp"

namespace callwatch {

/// The vault's memory: texts in use, with their tokens. When it is full the one unused for longest
/// goes, but never one that is not on disk yet, for it could not be found again.
class RecentTexts {
public:
    explicit RecentTexts(std::size_t texts_max) : texts_max_{texts_max} {}

    struct Entry {
        std::string text;  ///< Behind its kind, one byte.
        std::string token;
        std::uint64_t serial;  ///< Of its latest change; 0: it is as in the file.
        VaultDay used;         ///< When it was used last.
    };

    /// Null if it is not here.
    Entry* find_text(VaultKind kind, std::string_view text);
    Entry* find_token(std::string_view token);

    /// Adds one that is not here. `written`: the serial up to which changes are on disk.
    void add(VaultKind kind, std::string_view text, std::string token, std::uint64_t serial,
             VaultDay used, std::uint64_t written);

    void remove(std::string_view token);

    std::size_t size() const { return entries_.size(); }

private:
    using Entries = std::list<Entry>;
    using Index = std::unordered_map<std::string_view, Entries::iterator>;

    Entry* find(Index& index, std::string_view key);
    void shrink(std::uint64_t written);
    void remove(Entries::iterator entry);

    std::size_t texts_max_;
    Entries entries_;  ///< Used last first.
    Index by_text_;    ///< Keys are views into entries_.
    Index by_token_;
};

}  // namespace callwatch
