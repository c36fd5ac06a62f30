#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "daemon/model/types.hpp"

namespace callwatch::asterisk {

/// "1795307640.004712", as `timestampevents = yes` writes it: seconds since 1970 UTC and up to six
/// digits after the point. Nothing if it is not that, or outside 2000..2100.
std::optional<Instant> parse_epoch(std::string_view text);

/// "2026-11-20T17:00:00-06:00" or "...Z" (RFC 3339, up to six digits of a second's fraction).
std::optional<Instant> parse_rfc3339(std::string_view text);

/// "01:02:03", hours as many as there are, as lists of channels write a duration.
std::optional<Micros> parse_duration(std::string_view text);

/// "2026-11-20T23:00:00.000000Z".
std::string format_utc(Instant at);

inline std::int64_t micros(Instant at) { return at.time_since_epoch().count(); }
inline Instant instant_of(std::int64_t micros_utc) { return Instant{Micros{micros_utc}}; }
/// Whole milliseconds from `from` to `to`, never negative: two events of one call may be stamped in
/// the wrong order by up to 2.5 ms.
inline std::int64_t millis_between(Instant from, Instant to)
{
    return to <= from ? 0 : std::chrono::duration_cast<Millis>(to - from).count();
}

}  // namespace callwatch::asterisk
