#include "daemon/telemetry/refusal_log.hpp"

#include <utility>

#include <fmt/format.h>

#include "daemon/telemetry/logging.hpp"

namespace callwatch {

std::optional<std::string> RefusalLog::take(const Refusal& refusal, std::string_view origin,
                                            Instant now)
{
    Entry& entry = entries_.at(static_cast<std::size_t>(refusal.code));
    ++entry.count;
    if (entry.line_at && now < *entry.line_at + quiet_time) {
        ++entry.silent;
        return std::nullopt;
    }
    entry.line_at = now;
    const std::uint64_t silent = std::exchange(entry.silent, 0);
    std::string line = fmt::format("refused ({}) from {}: {}", word(refusal.code), loggable(origin),
                                   loggable(refusal.detail));
    if (silent > 0) line += fmt::format(" ({} more since the last line like this)", silent);
    return line;
}

std::uint64_t RefusalLog::count(Refusal::Code code) const
{
    return entries_.at(static_cast<std::size_t>(code)).count;
}

}  // namespace callwatch
