#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/bridges/publisher/disk.hpp"
#include "daemon/bridges/publisher/segment.hpp"

namespace callwatch {

/// Whose events a spool holds.
struct SpoolIdentity {
    std::string source_id;
    std::string tag;
    std::uint64_t epoch = 0;  ///< Creation time, µs since 1970 UTC.
};

/// The file "spool" as text, five lines: format, source, epoch, tag, fingerprint of the key.
std::string encode(const SpoolIdentity& identity, const SpoolKey& key);
struct SpoolDescription {
    SpoolIdentity identity;
    std::string key_fingerprint;
};
Result<SpoolDescription> read_description(std::string_view text);
std::string fingerprint(const SpoolKey& key);

/// A spool's directory: "lock", held as long as this lives; "key", the 32 bytes that its records
/// are sealed with, 0600; "spool", which says whose it is; and the segments, "<first sequence, 20
/// digits>.events".
class SpoolFolder {
public:
    /// Opens a spool, or makes one if the directory is missing or empty; `wanted.epoch` then
    /// counts, and nowhere else. Throws PublisherError: locked by another process, not a spool,
    /// another's, a key that others may read.
    SpoolFolder(std::filesystem::path directory, const SpoolIdentity& wanted, Disk& disk);

    const SpoolIdentity& identity() const { return identity_; }
    const SpoolKey& key() const { return key_; }
    const std::filesystem::path& directory() const { return directory_; }

    std::filesystem::path segment(std::uint64_t first) const;
    /// First sequences of the segments there are, in order; at least one.
    std::vector<std::uint64_t> segments() const;
    /// Makes an empty segment, durably, instead of one of the same name. Returns its header.
    SegmentHeader begin_segment(std::uint64_t first);

private:
    void open_or_make(const SpoolIdentity& wanted);
    void lock();
    void remove_unfinished_files();
    void make(const SpoolIdentity& wanted);
    void open(const SpoolIdentity& wanted);
    void make_key();
    void read_key();

    std::filesystem::path directory_;
    Disk& disk_;
    FileDescriptor lock_;
    SpoolIdentity identity_;
    SpoolKey key_{};
};

}  // namespace callwatch
