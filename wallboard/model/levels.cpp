#include "wallboard/model/levels.hpp"

#include <algorithm>

namespace wallboard {
namespace {

bool is_heard(SourceState state)
{
    return state != SourceState::late && state != SourceState::silent &&
           state != SourceState::never_seen && state != SourceState::unspecified;
}

Level level(bool red, bool amber)
{
    if (red) return Level::red;
    return amber ? Level::amber : Level::normal;
}

}  // namespace

const Location* find_location(const Snapshot& snapshot, const std::string& id)
{
    const auto found = std::find_if(snapshot.locations.begin(), snapshot.locations.end(),
                                    [&](const Location& location) { return location.id == id; });
    return found == snapshot.locations.end() ? nullptr : &*found;
}

bool is_known(const Location& location, const Snapshot& snapshot)
{
    if (!location.data_known) return false;
    return std::none_of(snapshot.sources.begin(), snapshot.sources.end(), [&](const Source& s) {
        return !is_heard(s.state) && std::find(s.location_ids.begin(), s.location_ids.end(),
                                               location.id) != s.location_ids.end();
    });
}

bool is_known(const Queue& queue, const Snapshot& snapshot)
{
    if (!queue.data_known) return false;
    const Location* location = find_location(snapshot, queue.location_id);
    return location == nullptr || is_known(*location, snapshot);
}

Micros wait_of(const Queue& queue, Instant now)
{
    if (queue.waiting == 0 || !said(queue.oldest_joined_at)) return Micros{0};
    return std::max(Micros{0}, now - queue.oldest_joined_at);
}

Level wait_level(const Queue& queue, Instant now)
{
    if (queue.waiting == 0 || !said(queue.oldest_joined_at)) return Level::normal;
    const auto over = [&](std::uint32_t limit_s) {
        return limit_s > 0 && wait_of(queue, now) >= std::chrono::seconds{limit_s};
    };
    return level(over(queue.red_wait_s), over(queue.amber_wait_s));
}

Level depth_level(const Queue& queue)
{
    const auto over = [&](std::uint32_t limit) { return limit > 0 && queue.waiting >= limit; };
    return level(over(queue.red_waiting), over(queue.amber_waiting));
}

bool sees_operators(const Location& location)
{
    return location.operators_known && !said(location.unseen_since);
}

std::uint32_t free_operators(const Location& location)
{
    return location.operators_staffed -
           std::min(location.operators_on_call, location.operators_staffed);
}

bool is_without_operator(const Location& location)
{
    return location.hours == Hours::open && sees_operators(location) &&
           location.operators_staffed == 0;
}

Level operator_level(const Location& location, Instant now)
{
    if (!is_without_operator(location)) return Level::normal;
    if (!said(location.no_operator_since))
        return location.no_operator_alarm ? Level::red : Level::amber;
    const bool long_since = now - location.no_operator_since >= location.coverage_debounce;
    return level(location.no_operator_alarm || long_since, false);
}

}  // namespace wallboard
