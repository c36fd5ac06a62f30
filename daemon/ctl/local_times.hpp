#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include <google/protobuf/repeated_ptr_field.h>

#include "callwatch/v1/board.pb.h"

namespace date {
class time_zone;
}

namespace callwatch::ctl {

/// "2026-11-20T22:59:58.123456Z" from microseconds since 1970 UTC, as every time in JSON. Empty if
/// the time is 0 ("not said") or lies outside 1970..9999.
std::string rfc3339(std::int64_t time_us);

/// Friday 2026-11-20, from "2026-11-20"; the text itself if it is no date.
std::string with_weekday(const std::string& business_date);

/// Times as people read them: in the zone of the location they belong to. A zone this machine does
/// not know, or a location nobody named, is shown in UTC and says so.
class LocalTimes {
public:
    LocalTimes() = default;
    explicit LocalTimes(
        const google::protobuf::RepeatedPtrField<callwatch::v1::LocationRow>& locations);

    /// "16:59:58" on the same local day as `now_us`, else "2026-11-19 16:59:58"; "–" for 0, "?" for
    /// a time outside 1970..9999. `location` may be empty: the zone all locations share, else UTC.
    std::string moment(const std::string& location, std::int64_t time_us,
                       std::int64_t now_us) const;

    /// "2026-11-20 16:59:58 CST".
    std::string in_full(const std::string& location, std::int64_t time_us) const;

    /// The local calendar day, "2026-11-20".
    std::string day(const std::string& location, std::int64_t time_us) const;

    /// "CST", "UTC".
    std::string abbreviation(const std::string& location, std::int64_t time_us) const;

    /// The other way: "16:20" (on the local day of `now_us`), "16:20:05", "2026-11-20 16:20".
    /// Nothing if it is no time. Of one that happens twice, the earlier.
    std::optional<std::int64_t> parse(const std::string& location, const std::string& text,
                                      std::int64_t now_us) const;

    /// What to write under a table: "Times: America/Chicago.", or that they are local to each
    /// location.
    std::string caption() const;

private:
    const date::time_zone* zone_of(const std::string& location) const;

    std::map<std::string, const date::time_zone*> zones_;  ///< By location; null: UTC.
    const date::time_zone* common_ = nullptr;
    bool mixed_ = false;
};

}  // namespace callwatch::ctl
