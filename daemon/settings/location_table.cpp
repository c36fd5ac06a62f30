#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/settings/organisation_tables.hpp"

namespace callwatch {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr const char* hours_rule = "must be hours from-to within a day: \"08:00-17:00\"";
constexpr std::array weekdays{"sunday",   "monday", "tuesday", "wednesday",
                              "thursday", "friday", "saturday"};

// Telephone Customer Service Standards, item 1: "between 8:00 am and 5:00 pm, Monday through
// Friday".
constexpr DayHours standard_hours{.from = hours{8}, .to = hours{17}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "08:00"
std::optional<std::chrono::seconds> parse_time_of_day(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    for (const std::size_t i : {0u, 1u, 3u, 4u})
        if (!is_digit(text[i])) return std::nullopt;
    const hours hour{(text[0] - '0') * 10 + (text[1] - '0')};
    const minutes minute{(text[3] - '0') * 10 + (text[4] - '0')};
    if (minute > minutes{59} || hour + minute > hours{24}) return std::nullopt;
    return hour + minute;
}

void read_weekly(TomlTable table, Location& location)
{
    for (std::size_t i = 0; i < weekdays.size(); ++i) {
        const bool is_weekend = i == 0 || i == 6;
        if (!is_weekend) location.weekly[i] = standard_hours;
        if (!table.has(weekdays[i])) continue;
        const auto text = table.text(weekdays[i], "");
        location.weekly[i] = parse_day_hours(text);
        if (!location.weekly[i] && !text.empty() && text != "closed")
            table.refuse(weekdays[i], std::string{hours_rule} + ", or \"closed\"");
    }
}

void read_exceptions(TomlTable& table, Location& location)
{
    for (const LocalDate date : table.dates("holidays")) location.exceptions[date] = std::nullopt;

    TomlTable special = table.table("special_hours");
    for (const auto& key : special.keys()) {
        const auto date = parse_local_date(key);
        const auto text = special.text(key, "");
        const auto hours_of_day = parse_day_hours(text);
        if (!date || key < "1970" || key >= "2038")
            special.refuse(key, "must have a date from 1970 to 2037 as its key: 2026-12-24");
        else if (location.exceptions.contains(*date))
            special.refuse(key, "must not be a holiday as well");
        else if (!hours_of_day && !text.empty())
            special.refuse(key, hours_rule);
        else
            location.exceptions[*date] = hours_of_day;
    }
}

void read_main_numbers(TomlTable& table, Location& location)
{
    constexpr std::size_t digits_max = 32;
    location.main_numbers = table.texts("main_numbers");
    for (std::size_t i = 0; i < location.main_numbers.size(); ++i) {
        std::string_view digits = location.main_numbers[i];
        if (digits.starts_with('+')) digits.remove_prefix(1);
        if (digits.empty() || digits.size() > digits_max ||
            !std::all_of(digits.begin(), digits.end(), is_digit))
            table.refuse("main_numbers", i, "must be digits as they are dialled, '+' may precede");
    }
}

template <class IdType>
std::vector<IdType> to_ids(std::vector<std::string> texts)
{
    std::vector<IdType> ids;
    ids.reserve(texts.size());
    for (auto& text : texts) ids.push_back({std::move(text)});
    return ids;
}

bool has_hours(const Location& location)
{
    const auto is_set = [](const auto& day) { return day.has_value(); };
    return std::any_of(location.weekly.begin(), location.weekly.end(), is_set) ||
           std::any_of(location.exceptions.begin(), location.exceptions.end(),
                       [&](const auto& entry) { return is_set(entry.second); });
}

}  // namespace

std::optional<DayHours> parse_day_hours(std::string_view text)
{
    if (text.size() != 11 || text[5] != '-') return std::nullopt;
    const auto from = parse_time_of_day(text.substr(0, 5));
    const auto to = parse_time_of_day(text.substr(6));
    if (!from || !to || *from >= *to) return std::nullopt;
    return DayHours{.from = *from, .to = *to};
}

Location read_location(TomlTable& table)
{
    Location location;
    location.id = {table.name()};
    location.name = table.text("name");
    location.short_name = table.text("short_name", location.name);
    location.zone = table.text("zone");
    read_weekly(table.table("hours"), location);
    read_exceptions(table, location);
    read_main_numbers(table, location);
    location.operator_queues = to_ids<QueueId>(table.texts("operator_queues"));
    location.operator_devices = to_ids<DeviceId>(table.texts("operator_devices"));
    location.supervisors = to_ids<PersonId>(table.texts("supervisors"));
    location.managers = to_ids<PersonId>(table.texts("managers"));
    location.monitoring_start = table.instant("monitoring_start");

    if (!location.zone.empty() && !BusinessCalendar::make(location))
        table.refuse("zone", "must be a time zone of the IANA database: \"America/Chicago\"");
    if (!has_hours(location)) table.table("hours").refuse_table("must leave a day open");
    return location;
}

}  // namespace callwatch
