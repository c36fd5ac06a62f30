// The bytes of a spool file: is a torn end told from damage, at every byte, and is a changed record
// never read? Pure.

#include <catch2/catch.hpp>

#include <algorithm>

#include "daemon/bridges/publisher/segment.hpp"

using callwatch::append_record;
using callwatch::read_segment;
using callwatch::SegmentHeader;
using callwatch::SpoolKey;

namespace {

const SpoolKey key{1, 2, 3};
const SegmentHeader header{77, 5, {9}};

/// Records 5, 6 and 7 written and synced one after another, as three groups of one.
struct Written {
    std::string bytes = callwatch::encode(header);
    std::vector<std::size_t> ends;

    Written()
    {
        for (std::uint64_t sequence = 5; sequence <= 7; ++sequence) {
            append_record(bytes, key, header, sequence, sequence - 1,
                          "event " + std::to_string(sequence));
            ends.push_back(bytes.size());
        }
    }
};

std::size_t records_before(const Written& written, std::size_t length)
{
    std::size_t whole = 0;
    for (const auto end : written.ends) whole += end <= length;
    return whole;
}

}  // namespace

TEST_CASE("what was written is read", "[unit][spool]")
{
    const Written written;
    const auto contents = read_segment(written.bytes, key, true);
    REQUIRE(contents);
    CHECK(contents->header.epoch == 77);
    CHECK(contents->header.first == 5);
    CHECK(contents->intact_bytes == written.bytes.size());
    REQUIRE(contents->offsets.size() == 3);
    const auto event =
        callwatch::open_record(written.bytes.substr(contents->offsets[1]), key, header, 6);
    REQUIRE(event);
    CHECK(*event == "event 6");
}

TEST_CASE("a file cut at any byte keeps every whole record and drops the rest", "[unit][spool]")
{
    const Written written;
    for (auto length = callwatch::segment_header_bytes; length <= written.bytes.size(); ++length) {
        CAPTURE(length);
        const auto contents = read_segment(written.bytes.substr(0, length), key, true);
        REQUIRE(contents);
        const auto whole = records_before(written, length);
        CHECK(contents->offsets.size() == whole);
        CHECK(contents->intact_bytes ==
              (whole == 0 ? callwatch::segment_header_bytes : written.ends[whole - 1]));
    }
}

TEST_CASE("a file cut at any byte is damaged if another was begun after it", "[unit][spool]")
{
    const Written written;
    for (auto length = callwatch::segment_header_bytes; length < written.bytes.size(); ++length) {
        const bool between = length == callwatch::segment_header_bytes ||
                             std::count(written.ends.begin(), written.ends.end(), length) != 0;
        CAPTURE(length);
        CHECK(bool(read_segment(written.bytes.substr(0, length), key, false)) == between);
    }
}

TEST_CASE("garbage or zeroes where the last group was are a torn end", "[unit][spool]")
{
    const Written written;
    const auto filler = GENERATE('\0', '\xff', 'x');
    auto torn = written.bytes.substr(0, written.ends[1]);
    torn.append(written.bytes.size() - written.ends[1], filler);
    const auto contents = read_segment(torn, key, true);
    REQUIRE(contents);
    CHECK(contents->offsets.size() == 2);
}

TEST_CASE("a group of which only the later part reached the disk is a torn end", "[unit][spool]")
{
    auto bytes = callwatch::encode(header);
    append_record(bytes, key, header, 5, 4, "synced");
    const auto synced = bytes.size();
    append_record(bytes, key, header, 6, 5, "lost");
    append_record(bytes, key, header, 7, 5, "reached the disk");
    std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(synced), 10, '\0');
    const auto contents = read_segment(bytes, key, true);
    REQUIRE(contents);
    CHECK(contents->intact_bytes == synced);
}

TEST_CASE("a bit that flips before what was synced later is damage, and the byte is named",
          "[unit][spool]")
{
    const Written written;
    for (std::size_t bit = callwatch::segment_header_bytes * 8; bit < written.ends[1] * 8; ++bit) {
        CAPTURE(bit);
        auto changed = written.bytes;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        const auto contents = read_segment(changed, key, true);
        REQUIRE_FALSE(contents);
        const auto record =
            bit / 8 < written.ends[0] ? callwatch::segment_header_bytes : written.ends[0];
        CHECK_THAT(contents.refusal().detail,
                   Catch::StartsWith("byte " + std::to_string(record) + ":"));
    }
}

TEST_CASE("a bit that flips in the last record is never read as another event", "[unit][spool]")
{
    const Written written;
    for (std::size_t bit = written.ends[1] * 8; bit < written.bytes.size() * 8; ++bit) {
        auto changed = written.bytes;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        const auto contents = read_segment(changed, key, true);
        REQUIRE(contents);
        CHECK(contents->offsets.size() == 2);
    }
}

TEST_CASE("a bit that flips in the header makes it no spool file", "[unit][spool]")
{
    const Written written;
    for (std::size_t bit = 0; bit < callwatch::segment_header_bytes * 8; ++bit) {
        auto changed = written.bytes;
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        CHECK_FALSE(read_segment(changed, key, true));
    }
}

TEST_CASE("no event can be read without the key, nor found in the bytes", "[unit][spool]")
{
    const Written written;
    CHECK_FALSE(read_segment(written.bytes, SpoolKey{4}, true));
    CHECK(written.bytes.find("event") == std::string::npos);
}
