#pragma once

#include <deque>
#include <map>
#include <optional>

#include "daemon/model/fact.hpp"
#include "daemon/state/quarter_hour.hpp"
#include "daemon/state/queue_visits.hpp"

namespace callwatch {

/// Raw counts of one queue and one local day; percentages are made where they are shown. A call
/// counts for the day it joined, so that offered = answered + abandoned + the rest + still waiting.
struct QueueCounts {
    std::uint32_t offered = 0;
    std::uint32_t answered = 0;
    std::uint32_t abandoned = 0;        ///< Short ones included.
    std::uint32_t short_abandoned = 0;  ///< Within short_abandon_s: shown apart.
    std::uint32_t answered_in_threshold = 0;
    std::uint32_t abandoned_in_threshold = 0;
    std::uint32_t timed_out = 0;
    std::uint32_t left_by_key = 0;
    std::uint32_t left_otherwise = 0;
    Millis answered_wait{};  ///< Sum; average speed of answer = this / answered.
    Millis longest_wait{};   ///< Of a finished wait.
    bool operator==(const QueueCounts&) const = default;
};

struct WaitingCall {
    Instant joined_at;
    LocalDate date;
    bool operator==(const WaitingCall&) const = default;
};

/// How deep the queue was in one minute, for the small picture of the last half hour.
struct MinuteDepth {
    std::chrono::sys_time<std::chrono::minutes> minute;
    std::uint32_t deepest = 0;
    std::uint32_t last = 0;  ///< Carried into the following minutes without events.
    bool operator==(const MinuteDepth&) const = default;
};

struct QueueState {
    LocationId location;
    std::map<CallId, WaitingCall> waiting;
    std::map<LocalDate, QueueCounts> days;  ///< At most days_kept, the newest.
    std::deque<MinuteDepth> minutes;        ///< At most minutes_kept, oldest first.
    /// Visits that are over, of the days that are kept: a source that tells the same day again,
    /// from a new spool, says nothing new.
    std::map<LocalDate, QueueVisits> visits;
    std::uint64_t joins = 0;   ///< Ever, those found by a list included.
    std::uint64_t leaves = 0;  ///< Ever, RECONCILED ones included.

    /// A visit of this call that began at `joined_at`, or that had not ended by then.
    bool knows_visit(const CallId& call, Instant joined_at) const;
    /// A visit of this call that ended at `left_at`.
    bool knows_departure(const CallId& call, Instant left_at) const;
    /// When this call's last visit ended; nothing if none is known.
    std::optional<Instant> last_left(const CallId& call) const;
    /// Of those waiting: since when the longest. Nothing if nobody waits.
    std::optional<Instant> oldest() const;
    const QueueCounts& counts(LocalDate date) const;
    bool operator==(const QueueState&) const = default;

    static constexpr std::size_t days_kept = 8;
    static constexpr std::size_t minutes_kept = 64;
};

/// Every queue's waiting callers and counts: requirement TS-2c. A visit is (queue, call,
/// joined_at): it begins once and ends once. Invariant I8: depth = joins − leaves, those that a
/// list put right included; it is never below zero.
class QueueBook {
public:
    void apply(const QueueCallJoined& fact);
    void apply(const QueueCallLeft& fact);

    const QueueState* find(const QueueId& queue) const;
    const std::map<QueueId, QueueState>& all() const { return queues_; }
    /// Of a location's queues together, by when the calls joined; quarters without a call are left
    /// out. The newest quarters_kept are kept.
    const std::map<QuarterHour, QueueCounts>& quarters(const LocationId& location) const;

    bool operator==(const QueueBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    QueueCounts* counts_in_quarter(const LocationId& location, Instant joined_at);

    static constexpr std::chrono::days quarters_kept{12};  ///< Five workdays, and some holidays.

    std::map<QueueId, QueueState> queues_;
    std::map<LocationId, std::map<QuarterHour, QueueCounts>> quarters_;
};

}  // namespace callwatch
