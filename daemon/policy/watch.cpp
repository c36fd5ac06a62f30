#include "daemon/policy/watch.hpp"

#include <algorithm>

#include "daemon/policy/known.hpp"

namespace callwatch {

void Watch::heard(const SourceId& source, Instant watermark)
{
    watermarks_.insert_or_assign(source, watermark);
}

std::optional<Instant> Watch::watermark(const SourceId& source) const
{
    const auto found = watermarks_.find(source);
    if (found == watermarks_.end()) return std::nullopt;
    return found->second;
}

bool Known::has_passed(const SourceId& source, Instant at) const
{
    const auto* state = board.sources().find(source);
    if (state != nullptr && state->ended_at && *state->ended_at >= at) return true;
    const auto reached = watch.watermark(source);
    return reached && *reached >= at;
}

std::optional<Instant> Known::monitored_from(const LocationId& location) const
{
    const auto* configured = directory.location(location);
    const auto* days = board.days().find(location);
    if (configured == nullptr || days == nullptr || !days->monitored_from) return std::nullopt;
    return std::max(*days->monitored_from, configured->monitoring_start.value_or(Instant{}));
}

bool Known::settled(const LocationId& location, Instant at) const
{
    const auto& sources = directory.sources_of(location);
    return !sources.empty() && std::all_of(sources.begin(), sources.end(), [&](const auto& source) {
        return has_passed(source, at);
    });
}

bool Known::returns_settled(const LocationId& location, Instant at) const
{
    const auto sources = sources_of_returns(location);
    return !sources.empty() && std::all_of(sources.begin(), sources.end(), [&](const auto& source) {
        return has_passed(source, at);
    });
}

std::vector<SourceId> Known::sources_of_returns(const LocationId& location) const
{
    const auto& some = directory.sources_of_returns(location);
    if (some.empty() || !policy.cross_location_match) return some;
    std::vector<SourceId> all;
    for (const auto& source : directory.organisation().sources) all.push_back(source.id);
    return all;
}

}  // namespace callwatch
