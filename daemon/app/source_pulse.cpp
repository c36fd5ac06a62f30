#include "daemon/app/source_pulse.hpp"

#include <algorithm>
#include <limits>

#include "daemon/board/source_gaps.hpp"
#include "daemon/telemetry/logging.hpp"

namespace callwatch {
namespace {

using namespace std::chrono_literals;

constexpr Uptime look_every = 1s;
constexpr Uptime slot_length = 10s;
constexpr std::size_t slots = 60;

/// A heartbeat that waited on its way makes the source's clock look slow, never fast. So the
/// largest of the last few is the nearest to the truth.
constexpr std::size_t heartbeats_compared = 5;

/// What the source says is wrong, as a wall may show it: its sentence, or the bare state.
std::string trouble_of(const v1::SourceStatus& said)
{
    const auto or_word = [&](const char* word) {
        return said.detail().empty() ? std::string{word} : loggable(said.detail());
    };
    switch (said.state()) {
        case v1::SourceStatus::DEGRADED: return or_word("it says that it is degraded");
        case v1::SourceStatus::CATCHING_UP: return or_word("it says that it is catching up");
        case v1::SourceStatus::DOWN: return or_word("it says that it is down");
        default: return {};
    }
}

}  // namespace

SourcePulse::SourcePulse(const std::vector<Source>& sources, Micros max_skew, bool compares_clocks)
    : max_skew_{max_skew},
      compares_clocks_{compares_clocks}
{
    for (const auto& source : sources) {
        pulses_[source.id] = {};
        vitals_[source.id] = {};
    }
}

void SourcePulse::beat(const heard::Heartbeat& said, std::optional<Instant> now)
{
    const auto found = pulses_.find(said.source);
    if (found == pulses_.end()) return;
    auto& pulse = found->second;
    pulse.spool_watch_alive = said.spool_watch_alive;
    pulse.fetched_again = said.fetched_again;
    if (!compares_clocks_ || !now || said.source_clock_us <= 0) return;
    pulse.skews.push_back(Instant{Micros{said.source_clock_us}} - *now);
    if (pulse.skews.size() > heartbeats_compared) pulse.skews.pop_front();
}

void SourcePulse::status(const SourceId& source, const v1::SourceStatus& said)
{
    const auto found = pulses_.find(source);
    if (found != pulses_.end()) found->second.trouble = trouble_of(said);
}

void SourcePulse::look(const Engine& engine, Uptime uptime, Instant now)
{
    if (uptime < next_look_) return;
    next_look_ = uptime + look_every;
    const bool new_slot = uptime >= slot_ends_;
    if (new_slot) slot_ends_ = uptime + slot_length;
    for (const auto& source : engine.directory().organisation().sources) {
        auto& pulse = pulses_[source.id];
        auto& vitals = vitals_[source.id];
        vitals.spool_watch_alive = pulse.spool_watch_alive;
        vitals.fetched_again = pulse.fetched_again;
        vitals.trouble = pulse.trouble;
        look_at_clock(pulse, vitals);
        fill_gaps(vitals, engine, source, now);
        if (const auto reached = engine.watch().watermark(source.id))
            note_lag(vitals, std::max(now - *reached, Micros{0}), new_slot);
    }
}

void SourcePulse::look_at_clock(Pulse& pulse, SourceVitals& vitals) const
{
    vitals.clock_known = !pulse.skews.empty();
    if (!vitals.clock_known) return;
    vitals.clock_skew = *std::max_element(pulse.skews.begin(), pulse.skews.end());
    const Micros size = std::chrono::abs(vitals.clock_skew);
    // Entered beyond the limit and left a fifth below it, so that a clock at the limit does not
    // flicker.
    pulse.clock_doubt = size > (pulse.clock_doubt ? max_skew_ * 4 / 5 : max_skew_);
    vitals.clock_doubt = pulse.clock_doubt;
}

void SourcePulse::note_lag(SourceVitals& vitals, Micros lag, bool new_slot) const
{
    vitals.lag = lag;
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(lag).count();
    const auto value = static_cast<std::uint32_t>(
        std::min<std::int64_t>(ms, std::numeric_limits<std::uint32_t>::max()));
    auto& history = vitals.lag_by_10s_ms;
    if (new_slot || history.empty()) {
        if (history.size() == slots) history.erase(history.begin());
        history.push_back(value);
    }
    history.back() = std::max(history.back(), value);
}

}  // namespace callwatch
