#pragma once

#include <map>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// How one telephone of one queue was rung on one day, and how long it was not ready.
struct RingCounts {
    std::uint32_t answered = 0;
    std::uint32_t missed = 0;
    Millis longest{};  ///< Of a ring, answered or not.
    Millis paused{};   ///< Pauses that are over.
    Instant latest;    ///< The end of the last one: what is told again counts once.
    bool operator==(const RingCounts&) const = default;

    std::uint32_t offered() const { return answered + missed; }
};

/// Operators' rings by local date (Standards, item 5: operators are monitored). Changes only by
/// applying facts.
class RingBook {
public:
    using Key = std::tuple<LocalDate, DeviceId, QueueId>;

    void apply(const RingEnded& fact);
    void apply(const PauseEnded& fact);
    const RingCounts* find(LocalDate date, const DeviceId& device, const QueueId& queue) const;
    const std::map<Key, RingCounts>& all() const { return days_; }

    static constexpr std::chrono::days kept_for{40};

    bool operator==(const RingBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    RingCounts& counts_of(LocalDate date, const DeviceId& device, const QueueId& queue);

    std::map<Key, RingCounts> days_;
};

}  // namespace callwatch
