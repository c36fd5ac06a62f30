#include "daemon/state/coverage.hpp"

#include <algorithm>

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

void end_running(CoverageDay& day, Instant at)
{
    if (day.stretches.empty() || day.stretches.back().until) return;
    auto& running = day.stretches.back();
    CALLWATCH_CHECK(at >= running.from);
    running.until = at;
    const auto lasted = at - running.from;
    switch (running.state) {
        case Coverage::covered: day.covered += lasted; break;
        case Coverage::uncovered: day.uncovered += lasted; break;
        case Coverage::not_known:
        case Coverage::closed: day.not_known += lasted; break;
    }
}

}  // namespace

const CoverageStretch* LocationCoverage::running() const
{
    if (days.empty()) return nullptr;
    const auto& stretches = days.rbegin()->second.stretches;
    return stretches.empty() || stretches.back().until ? nullptr : &stretches.back();
}

const CoverageDay* LocationCoverage::find(LocalDate date) const
{
    const auto found = days.find(date);
    return found == days.end() ? nullptr : &found->second;
}

void CoverageBook::apply(const CoverageChanged& fact)
{
    auto& location = locations_[fact.location];
    CALLWATCH_CHECK(fact.at >= location.judged_until);
    location.judged_until = fact.at;
    auto& day = location.days[fact.date];
    end_running(day, fact.at);
    if (fact.state != Coverage::closed) {
        day.stretches.push_back({.state = fact.state, .cause = fact.cause, .from = fact.at});
        day.times_uncovered += fact.state == Coverage::uncovered ? 1 : 0;
    }
    if (day.stretches.size() > CoverageDay::stretches_kept)
        day.stretches.erase(day.stretches.begin());
    if (location.days.size() > LocationCoverage::days_kept)
        location.days.erase(location.days.begin());
}

void CoverageBook::apply(const CoverageJudged& fact)
{
    auto& judged_until = locations_[fact.location].judged_until;
    CALLWATCH_CHECK(fact.until >= judged_until);
    judged_until = fact.until;
}

void CoverageBook::apply(const NoOperatorAlarm& fact)
{
    auto& day = locations_[fact.location].days[fact.date];
    ++day.alarms;
    for (auto& stretch : day.stretches)
        if (stretch.from == fact.since) stretch.alarmed = true;
}

const LocationCoverage* CoverageBook::find(const LocationId& location) const
{
    const auto found = locations_.find(location);
    return found == locations_.end() ? nullptr : &found->second;
}

Instant CoverageBook::judged_by_all() const
{
    if (locations_.empty()) return {};
    const auto earliest = std::min_element(
        locations_.begin(), locations_.end(), [](const auto& one, const auto& other) {
            return one.second.judged_until < other.second.judged_until;
        });
    return earliest->second.judged_until;
}

}  // namespace callwatch
