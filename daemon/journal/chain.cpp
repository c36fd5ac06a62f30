#include "daemon/journal/chain.hpp"

#include <algorithm>
#include <type_traits>

#include <fmt/format.h>

#include "daemon/journal/sha256.hpp"

namespace callwatch {
namespace {

template <class Unsigned>
char* put(char* to, Unsigned value)
{
    static_assert(std::is_unsigned_v<Unsigned>);
    for (std::size_t i = 0; i < sizeof value; ++i)
        *to++ = static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
    return to;
}

std::uint32_t get_length(const char* from)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < fact_length_bytes; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(from[i])) << (8 * i);
    return value;
}

/// Do the lengths divide `bytes` into exactly `count` facts?
bool divides(std::string_view bytes, std::int64_t count)
{
    std::int64_t found = 0;
    while (!bytes.empty() && found < count) {
        if (bytes.size() < fact_length_bytes) return false;
        const std::size_t length = get_length(bytes.data());
        if (length == 0 || length > fact_bytes_max || length > bytes.size() - fact_length_bytes)
            return false;
        bytes.remove_prefix(fact_length_bytes + length);
        ++found;
    }
    return bytes.empty() && found == count;
}

/// What a row's hash is made of, but for the row before it and its facts.
struct Link {
    std::int64_t first;
    std::int64_t count;
    std::int64_t format;
};

ChainHash hash_of(const Link& link, std::string_view previous, std::string_view facts)
{
    std::array<char, 16> fixed{};
    char* to = put(fixed.data(), static_cast<std::uint32_t>(link.format));
    to = put(to, static_cast<std::uint64_t>(link.first));
    put(to, static_cast<std::uint32_t>(link.count));

    thread_local Sha256 sha256;
    return sha256.add({fixed.data(), fixed.size()}).add(previous).add(facts).finish();
}

}  // namespace

std::string to_hex(const ChainHash& hash) { return fmt::format("{:02x}", fmt::join(hash, "")); }

std::string_view bytes_of(const ChainHash& hash)
{
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

ChainHash digest_of(std::string_view bytes)
{
    thread_local Sha256 sha256;
    return sha256.add(bytes).finish();
}

ChainHash hash_of(const StoredRow& row)
{
    const Link link{row.first, row.count, row.format};
    if (row.format == row_format_of_bytes) return hash_of(link, row.previous, row.bytes);
    return hash_of(link, row.previous, bytes_of(digest_of(row.bytes)));
}

JournalHead claimed_end_before(const StoredRow& row)
{
    JournalHead head;
    if (row.first < 1 || row.previous.size() != head.hash.size()) return head;
    head.position = static_cast<Position>(row.first) - 1;
    std::copy(row.previous.begin(), row.previous.end(), head.hash.begin());
    return head;
}

void for_each_fact(const StoredRow& row, const Journal::Visit& visit)
{
    auto position = static_cast<Position>(row.first);
    for (std::string_view rest = row.bytes; !rest.empty(); ++position)
        visit(position, take_fact(rest));
}

std::optional<std::string> ChainWalk::check_place(std::int64_t first, std::int64_t count,
                                                  std::int64_t format) const
{
    if (first < 1 || static_cast<Position>(first) != bad_position())
        return fmt::format("the next row begins at {}: facts are missing or out of order", first);
    if (format != row_format && format != row_format_of_bytes)
        return fmt::format("row format {} is not known to this version (it knows {} and {})",
                           format, row_format_of_bytes, row_format);
    if (count < 1 || count > static_cast<std::int64_t>(facts_per_row_max))
        return fmt::format("a row of {} facts cannot be", count);
    return std::nullopt;
}

std::optional<std::string> ChainWalk::check(const StoredRow& row)
{
    if (auto wrong = check_place(row.first, row.count, row.format)) return wrong;
    if (row.previous != bytes_of(head_.hash))
        return "the chain is broken: the row before it is another one";

    const ChainHash hash = hash_of(row);
    if (row.hash != bytes_of(hash))
        return "the row was changed: its hash is not that of its content";
    if (!divides(row.bytes, row.count)) return "the row does not divide into its facts";

    head_ = {static_cast<Position>(row.first + row.count) - 1, hash};
    return std::nullopt;
}

std::optional<std::string> ChainWalk::check(const WithheldRow& row)
{
    if (auto wrong = check_place(row.first, row.count, row.format)) return wrong;
    if (row.format == row_format_of_bytes)
        return fmt::format("a row of format {} cannot be withheld", row.format);
    const auto hash =
        hash_of(Link{row.first, row.count, row.format}, bytes_of(head_.hash), bytes_of(row.digest));
    if (row.hash != hash)
        return "the row was changed, or the row before it is another one: its hash is not made of "
               "both";
    head_ = {static_cast<Position>(row.first + row.count) - 1, hash};
    return std::nullopt;
}

}  // namespace callwatch
