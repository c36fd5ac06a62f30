#include "wallboard/model/levels.hpp"

#include <algorithm>

namespace wallboard {
namespace {

Level level(bool red, bool amber)
{
    if (red) return Level::red;
    return amber ? Level::amber : Level::normal;
}

}  // namespace

bool is_known(const Location& location, const Snapshot& snapshot)
{
    return location.data_known && !is_source_unheard(snapshot, location);
}

bool is_known(const Queue& queue, const Snapshot& snapshot)
{
    if (snapshot.links.made) return queue.known;
    if (!queue.data_known) return false;
    const Location* location = location_of(snapshot, queue);
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
