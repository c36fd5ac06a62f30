#include "wallboard/model/health.hpp"

#include <algorithm>

namespace wallboard {
namespace {

/// An older collector does not tell whether the spool is watched.
bool tells_health(const Source& source) { return !source.lag_by_10s_ms.empty(); }

}  // namespace

Trouble trouble_of(const Source& source, const Snapshot& snapshot)
{
    switch (source.state) {
        case SourceState::unspecified:
        case SourceState::never_seen: return Trouble::never_seen;
        case SourceState::silent: return Trouble::silent;
        case SourceState::ended: return Trouble::ended;
        case SourceState::late:
        case SourceState::catching_up:
        case SourceState::fresh: break;
    }
    if (said(source.upstream_lost_since)) return Trouble::blind;
    if (source.state == SourceState::late) return Trouble::late;
    // While a recording is played its clock is the time.
    if (source.clock_known && source.clock_doubt && !snapshot.collector.from_recording)
        return Trouble::clock;
    if (source.gaps_open > 0) return Trouble::gap;
    if (!source.trouble.empty()) return Trouble::said;
    if (source.kind == "asterisk" && tells_health(source) && !source.spool_watched)
        return Trouble::not_watched;
    return source.state == SourceState::catching_up ? Trouble::catching_up : Trouble::none;
}

bool is_unknown(Trouble trouble)
{
    return trouble == Trouble::never_seen || trouble == Trouble::silent ||
           trouble == Trouble::blind || trouble == Trouble::late;
}

bool has_little_room(const Collector& collector)
{
    return collector.room_left_bytes > 0 && collector.room_left_bytes < room_least_bytes;
}

bool needs_a_look(const Snapshot& snapshot)
{
    if (snapshot.collector.clock_doubt || has_little_room(snapshot.collector)) return true;
    return std::any_of(snapshot.sources.begin(), snapshot.sources.end(), [&](const Source& source) {
        const Trouble trouble = trouble_of(source, snapshot);
        return trouble != Trouble::none && trouble != Trouble::ended;
    });
}

}  // namespace wallboard
