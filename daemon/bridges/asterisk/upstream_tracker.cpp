#include "daemon/bridges/asterisk/upstream_tracker.hpp"

#include <utility>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

constexpr const char* shut_down =
    "Asterisk was stopped or restarted: calls, queues and members were not seen";
constexpr std::size_t what_bytes_max = 256;

}  // namespace

void UpstreamTracker::take_shutdown(const AmiEvent& event)
{
    was_shut_down_ = true;
    lose(event.at, event.at, shut_down);
}

bool UpstreamTracker::take_fully_booted() { return std::exchange(was_shut_down_, false); }

void UpstreamTracker::lose(Instant from, Instant at, std::string_view what)
{
    if (lost_) return;
    lost_ = from;
    what_ = clean(what, what_bytes_max);
    auto& lost = *pbx_.write(at, was_shut_down_ ? "Shutdown" : "", "", "").mutable_upstream_lost();
    lost.set_from_us(micros(from));
    lost.set_what(what_);
}

void UpstreamTracker::restore(Instant at)
{
    if (!lost_) return;
    auto& restored = *pbx_.write(at, "FullyBooted", "", "").mutable_upstream_restored();
    restored.set_from_us(micros(*lost_));
    restored.set_to_us(micros(at));
    restored.set_what(what_);
    lost_.reset();
}

}  // namespace callwatch::asterisk
