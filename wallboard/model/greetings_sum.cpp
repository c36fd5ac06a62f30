#include <cstdio>

#include "wallboard/model/greetings_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

std::optional<std::chrono::sys_days> date_in(const std::string& date)
{
    int y = 0, m = 0, d = 0, end = 0;
    if (date.size() != 10 || std::sscanf(date.c_str(), "%4d-%2d-%2d%n", &y, &m, &d, &end) != 3 ||
        end != 10)
        return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year{y},
                                          std::chrono::month{static_cast<unsigned>(m)},
                                          std::chrono::day{static_cast<unsigned>(d)}};
    if (!day.ok()) return std::nullopt;
    return std::chrono::sys_days{day};
}

void add_deadline(const std::string& deadline, GreetingsSum& sum)
{
    if (deadline == sum.deadline || !date_in(deadline)) return;
    sum.several_deadlines = !sum.deadline.empty();
    // Written so that the order of the text is that of the days.
    if (sum.deadline.empty() || deadline < sum.deadline) sum.deadline = deadline;
}

void add(const Location& location, GreetingsSum& sum)
{
    const Greetings& one = location.greetings;
    ++sum.known;
    sum.shares += shares_of(one);
    for (const GreetingFault& fault : one.by_kind) sum.faults[fault.code] += fault.mailboxes;
    sum.barred += one.barred;
    sum.bad_routes += one.bad_routes;
    if (one.bad_routes > 0) {
        ++sum.offices_led_astray;
        if (sum.first_astray == nullptr) sum.first_astray = &location;
    }
    if (one.asked > 0) add_deadline(one.deadline, sum);
}

}  // namespace

GreetingsSum sum_of_greetings(const GreetingsInput& in)
{
    GreetingsSum sum;
    for (const Location& location : in.snapshot.locations) {
        if (location.hours == Hours::not_yet_monitored) continue;
        if (in.says(location))
            add(location, sum);
        else
            ++sum.unknown;
    }
    return sum;
}

std::uint64_t GreetingsSum::faults_of(std::string_view code) const
{
    const auto found = faults.find(code);
    return found == faults.end() ? 0 : found->second;
}

std::optional<std::string> date_words(const std::string& date)
{
    const auto day = date_in(date);
    if (!day) return std::nullopt;
    return weekday_date_text(Instant{*day}, std::chrono::seconds{0});
}

}  // namespace wallboard
