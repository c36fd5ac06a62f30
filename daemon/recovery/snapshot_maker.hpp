#pragma once

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

#include "daemon/recovery/snapshot.hpp"

namespace callwatch {

/// Keeps the way of a restart short while the collector runs. A thread of its own does what a
/// restart would: the newest snapshot, the facts after it as they stand in the journal's file, and
/// writes what comes of it as the next snapshot. So the loop neither encodes nor waits, nothing is
/// shared with it, and every snapshot is a rehearsal of the restart. The thread has the lowest
/// priority and rests nine times as long as it worked. A collector that had to replay a long way
/// listens first; this thread then goes the way again, so that the next one is short. What it
/// cannot do is logged and tried again after as many facts: a snapshot saves time and is nothing
/// else.
class SnapshotMaker {
public:
    /// `every` facts; `last`: where the newest snapshot stands.
    SnapshotMaker(std::string journal_path, std::filesystem::path folder, Position every,
                  Position last);
    ~SnapshotMaker();  ///< As stop().
    SnapshotMaker(const SnapshotMaker&) = delete;
    SnapshotMaker& operator=(const SnapshotMaker&) = delete;

    /// The loop's: the journal is durable up to here. Does not wait.
    void durable(Position position);

    /// Ends the thread, in the midst of a snapshot if need be.
    void stop();

private:
    struct Stopped {};
    void run();
    void make();
    bool rest(std::chrono::steady_clock::duration span);
    bool is_stopping();

    const std::string journal_path_;
    const std::filesystem::path folder_;
    const Position every_;
    Position next_;  ///< The loop's own.

    std::mutex mutex_;  ///< Guards what follows but the thread.
    std::condition_variable woken_;
    bool wanted_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace callwatch
