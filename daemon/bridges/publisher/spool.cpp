#include "daemon/bridges/publisher/spool.hpp"

#include <algorithm>

#include <fcntl.h>
#include <sodium.h>

#include "daemon/bridges/publisher/publisher.hpp"

namespace callwatch {
namespace {

constexpr std::size_t unsynced_bytes_max = 256u << 10;
/// Of events that are still in memory: what a window of usual events comes to.
constexpr std::size_t recent_bytes_max = 1u << 20;

SpoolSettings with_sodium(SpoolSettings settings)
{
    if (sodium_init() < 0) throw SpoolError{"spool: libsodium cannot be used on this machine"};
    return settings;
}

}  // namespace

Spool::Spool(SpoolSettings settings, Disk& disk)
    : disk_{disk},
      bytes_max_{settings.bytes_max},
      // A full spool has eight files, so that room appears long before all of it is acknowledged.
      segment_bytes_{std::clamp<std::size_t>(settings.bytes_max / 8, 128u << 10, 1u << 20)},
      folder_{settings.directory, with_sodium(settings).identity, disk}
{
    const auto firsts = folder_.segments();
    for (const auto first : firsts) {
        const bool newest = first == firsts.back();
        segments_.push_back(load(first, newest));
        bytes_ += segments_.back().contents.intact_bytes;
    }
    head_ = durable_ = segments_.back().end() - 1;
    begin_segment();
}

Spool::Segment Spool::load(std::uint64_t first, bool newest)
{
    const auto file = folder_.segment(first);
    const auto bytes = read_file(file, segment_bytes_max);
    auto contents = read_segment(bytes, folder_.key(), newest);
    if (!contents) throw SpoolError{"spool: " + file.string() + ": " + contents.refusal().detail};
    const auto& header = contents->header;
    if (header.first != first || header.epoch != epoch())
        throw SpoolError{"spool: " + file.string() + ": belongs to another spool"};
    if (!segments_.empty() && segments_.back().end() != first)
        throw SpoolError{"spool: " + file.string() + ": the file before it is missing"};
    if (newest) {
        // What is intact may still be only in memory, if the last process was killed before it
        // synced.
        const auto opened = open_file(file, O_WRONLY);
        if (contents->intact_bytes < bytes.size() &&
            disk_.truncate(opened.number(), contents->intact_bytes) != 0)
            throw SpoolError{"spool: " + file.string() + ": cannot cut off its torn end"};
        callwatch::sync(disk_, opened.number(), file);
    }
    return Segment{std::move(*contents)};
}

/// A file is written by one process only: its salt makes the nonces, and a number may come again
/// after a torn end.
void Spool::begin_segment()
{
    const bool replaces = !segments_.empty() && segments_.back().contents.offsets.empty();
    const auto header = folder_.begin_segment(head_ + 1);
    if (replaces)
        segments_.pop_back();
    else
        bytes_ += segment_header_bytes;
    segments_.push_back({{header, {}, segment_header_bytes}});
    writing_ = open_file(folder_.segment(head_ + 1), O_WRONLY | O_APPEND);
}

bool Spool::full(std::size_t event_bytes) const
{
    return bytes_ + record_overhead_bytes + event_bytes > bytes_max_;
}

std::uint64_t Spool::append(std::string_view event)
{
    check_usable();
    CALLWATCH_CHECK(event.size() + box_overhead_bytes <= record_bytes_max);
    if (unsynced_.size() >= unsynced_bytes_max) sync();
    auto& [header, offsets, end] = segments_.back().contents;
    append_record(unsynced_, folder_.key(), header, ++head_, durable_, event);
    offsets.push_back(end);
    const auto bytes = static_cast<std::uint32_t>(record_overhead_bytes + event.size());
    end += bytes;
    bytes_ += bytes;
    remember(event);
    return head_;
}

void Spool::sync()
{
    check_usable();
    if (unsynced_.empty()) return;
    try {
        const auto file = folder_.segment(segments_.back().contents.header.first);
        write_all(disk_, writing_.number(), unsynced_, file);
        callwatch::sync(disk_, writing_.number(), file);
        unsynced_.clear();
        durable_ = head_;
        // Only here, where nothing is unsynced: damage in a file that is not the newest is never a
        // torn end.
        if (segments_.back().contents.intact_bytes >= segment_bytes_) begin_segment();
    } catch (const PublisherError& error) {
        failure_ = error.what();
        throw;
    }
}

std::vector<std::string> Spool::read(std::uint64_t first, std::size_t count,
                                     std::size_t bytes) const
{
    CALLWATCH_CHECK(first >= first_kept() && first <= durable_);
    const auto after = std::upper_bound(segments_.begin(), segments_.end(), first,
                                        [](std::uint64_t sequence, const Segment& s) {
                                            return sequence < s.contents.header.first;
                                        });
    const auto& segment = *std::prev(after);
    const auto& header = segment.contents.header;
    const auto& offsets = segment.contents.offsets;

    const auto from = static_cast<std::size_t>(first - header.first);
    const auto synced = std::min<std::uint64_t>(durable_ + 1, segment.end()) - header.first;
    const auto limit = std::min<std::size_t>(synced, from + std::max<std::size_t>(count, 1));
    auto to = from + 1;
    while (to < limit && segment.contents.end_of(to) - offsets[from] <= bytes) ++to;

    if (first > head_ - recent_.size()) {
        const auto begin = recent_.end() - static_cast<std::ptrdiff_t>(head_ + 1 - first);
        return {begin, begin + static_cast<std::ptrdiff_t>(to - from)};
    }
    return read_file_of(segment, from, to);
}

std::vector<std::string> Spool::read_file_of(const Segment& segment, std::size_t from,
                                             std::size_t to) const
{
    const auto& [header, offsets, end] = segment.contents;
    const auto file = folder_.segment(header.first);
    const auto part =
        read_part(file, offsets[from], segment.contents.end_of(to - 1) - offsets[from]);
    std::vector<std::string> events;
    for (auto index = from; index < to; ++index) {
        const auto at = offsets[index] - offsets[from];
        auto event = open_record(std::string_view{part}.substr(at), folder_.key(), header,
                                 header.first + index);
        if (!event)
            throw SpoolError{"spool: " + file.string() + ": byte " +
                             std::to_string(offsets[index]) + ": " + event.refusal().detail};
        events.push_back(std::move(*event));
    }
    return events;
}

void Spool::remember(std::string_view event)
{
    recent_.emplace_back(event);
    recent_bytes_ += event.size();
    while (recent_bytes_ > recent_bytes_max) forget_oldest();
}

void Spool::forget_oldest()
{
    recent_bytes_ -= recent_.front().size();
    recent_.pop_front();
}

void Spool::release(std::uint64_t sequence)
{
    check_usable();
    released_ = std::max(released_, std::min(sequence, durable_));
    while (!recent_.empty() && head_ - recent_.size() < released_) forget_oldest();
    while (segments_.size() > 1 && segments_.front().end() <= released_ + 1) drop_oldest();
}

void Spool::empty_if_released()
{
    check_usable();
    if (released_ < head_ || segments_.back().contents.offsets.empty()) return;
    begin_segment();
    release(released_);
}

void Spool::drop_oldest()
{
    remove_file(disk_, folder_.segment(segments_.front().contents.header.first));
    bytes_ -= segments_.front().contents.intact_bytes;
    segments_.pop_front();
}

void Spool::check_usable() const
{
    if (!failure_.empty()) throw SpoolError{failure_};
}

}  // namespace callwatch
