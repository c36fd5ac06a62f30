#include "daemon/journal/record_retention.hpp"

#include <charconv>

#include "daemon/journal/segments.hpp"

namespace callwatch {
namespace {

/// The first day of "2026-03".
std::chrono::sys_days begin_of(const std::string& month)
{
    int year = 0;
    unsigned number = 0;
    std::from_chars(month.data(), month.data() + 4, year);
    std::from_chars(month.data() + 5, month.data() + 7, number);
    return std::chrono::year{year} / std::chrono::month{number} / std::chrono::day{1};
}

}  // namespace

RecordRetention look_at_retention(const std::string& path, std::chrono::sys_days today,
                                  std::chrono::days kept)
{
    return retention_of(path, list_segments(path), today, kept);
}

RecordRetention retention_of(const std::string& path, const std::vector<std::string>& segments,
                             std::chrono::sys_days today, std::chrono::days kept)
{
    RecordRetention found;
    const auto oldest_kept = today - kept;
    for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
        // A segment ends where the next one begins; the newest is written, and never goes.
        if (begin_of(month_of(path, segments[i + 1])) > oldest_kept) break;
        found.may_be_removed.push_back(segments[i]);
    }
    if (segments.empty() || segments.front() == path) return found;
    const auto oldest = month_of(path, segments.front());
    if (begin_of(oldest) > oldest_kept) found.missing_before = oldest;
    return found;
}

}  // namespace callwatch
