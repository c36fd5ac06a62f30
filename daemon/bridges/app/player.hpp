#pragma once

#include <chrono>

#include "daemon/bridges/app/progress.hpp"
#include "daemon/bridges/app/summary.hpp"
#include "daemon/bridges/asterisk/replay.hpp"
#include "daemon/bridges/publisher/publisher.hpp"

namespace callwatch::bridge {

/// Where in the recording the source's clock stands; the publisher asks for it
/// (PublisherSettings::clock_us).
struct RecordingClock {
    std::int64_t now_us = 0;
};

/// Plays a recording into a publisher, at its own pace times `speed`. What an earlier run has
/// already spooled is played in memory and not published again: the events are the same, so the
/// numbers are.
class Player {
public:
    /// `speed` 0: as fast as it goes. All must outlive the player.
    Player(asterisk::Replay& replay, Publisher& publisher, RecordingClock& clock, double speed)
        : replay_{replay},
          publisher_{publisher},
          clock_{clock},
          speed_{speed},
          skip_{publisher.head()}
    {
    }

    /// Until the recording is over, or a stop was requested: Summary::complete tells. Throws
    /// PublisherError, and RecordingError if the spool holds more events than the recording gives.
    void play();
    /// Then: until everything is acknowledged; false if not within `linger`.
    bool wait_until_acknowledged(std::chrono::seconds linger);

    Summary summary() const;

private:
    using Steady = std::chrono::steady_clock;

    void wait_for(Instant at);
    void publish(asterisk::Events& events);
    void tell();

    asterisk::Replay& replay_;
    Publisher& publisher_;
    RecordingClock& clock_;
    double speed_;
    std::uint64_t skip_;
    std::uint64_t number_ = 0;
    std::uint64_t unflushed_ = 0;
    Summary summary_;
    Progress progress_;
    struct Anchor {
        Steady::time_point real;
        Instant recorded;
    };
    std::optional<Anchor> anchor_;
    Steady::time_point last_served_{};
};

}  // namespace callwatch::bridge
