#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>

#include "wallboard/model/snapshot_slot.hpp"

namespace wallboard {

/// CURVE keys, 32 raw bytes each: this wall's, and the collector's. All empty: none are used.
struct FeedKeys {
    std::string public_key;
    std::string secret_key;
    std::string server_key;
};

struct FeedSettings {
    std::string board = "tcp://127.0.0.1:7703";
    std::string requests = "tcp://127.0.0.1:7705";
    FeedKeys keys{};
};

/// An endpoint that is none, or no sockets left. A collector that is not there is not an error: the
/// feed connects for ever, and the wall says NO DATA.
class FeedError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The feed thread: subscribes to the board, asks for snapshots, and puts a new Snapshot into the
/// slot whenever something was heard. `wake` is called after each put, from the feed thread.
class Feed {
public:
    Feed(const FeedSettings& settings, SnapshotSlot& slot, std::function<void()> wake);
    ~Feed();  ///< Stops within 100 ms.
    Feed(const Feed&) = delete;
    Feed& operator=(const Feed&) = delete;

    std::uint64_t refused() const { return refused_; }  ///< Messages not taken since the start.

private:
    struct Sockets;
    void run(Sockets& sockets);
    void tell(Hearing hearing);

    SnapshotSlot& slot_;
    std::function<void()> wake_;
    std::atomic<bool> stop_{false};
    std::atomic<std::uint64_t> refused_{0};
    std::unique_ptr<Sockets> sockets_;
    std::thread thread_;
};

}  // namespace wallboard
