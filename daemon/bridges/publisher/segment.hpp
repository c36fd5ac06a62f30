#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/model/result.hpp"

namespace callwatch {

// The bytes of one spool file. All numbers are little-endian.
//
//   header  8 "CWSPOOL" and the format, 8 epoch (µs), 8 sequence of the first record, 16 salt, 4
//   CRC-32 record  4 length of the box, 8 sequence, 8 durable, 4 CRC-32 of these 20 bytes, then the
//   box: the event,
//           sealed with libsodium's crypto_secretbox; its nonce is sequence and salt
//
// `durable` is the last sequence that was synced when the record was written. It tells a torn end
// from damage: what a crash tears was never synced, so no record after it can say that it was.

constexpr std::size_t spool_key_bytes = 32;
using SpoolKey = std::array<unsigned char, spool_key_bytes>;

struct SegmentHeader {
    std::uint64_t epoch = 0;
    std::uint64_t first = 0;  ///< Sequence of its first record, whether there is one yet or not.
    std::array<unsigned char, 16>
        salt{};  ///< Another one for each file, so no nonce is used twice.
};

constexpr std::size_t segment_header_bytes = 44;
constexpr std::size_t record_header_bytes = 24;
constexpr std::size_t box_overhead_bytes = 16;
constexpr std::size_t record_overhead_bytes = record_header_bytes + box_overhead_bytes;
constexpr std::size_t segment_bytes_max = 2u << 20;
constexpr std::size_t record_bytes_max = 64u << 10;

std::string encode(const SegmentHeader& header);
/// Appends one record to `out`.
void append_record(std::string& out, const SpoolKey& key, const SegmentHeader& header,
                   std::uint64_t sequence, std::uint64_t durable, std::string_view event);

/// One intact record at the beginning of `bytes`: the event, opened. Refusal::malformed if it is
/// not the record of this sequence.
Result<std::string> open_record(std::string_view bytes, const SpoolKey& key,
                                const SegmentHeader& header, std::uint64_t sequence);

struct SegmentContents {
    SegmentHeader header;
    std::vector<std::uint32_t>
        offsets;                     ///< Where each record begins; the n-th has sequence first + n.
    std::uint32_t intact_bytes = 0;  ///< Less than the file has: its end is torn.

    std::uint32_t end_of(std::size_t record) const
    {
        return record + 1 < offsets.size() ? offsets[record + 1] : intact_bytes;
    }
};

/// Reads and checks a whole file. `newest`: nothing was written after it, so its end may be torn.
/// Refuses (malformed; the detail names the byte) a header that is none, and damage before the end.
Result<SegmentContents> read_segment(std::string_view bytes, const SpoolKey& key, bool newest);

}  // namespace callwatch
