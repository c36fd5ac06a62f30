#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "daemon/calendar/business_calendar.hpp"
#include "daemon/settings/organisation_tables.hpp"
#include "daemon/settings/time_of_day.hpp"

namespace callwatch {
namespace {

using std::chrono::hours;

constexpr const char* hours_rule = "must be hours from-to within a day: \"08:00-17:00\"";
constexpr std::array weekdays{"sunday",   "monday", "tuesday", "wednesday",
                              "thursday", "friday", "saturday"};

// Telephone Customer Service Standards, item 1: "between 8:00 am and 5:00 pm, Monday through
// Friday".
constexpr DayHours standard_hours{.from = hours{8}, .to = hours{17}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr std::pair<std::string_view, RouteKind> route_words[] = {{"queue", RouteKind::queue},
                                                                  {"mailbox", RouteKind::mailbox},
                                                                  {"telephone", RouteKind::device},
                                                                  {"outside", RouteKind::external}};

/// "queue main", "mailbox pbx1/106@default", "telephone pbx1/106", "outside". Queues are left as
/// written (names of tables) for the checks to resolve.
std::optional<Route> parse_route(const std::string& option, std::string_view text)
{
    const auto blank = std::min(text.find(' '), text.size());
    const auto kind =
        std::find_if(std::begin(route_words), std::end(route_words),
                     [&](const auto& one) { return one.first == text.substr(0, blank); });
    if (kind == std::end(route_words)) return std::nullopt;
    const auto to = blank == text.size() ? std::string_view{} : text.substr(blank + 1);
    if (to.empty() != (kind->second == RouteKind::external)) return std::nullopt;
    return Route{.option = option, .kind = kind->second, .to = std::string{to}};
}

void read_routes(TomlTable table, Location& location)
{
    for (const auto& option : table.keys()) {
        const auto route = parse_route(option, table.text(option, ""));
        if (location.routes.size() >= routes_max)
            table.refuse(option, fmt::format("must be one of at most {} routes", routes_max));
        else if (!route)
            table.refuse(option,
                         "must be \"queue NAME\", \"mailbox ID\", \"telephone ID\" or "
                         "\"outside\"");
        else
            location.routes.push_back(*route);
    }
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
    location.kind = table.text("kind", "");
    location.has_answering_system = table.flag("answering_system", false);
    location.script_version = table.text("script_version", "");
    location.messages_deadline = table.date("messages_deadline");
    read_routes(table.table("routes"), location);

    if (!location.zone.empty() && !BusinessCalendar::make(location))
        table.refuse("zone", "must be a time zone of the IANA database: \"America/Chicago\"");
    if (!has_hours(location)) table.table("hours").refuse_table("must leave a day open");
    return location;
}

}  // namespace callwatch
