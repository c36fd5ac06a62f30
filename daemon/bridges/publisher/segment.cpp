#include "daemon/bridges/publisher/segment.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include <sodium.h>
#include <zlib.h>

namespace callwatch {
namespace {

static_assert(crypto_secretbox_KEYBYTES == spool_key_bytes);
static_assert(crypto_secretbox_MACBYTES == box_overhead_bytes);
static_assert(crypto_secretbox_NONCEBYTES == 24);

constexpr std::string_view magic{"CWSPOOL\1", 8};

const unsigned char* bytes_of(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

void put(std::string& out, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) out.push_back(static_cast<char>(value >> (8 * i) & 0xff));
}

std::uint64_t get(std::string_view bytes, std::size_t offset, int count)
{
    std::uint64_t value = 0;
    for (int i = count - 1; i >= 0; --i)
        value =
            value << 8 | static_cast<unsigned char>(bytes[offset + static_cast<std::size_t>(i)]);
    return value;
}

std::uint32_t checksum(std::string_view bytes)
{
    return static_cast<std::uint32_t>(crc32(0, bytes_of(bytes), static_cast<uInt>(bytes.size())));
}

std::array<unsigned char, 24> nonce_of(const SegmentHeader& header, std::uint64_t sequence)
{
    std::array<unsigned char, 24> nonce{};
    for (std::size_t i = 0; i < 8; ++i)
        nonce[i] = static_cast<unsigned char>(sequence >> (8 * i) & 0xff);
    std::copy(header.salt.begin(), header.salt.end(), nonce.begin() + 8);
    return nonce;
}

struct RecordHeader {
    std::uint64_t box_bytes;
    std::uint64_t sequence;
    std::uint64_t durable;
};

std::optional<RecordHeader> read_record_header(std::string_view bytes)
{
    if (bytes.size() < record_header_bytes) return std::nullopt;
    if (get(bytes, 20, 4) != checksum(bytes.substr(0, 20))) return std::nullopt;
    const RecordHeader header{get(bytes, 0, 4), get(bytes, 4, 8), get(bytes, 12, 8)};
    if (header.box_bytes < box_overhead_bytes || header.box_bytes > record_bytes_max ||
        header.durable >= header.sequence)
        return std::nullopt;
    return header;
}

std::optional<SegmentHeader> read_header(std::string_view bytes)
{
    if (bytes.size() < segment_header_bytes || !bytes.starts_with(magic)) return std::nullopt;
    if (get(bytes, 40, 4) != checksum(bytes.substr(0, 40))) return std::nullopt;
    SegmentHeader header{get(bytes, 8, 8), get(bytes, 16, 8), {}};
    std::memcpy(header.salt.data(), bytes.data() + 24, header.salt.size());
    if (header.first == 0) return std::nullopt;
    return header;
}

/// Whether a record after `offset` was written when `sequence`, which is damaged, had been synced.
bool was_durable(std::string_view bytes, std::size_t offset, std::uint64_t sequence)
{
    for (std::size_t at = offset + 1; at + record_header_bytes <= bytes.size(); ++at) {
        const auto header = read_record_header(bytes.substr(at, record_header_bytes));
        if (header && header->sequence > sequence && header->durable >= sequence) return true;
    }
    return false;
}

}  // namespace

std::string encode(const SegmentHeader& header)
{
    std::string out{magic};
    put(out, header.epoch, 8);
    put(out, header.first, 8);
    out.append(reinterpret_cast<const char*>(header.salt.data()), header.salt.size());
    put(out, checksum(out), 4);
    return out;
}

void append_record(std::string& out, const SpoolKey& key, const SegmentHeader& header,
                   std::uint64_t sequence, std::uint64_t durable, std::string_view event)
{
    const auto begin = out.size();
    put(out, event.size() + box_overhead_bytes, 4);
    put(out, sequence, 8);
    put(out, durable, 8);
    put(out, checksum(std::string_view{out}.substr(begin)), 4);

    const auto box = out.size();
    out.resize(box + event.size() + box_overhead_bytes);
    crypto_secretbox_easy(reinterpret_cast<unsigned char*>(out.data() + box), bytes_of(event),
                          event.size(), nonce_of(header, sequence).data(), key.data());
}

Result<std::string> open_record(std::string_view bytes, const SpoolKey& key,
                                const SegmentHeader& header, std::uint64_t sequence)
{
    const auto record = read_record_header(bytes);
    if (!record || record->sequence != sequence)
        return Refusal{Refusal::Code::malformed,
                       "no record of sequence " + std::to_string(sequence)};
    if (bytes.size() - record_header_bytes < record->box_bytes)
        return Refusal{Refusal::Code::malformed, "a record that is cut short"};

    std::string event(record->box_bytes - box_overhead_bytes, '\0');
    if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(event.data()),
                                   bytes_of(bytes.substr(record_header_bytes)), record->box_bytes,
                                   nonce_of(header, sequence).data(), key.data()) != 0)
        return Refusal{Refusal::Code::malformed,
                       "a record that was changed, or sealed with another key"};
    return event;
}

Result<SegmentContents> read_segment(std::string_view bytes, const SpoolKey& key, bool newest)
{
    const auto header = read_header(bytes);
    if (!header)
        return Refusal{Refusal::Code::malformed, "byte 0: not the beginning of a spool file"};

    SegmentContents contents{*header, {}, segment_header_bytes};
    while (contents.intact_bytes < bytes.size()) {
        const auto offset = contents.intact_bytes;
        const auto sequence = header->first + contents.offsets.size();
        const auto event = open_record(bytes.substr(offset), key, *header, sequence);
        if (!event) {
            if (newest && !was_durable(bytes, offset, sequence)) return contents;
            return Refusal{Refusal::Code::malformed,
                           "byte " + std::to_string(offset) + ": " + event.refusal().detail};
        }
        contents.offsets.push_back(offset);
        contents.intact_bytes += static_cast<std::uint32_t>(record_overhead_bytes + event->size());
    }
    return contents;
}

}  // namespace callwatch
