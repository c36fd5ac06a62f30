#include "daemon/bridges/asterisk/upstream_tracker.hpp"

#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

constexpr const char* what =
    "Asterisk was stopped or restarted: calls, queues and members were not seen";

}  // namespace

void UpstreamTracker::take_shutdown(const AmiEvent& event)
{
    if (lost_) return;
    lost_ = event.at;
    auto& lost = *pbx_.write(event, "").mutable_upstream_lost();
    lost.set_from_us(micros(event.at));
    lost.set_what(what);
}

bool UpstreamTracker::take_fully_booted(const AmiEvent& event)
{
    if (!lost_) return false;
    auto& restored = *pbx_.write(event, "").mutable_upstream_restored();
    restored.set_from_us(micros(*lost_));
    restored.set_to_us(micros(event.at));
    restored.set_what(what);
    lost_.reset();
    return true;
}

}  // namespace callwatch::asterisk
