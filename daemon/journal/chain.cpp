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

}  // namespace

std::string to_hex(const ChainHash& hash) { return fmt::format("{:02x}", fmt::join(hash, "")); }

std::string_view bytes_of(const ChainHash& hash)
{
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

ChainHash hash_of(const StoredRow& row)
{
    std::array<char, 16> fixed{};
    char* to = put(fixed.data(), static_cast<std::uint32_t>(row.format));
    to = put(to, static_cast<std::uint64_t>(row.first));
    put(to, static_cast<std::uint32_t>(row.count));

    thread_local Sha256 sha256;
    return sha256.add({fixed.data(), fixed.size()}).add(row.previous).add(row.bytes).finish();
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

std::optional<std::string> ChainWalk::check(const StoredRow& row)
{
    if (row.first < 1 || static_cast<Position>(row.first) != bad_position())
        return fmt::format("the next row begins at {}: facts are missing or out of order",
                           row.first);
    if (row.format != row_format)
        return fmt::format("row format {} is not known to this version (it knows {})", row.format,
                           row_format);
    if (row.count < 1 || row.count > static_cast<std::int64_t>(facts_per_row_max))
        return fmt::format("a row of {} facts cannot be", row.count);
    if (row.previous != bytes_of(head_.hash))
        return "the chain is broken: the row before it is another one";

    const ChainHash hash = hash_of(row);
    if (row.hash != bytes_of(hash))
        return "the row was changed: its hash is not that of its content";
    if (!divides(row.bytes, row.count)) return "the row does not divide into its facts";

    head_ = {static_cast<Position>(row.first + row.count) - 1, hash};
    return std::nullopt;
}

}  // namespace callwatch
