#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <vector>

#include "daemon/bridges/publisher/disk.hpp"
#include "daemon/bridges/publisher/segment.hpp"
#include "daemon/bridges/publisher/spool_folder.hpp"

namespace callwatch {

struct SpoolSettings {
    std::filesystem::path directory;
    SpoolIdentity identity;  ///< Its epoch counts only when the spool is made.
    std::uint64_t bytes_max = 256u << 20;
};

/// Events on disk from the moment they are numbered until the collector has them. Knows bytes, not
/// events.
///
/// Promise: what sync() has returned for is there after a power cut, under its number; what was
/// appended since may be gone, from the end. A torn end is cut off when the spool is opened,
/// anything else that is not as it was written is an error naming file and byte. Numbers go on
/// after everything was released.
///
/// Throws PublisherError; after one from append() or sync() every later call throws it again.
class Spool {
public:
    explicit Spool(SpoolSettings settings, Disk& disk = Disk::real());

    std::uint64_t epoch() const { return folder_.identity().epoch; }
    /// Oldest number that read() has; head() + 1 if it has none.
    std::uint64_t first_kept() const { return segments_.front().contents.header.first; }
    std::uint64_t head() const { return head_; }             ///< Last number given.
    std::uint64_t durable_head() const { return durable_; }  ///< Last number synced.

    /// Whether another record of `event_bytes` would go over bytes_max.
    bool full(std::size_t event_bytes) const;
    /// Gives the next number. Held in memory until sync(), which is called when 256 KiB have
    /// gathered.
    std::uint64_t append(std::string_view event);
    void sync();

    /// Events `first`, `first` + 1, ... as long as they are durable, at most `count`, and `bytes`
    /// as they lie on disk (but at least one); fewer where a file ends. `first` must be kept and
    /// durable. The newest are still in memory, the others are read from their file.
    std::vector<std::string> read(std::uint64_t first, std::size_t count, std::size_t bytes) const;

    /// Everything up to `sequence` may go. Files go when all their events may.
    void release(std::uint64_t sequence);
    /// If everything was released, removes also the file that is being written. Costs a few syncs,
    /// so not after every release: for quiet moments, so that no caller's number stays longer than
    /// it must.
    void empty_if_released();

private:
    struct Segment {
        SegmentContents contents;
        std::uint64_t end() const { return contents.header.first + contents.offsets.size(); }
    };

    Segment load(std::uint64_t first, bool newest);
    std::vector<std::string> read_file_of(const Segment& segment, std::size_t from,
                                          std::size_t to) const;
    void remember(std::string_view event);
    void forget_oldest();
    void begin_segment();
    void drop_oldest();
    void check_usable() const;

    Disk& disk_;
    std::uint64_t bytes_max_;
    std::size_t segment_bytes_;
    SpoolFolder folder_;
    std::deque<Segment> segments_;  ///< Oldest first; the last is being written. Never empty.
    std::uint64_t bytes_ = 0;       ///< Of all segments, unsynced ones included.
    FileDescriptor writing_;
    std::string unsynced_;
    std::deque<std::string> recent_;  ///< The last events as they are, up to head_.
    std::size_t recent_bytes_ = 0;
    std::uint64_t head_ = 0;
    std::uint64_t durable_ = 0;
    std::uint64_t released_ = 0;
    std::string failure_;  ///< What made it unusable.
};

}  // namespace callwatch
