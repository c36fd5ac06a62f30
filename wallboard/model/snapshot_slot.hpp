#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <utility>

#include "wallboard/model/hearing.hpp"
#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// A snapshot and when the last message arrived, on the monotonic clock: how old the data is must
/// not depend on anybody's wall clock. And what keeps further ones away.
struct Received {
    std::shared_ptr<const Snapshot> snapshot = std::make_shared<Snapshot>();
    std::chrono::steady_clock::time_point heard_at{};
    Hearing hearing = Hearing::unhindered;
};

/// The one place where the feed thread and the frame thread meet. No lock is held while drawing.
/// The board before is kept until there is another one: a frame lets go of thousands of rows, and
/// they go in the feed's time.
class SnapshotSlot {
public:
    explicit SnapshotSlot(std::chrono::steady_clock::time_point started)
        : current_{.snapshot = std::make_shared<Snapshot>(), .heard_at = started}
    {
    }

    void put(Received next)
    {
        const std::lock_guard lock{mutex_};
        std::swap(current_, next);
        std::swap(before_, next.snapshot);
    }
    Received get() const
    {
        const std::lock_guard lock{mutex_};
        return current_;
    }

private:
    mutable std::mutex mutex_;
    Received current_;
    std::shared_ptr<const Snapshot> before_;
};

}  // namespace wallboard
