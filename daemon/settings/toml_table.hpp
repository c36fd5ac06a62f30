#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "daemon/model/types.hpp"

namespace callwatch {

/// Both ends are allowed.
struct WholeRange {
    std::int64_t min;
    std::int64_t max;
};

struct NumberRange {
    double min;
    double max;
};

/// A table of a TomlFile: a handle, cheap to copy, valid as long as the file.
///
/// Every reader takes a key, remembers that it is known here, and returns the value. A value of the
/// wrong type or out of range is a fault of the file, and the fallback is returned. Readers without
/// a fallback ask for a key that must be there: a missing one is a fault too, and something empty
/// is returned.
class TomlTable {
public:
    struct Node;
    explicit TomlTable(Node& node) : node_{&node} {}

    /// Its own name: "northside" for [location.northside]; empty for the whole file.
    const std::string& name() const;
    bool has(std::string_view key) const;

    /// 1 to 128 bytes of printable UTF-8.
    std::string text(std::string_view key);
    std::string text(std::string_view key, std::string_view fallback);

    std::int64_t whole(std::string_view key, WholeRange range);
    std::int64_t whole(std::string_view key, WholeRange range, std::int64_t fallback);
    double number(std::string_view key, NumberRange range, double fallback);
    bool flag(std::string_view key, bool fallback);

    /// A whole number in the unit that the key's name ends with (_s, _min); `range` counts the same
    /// unit.
    template <class Unit>
    Unit duration(std::string_view key, WholeRange range, Unit fallback)
    {
        return Unit{whole(key, range, fallback.count())};
    }

    /// One of a few words.
    template <class Choice>
    Choice choice(std::string_view key, std::span<const std::pair<std::string_view, Choice>> words,
                  Choice fallback)
    {
        std::vector<std::string> known;
        for (const auto& [word, meaning] : words) known.emplace_back(word);
        const auto index = choice_index(key, known);
        return index ? words[*index].second : fallback;
    }

    /// An offset date-time of TOML, from 1970 to 2037: 2026-11-20T16:48:00-06:00. Nothing if
    /// absent.
    std::optional<Instant> instant(std::string_view key);

    /// A TOML date, from 1970 to 2037. Nothing if absent.
    std::optional<LocalDate> date(std::string_view key);

    /// A list of texts; empty if absent. At most 1000 items, none twice.
    std::vector<std::string> texts(std::string_view key);
    /// A list of TOML dates, from 1970 to 2037; the same limits.
    std::vector<LocalDate> dates(std::string_view key);
    /// A list of tables in which a text may stand for a table that has only `text_key`; at most
    /// 1000. Ends before an item that is neither, so that the n-th row is always the n-th item.
    std::vector<TomlTable> rows(std::string_view key, std::string_view text_key);

    /// [key]; an empty table if absent.
    TomlTable table(std::string_view key);
    /// All of [key.NAME], in the order of their names; none if absent. At most 10000.
    std::vector<TomlTable> tables(std::string_view key);
    /// The keys that this table has, each counted as known; for tables whose keys are data, as
    /// dates.
    std::vector<std::string> keys();

    /// A fault found by whoever reads: `must` is what is allowed, "must be the id of a [person.…]".
    void refuse(std::string_view key, std::string_view must);
    /// The same for one item of a list.
    void refuse(std::string_view key, std::size_t item, std::string_view must);
    /// The same for the table itself, its name as the value.
    void refuse_table(std::string_view must);

    static constexpr std::size_t list_items_max = 1000;
    static constexpr std::size_t tables_max = 10'000;

private:
    std::optional<std::size_t> choice_index(std::string_view key,
                                            const std::vector<std::string>& words);

    Node* node_;
};

}  // namespace callwatch
