#include "daemon/policy/watch.hpp"

#include <algorithm>

#include "daemon/policy/known.hpp"

namespace callwatch {

void Watch::heard(const SourceId& source, Instant watermark)
{
    const auto [entry, is_new] = watermarks_.emplace(source, watermark);
    if (!is_new && watermark <= entry->second) return;
    entry->second = watermark;
    ++changes_;
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

}  // namespace callwatch
