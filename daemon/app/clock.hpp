#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "daemon/model/types.hpp"

namespace callwatch {

/// Time since the machine started, suspends included (CLOCK_BOOTTIME): for measuring, never for
/// judging.
using Uptime = Micros;
Uptime read_uptime();

/// The collector's time. Asked once a decision, in app/ only; it never goes back, also over a
/// restart.
class Clock {
public:
    virtual ~Clock() = default;

    /// Nothing: no time is known yet (a recording that has not begun).
    std::optional<Instant> now(Uptime uptime);
    /// now() will not be earlier than this: the newest decision in the journal.
    void not_before(Instant earliest);

    /// A source's own time has come this far.
    virtual void heard(const SourceId&, Instant) {}
    /// A source has ended or fallen silent: it holds nobody back any more ...
    virtual void gone(const SourceId&, Uptime) {}
    /// ... and is back.
    virtual void back(const SourceId&) {}
    /// The machine's clock was set by more than max_clock_skew_s, and is not followed.
    virtual bool in_doubt() const { return false; }
    /// How it runs against real time, in thousandths; 0: it follows a recording.
    virtual std::uint32_t rate_milli() const = 0;

protected:
    std::optional<Instant> latest() const { return latest_; }

private:
    virtual std::optional<Instant> read(Uptime uptime) = 0;

    std::optional<Instant> latest_;
};

/// In service: anchor + uptime, brought up to the wall clock while the two are at most `max_skew`
/// apart. A larger step is doubt, and is not followed: an operator who sets the clock must not move
/// a deadline.
std::unique_ptr<Clock> make_system_clock(Micros max_skew);

/// For recordings and back-tests: the smallest time of the sources that are alive. With none left,
/// time runs on by `pace` seconds in each.
std::unique_ptr<Clock> make_source_clock(const std::vector<SourceId>& sources, double pace);

}  // namespace callwatch
