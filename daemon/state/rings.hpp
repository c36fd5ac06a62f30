#pragma once

#include <map>
#include <utility>
#include <vector>

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
    void apply(const RingEnded& fact);
    void apply(const PauseEnded& fact);
    const RingCounts* find(LocalDate date, const DeviceId& device, const QueueId& queue) const;

    static constexpr std::chrono::days kept_for{40};

    bool operator==(const RingBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    RingCounts& counts_of(LocalDate date, const DeviceId& device, const QueueId& queue);

    /// By queue. A telephone is in few: one behind the other they are found soonest.
    using OfDevice = std::vector<std::pair<QueueId, RingCounts>>;
    std::map<LocalDate, std::map<DeviceId, OfDevice>> days_;
};

}  // namespace callwatch
