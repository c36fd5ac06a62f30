#include "daemon/app/liveness.hpp"

namespace callwatch {

Liveness::Liveness(const std::vector<Source>& sources, const Policy& policy, Uptime start)
    : late_{policy.source_late},
      stale_{policy.source_stale}
{
    for (const auto& source : sources) {
        sources_[source.id].at = start;
        health_[source.id] = {};
    }
}

void Liveness::heard(const SourceId& source, Uptime uptime, Instant now)
{
    const auto found = sources_.find(source);
    if (found == sources_.end()) return;
    found->second.at = uptime;
    found->second.ever = true;
    health_[source].last_heard = now;
}

void Liveness::ended(const SourceId& source)
{
    if (const auto found = sources_.find(source); found != sources_.end())
        found->second.has_ended = true;
}

Liveness::Changes Liveness::look(Uptime uptime)
{
    Changes changes;
    for (auto& [id, heard] : sources_) {
        const auto silence = uptime - heard.at;
        const bool is_quiet = !heard.has_ended && silence > stale_;
        if (is_quiet && !heard.is_quiet) changes.quiet.push_back(id);
        if (!is_quiet && heard.is_quiet) changes.spoke.push_back(id);
        heard.is_quiet = is_quiet;
        health_[id].state = state_of(heard, silence);
    }
    return changes;
}

v1::SourceRow::State Liveness::state_of(const Heard& heard, Uptime silence) const
{
    if (heard.has_ended) return v1::SourceRow::ENDED;
    if (!heard.ever) return v1::SourceRow::NEVER_SEEN;
    if (silence > stale_) return v1::SourceRow::SILENT;
    return silence > late_ ? v1::SourceRow::LATE : v1::SourceRow::FRESH;
}

}  // namespace callwatch
