#include "daemon/calendar/business_calendar.hpp"

#include <date/tz.h>
#include <fmt/format.h>

#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "daemon/model/fnv.hpp"

namespace callwatch {
namespace {

using std::chrono::days;
using std::chrono::seconds;

// Debian's date library reads the compiled zone files, whose table of changes ends in 2037; after
// that it would leave daylight saving out without a word.
constexpr LocalDate first_date{std::chrono::year{1970} / 1 / 1};
constexpr LocalDate first_unknown_date{std::chrono::year{2038} / 1 / 1};
constexpr int search_days_max = 400;

enum class IfTwice : std::uint8_t { earlier, later };

Instant to_instant(const date::time_zone& zone, LocalDate date, seconds time_of_day,
                   IfTwice if_twice)
{
    const seconds local = date.time_since_epoch() + time_of_day;
    const auto info = zone.get_info(date::local_seconds{local});
    switch (info.result) {
        case date::local_info::nonexistent: return Instant{info.second.begin.time_since_epoch()};
        case date::local_info::ambiguous:
            if (if_twice == IfTwice::later) return Instant{local - info.second.offset};
            break;
        default: break;
    }
    return Instant{local - info.first.offset};
}

std::string describe_hours(const std::optional<DayHours>& hours)
{
    return hours ? fmt::format("{}-{}", hours->from.count(), hours->to.count()) : "closed";
}

std::string version_of(const Location& location)
{
    std::string text = location.zone;
    for (const auto& hours : location.weekly) text += " " + describe_hours(hours);
    for (const auto& [date, hours] : location.exceptions)
        text += " " + describe(date) + "=" + describe_hours(hours);
    return fmt::format("{:016x}", fnv1a(text));
}

}  // namespace

Result<BusinessCalendar> BusinessCalendar::make(const Location& location)
{
    const auto unknown = [&] {
        return Refusal{Refusal::Code::unknown_subject,
                       fmt::format("no time zone is called '{}' here", location.zone)};
    };
    if (location.zone == "localtime") return unknown();
    try {
        const auto* zone = date::locate_zone(location.zone);
        // The library reads a zone's file at first use: now, while it can still be refused.
        static_cast<void>(zone->get_info(date::sys_seconds{}));
        return BusinessCalendar{location, zone};
    } catch (const std::runtime_error&) {
        return unknown();
    }
}

BusinessCalendar::BusinessCalendar(const Location& location, const date::time_zone* zone)
    : location_{location},
      zone_{zone},
      version_{version_of(location)}
{
}

LocalDate BusinessCalendar::local_date(Instant at) const
{
    return std::chrono::floor<days>(local_clock(at).local);
}

LocalClock BusinessCalendar::local_clock(Instant at) const
{
    const auto second = std::chrono::floor<seconds>(at);
    const auto info = zone_->get_info(second);
    return {.local = std::chrono::local_seconds{second.time_since_epoch() + info.offset},
            .utc_offset = info.offset,
            .abbreviation = info.abbrev};
}

std::optional<BusinessHours> BusinessCalendar::hours_on(LocalDate date) const
{
    if (date < first_date || date >= first_unknown_date) return std::nullopt;

    const auto exception = location_.exceptions.find(date);
    const auto& hours = exception != location_.exceptions.end()
                          ? exception->second
                          : location_.weekly[std::chrono::weekday{date}.c_encoding()];
    if (!hours) return std::nullopt;

    const BusinessHours instants{.date = date,
                                 .opens = to_instant(*zone_, date, hours->from, IfTwice::earlier),
                                 .closes = to_instant(*zone_, date, hours->to, IfTwice::later)};
    if (instants.opens >= instants.closes) return std::nullopt;
    return instants;
}

bool BusinessCalendar::is_open(Instant at) const
{
    const auto hours = hours_on(local_date(at));
    return hours && hours->opens <= at && at < hours->closes;
}

std::optional<BusinessHours> BusinessCalendar::next_workday(LocalDate date) const
{
    for (int i = 1; i <= search_days_max; ++i)
        if (const auto hours = hours_on(date + days{i})) return hours;
    return std::nullopt;
}

std::optional<BusinessHours> BusinessCalendar::due(Instant at,
                                                   Policy::AfterHoursDue after_hours) const
{
    const LocalDate date = local_date(at);
    const auto today = hours_on(date);
    if (today && at < today->closes) return today;
    if (after_hours == Policy::AfterHoursDue::next_workday) return next_workday(date);

    if (date < first_date || date >= first_unknown_date) return std::nullopt;
    const Instant opens =
        today ? today->opens : to_instant(*zone_, date, seconds{0}, IfTwice::earlier);
    return BusinessHours{.date = date, .opens = opens, .closes = deadline_at(date, days{1})};
}

Instant BusinessCalendar::deadline_at(LocalDate date, seconds time_of_day) const
{
    return to_instant(*zone_, date, time_of_day, IfTwice::later);
}

Instant BusinessCalendar::beginning_at(LocalDate date, seconds time_of_day) const
{
    return to_instant(*zone_, date, time_of_day, IfTwice::earlier);
}

}  // namespace callwatch
