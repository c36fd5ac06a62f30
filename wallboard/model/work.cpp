#include "wallboard/model/work.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace wallboard {
namespace {

/// Requirement TS-6b: the defaults of the policy.
constexpr std::chrono::minutes time_for_a_return{5};
constexpr std::chrono::minutes at_risk_from{60};

bool says_work(const Location& location)
{
    return location.work_needed > std::chrono::seconds{0} || location.due_today_all > 0;
}

}  // namespace

Micros work_needed(const Location& location)
{
    if (says_work(location)) return location.work_needed;
    return time_for_a_return * std::int64_t{location.due_today};
}

std::optional<Micros> time_left(const Location& location, Instant now)
{
    if (location.hours != Hours::open || !said(location.closes_at)) return std::nullopt;
    return std::max(Micros{0}, location.closes_at - now);
}

bool is_at_risk(const Location& location, Instant now)
{
    const auto left = time_left(location, now);
    if (!left || *left == Micros{0}) return false;
    if (says_work(location)) return location.at_risk;
    return *left <= at_risk_from && work_needed(location) > *left;
}

std::string work_text(Micros work)
{
    const auto min = std::chrono::ceil<std::chrono::minutes>(std::max(Micros{0}, work)).count();
    if (min < 100) return fmt::format("{} min", min);
    return fmt::format("{} h {:02}", min / 60, min % 60);
}

}  // namespace wallboard
