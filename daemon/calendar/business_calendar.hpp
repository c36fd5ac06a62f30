#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "daemon/model/organisation.hpp"
#include "daemon/model/policy.hpp"
#include "daemon/model/result.hpp"

namespace date {
class time_zone;
}

namespace callwatch {

/// Business hours of one day as instants: [opens, closes).
struct BusinessHours {
    LocalDate date;
    Instant opens;
    Instant closes;
    bool operator==(const BusinessHours&) const = default;
};

/// What the wall clock at a location shows at one instant.
struct LocalClock {
    std::chrono::local_seconds local;
    std::chrono::seconds utc_offset{};
    std::string abbreviation;  ///< "CST"
};

/// When one location works: its zone, weekly hours, holidays and special hours. Telephone Customer
/// Service Standards, items 1 and 3. Pure arithmetic over a zone looked up once; it never asks what
/// time it is.
///
/// Local times that happen twice: an opening is the earlier instant, a closing the later one. Local
/// times that do not exist (clocks go forward): the instant of the change. A day whose hours shrink
/// to nothing that way is no workday. Workdays exist from 1970 to 2037: the system's zone rules end
/// there.
class BusinessCalendar {
public:
    /// Refuses (unknown_subject) a zone the system does not know, and "localtime", which names no
    /// place.
    static Result<BusinessCalendar> make(const Location& location);

    LocalDate local_date(Instant at) const;
    LocalClock local_clock(Instant at) const;

    /// Nothing on a day that is no workday.
    std::optional<BusinessHours> hours_on(LocalDate date) const;
    bool is_workday(LocalDate date) const { return hours_on(date).has_value(); }
    /// In [opens, closes) of its local date. At 17:00:00.000000 it is closed.
    bool is_open(Instant at) const;

    /// The first workday after `date`. Nothing if there is none within 400 days, or it is after
    /// 2037.
    std::optional<BusinessHours> next_workday(LocalDate date) const;

    /// The workday on which a message received at `at` is due, and its close: the same day if that
    /// is a workday and `at` lies before its close (also before opening), else the next workday. By
    /// policy same_calendar_day it is the same day even then, due when that calendar day ends
    /// (`closes` is midnight): a deadline that had passed before the message came would be no
    /// deadline. Nothing if there is no workday within 400 days, or it is after 2037.
    std::optional<BusinessHours> due(Instant at, Policy::AfterHoursDue after_hours) const;

    /// The instant at which a local time of day happens, as a deadline (the later one if it happens
    /// twice). 24 h is the end of the day. For dates that this calendar gave out: after 2037 it may
    /// be an hour off.
    Instant deadline_at(LocalDate date, std::chrono::seconds time_of_day) const;
    /// The same as a beginning: the earlier one if it happens twice.
    Instant beginning_at(LocalDate date, std::chrono::seconds time_of_day) const;

    /// Hex digest (64 bit) over zone name, weekly hours and exceptions: kept with every verdict, so
    /// that two calendars can be told apart. It proves nothing against intent: the journal's hash
    /// chain does.
    const std::string& version() const { return version_; }

private:
    BusinessCalendar(const Location& location, const date::time_zone* zone);

    Location location_;
    const date::time_zone* zone_;
    std::string version_;
};

/// "2026-11-20"
std::string describe(LocalDate date);
/// Reads "2026-11-20"; nothing if it is not a date.
std::optional<LocalDate> parse_local_date(std::string_view text);

/// The system's time-zone data: the first line of tzdata.zi ("# version 2024b"), or "unknown".
std::string tzdata_version();

}  // namespace callwatch
