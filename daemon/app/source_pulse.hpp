#pragma once

#include <deque>
#include <map>
#include <optional>

#include "callwatch/v1/telephony.pb.h"
#include "daemon/app/clock.hpp"
#include "daemon/board/source_vitals.hpp"
#include "daemon/engine/engine.hpp"
#include "daemon/wire/source_heard.hpp"

namespace callwatch {

/// How every source does: lag with its last ten minutes, clock, what it had to send again, what it
/// says of itself. Shown on the board and never judged by; forgotten when the process ends.
class SourcePulse {
public:
    /// `compares_clocks`: false while time follows a recording, whose clock is the time.
    SourcePulse(const std::vector<Source>& sources, Micros max_skew, bool compares_clocks);

    /// A heartbeat that arrived at `now`; nothing: no time is known yet.
    void beat(const heard::Heartbeat& said, std::optional<Instant> now);
    void status(const SourceId& source, const v1::SourceStatus& said);

    /// To be called every turn; does something once a second, so that rows change no faster.
    void look(const Engine& engine, Uptime uptime, Instant now);

    /// As of the last second.
    const std::map<SourceId, SourceVitals>& vitals() const { return vitals_; }

private:
    struct Pulse {
        std::deque<Micros> skews;  ///< Of the last heartbeats, newest last.
        bool clock_doubt = false;
        bool spool_watch_alive = false;
        std::uint64_t fetched_again = 0;
        std::string trouble;
    };
    void look_at_clock(Pulse& pulse, SourceVitals& vitals) const;
    void note_lag(SourceVitals& vitals, Micros lag, bool new_slot) const;

    Micros max_skew_;
    bool compares_clocks_;
    std::map<SourceId, Pulse> pulses_;
    std::map<SourceId, SourceVitals> vitals_;
    Uptime next_look_{};
    Uptime slot_ends_{};
};

}  // namespace callwatch
