#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

#include "callwatch/v1/source.pb.h"
#include "daemon/model/result.hpp"
#include "daemon/wire/source_heard.hpp"

namespace callwatch {

/// A moment on the machine's monotonic clock: for waiting, never for judging.
using SteadyTime = std::chrono::steady_clock::time_point;

/// The sequencing of one source: what arrives by two sockets, twice, late or not at all goes in;
/// what heard::Input promises comes out, appended to `out`. Knows no socket and no clock.
///
/// Memory is bounded: beyond a hole at most `window` events and held_bytes_max are kept, the rest
/// is dropped and asked for again. A call that returns a Refusal has changed nothing.
class SourceSession {
public:
    /// `window`, 1..65 536: unacknowledged events the source is allowed in flight.
    SourceSession(SourceId source, std::uint32_t window);

    /// What the journal knows from an earlier life. Before the first greeting.
    void resume(std::uint64_t epoch, std::uint64_t durable);

    std::optional<Refusal> greet(const v1::Hello& hello, std::vector<heard::Input>& out);
    /// Live and resent events alike.
    std::optional<Refusal> take(v1::EventBatch& batch, std::vector<heard::Input>& out);
    std::optional<Refusal> take(const v1::Heartbeat& heartbeat, std::vector<heard::Input>& out);

    /// What to ask for again at `now`: a hole seen in the stream of events at once, one known only
    /// from a heartbeat or greeting after tail_patience without progress; then with back-off up to
    /// ask_again_max. Call after everything that was taken, and at least every 250 ms.
    std::optional<v1::ResendRequest> wanted(SteadyTime now);

    /// The journal has everything up to `durable`. False: that is nothing new, or of another epoch.
    bool settle(std::uint64_t epoch, std::uint64_t durable);

    /// Whether a greeting was accepted in this life.
    bool greeted() const { return greeted_; }
    std::uint64_t epoch() const { return epoch_; }
    std::uint64_t durable() const { return durable_; }
    std::uint32_t window() const { return window_; }
    /// Events that came again, since the beginning; nothing is wrong with them.
    std::uint64_t duplicates() const { return duplicates_; }
    /// Events that had to be asked for again, each counted once.
    std::uint64_t fetched_again() const { return fetched_again_; }

    /// Heartbeats and events travel on different sockets and overtake each other; longer is a loss.
    static constexpr std::chrono::milliseconds tail_patience{500};
    static constexpr std::chrono::milliseconds ask_again_min{500};
    static constexpr std::chrono::milliseconds ask_again_max{4'000};
    static constexpr std::size_t held_bytes_max = 16u << 20;
    static constexpr std::size_t heartbeats_max = 16;

private:
    struct Range {
        std::uint64_t first;
        std::uint64_t last;
    };
    /// The question that is out, or about to be put.
    struct Asking {
        std::uint64_t delivered;   ///< Progress when it was put.
        std::uint64_t asked_last;  ///< 0: not put yet.
        SteadyTime due;
        std::chrono::milliseconds again_after;
    };

    std::optional<Refusal> check_greeting(const v1::Hello& hello) const;
    std::optional<Refusal> check_epoch(std::int64_t epoch_us) const;
    void begin_epoch(std::uint64_t epoch, std::vector<heard::Input>& out);
    void skip_to(std::uint64_t first_kept, std::vector<heard::Input>& out);
    void hold(v1::Event&& event);
    using Run = google::protobuf::RepeatedPtrField<v1::Event>;
    void sort_in(v1::EventBatch& batch, Run& run);
    void deliver_held(Run& run);
    void deliver(Run&& run, std::vector<heard::Input>& out);
    void deliver_heartbeat(std::vector<heard::Input>& out);
    std::optional<Range> hole() const;

    SourceId source_;
    std::uint32_t window_;
    bool greeted_ = false;
    std::uint64_t epoch_ = 0;     ///< 0: none known.
    std::uint64_t instance_ = 0;  ///< Of the running source process.
    std::string software_;
    std::string kind_;
    std::uint64_t durable_ = 0;
    std::uint64_t delivered_ = 0;   ///< Everything up to here went out.
    std::uint64_t known_head_ = 0;  ///< Highest sequence the source has spoken of.
    std::map<std::uint64_t, v1::Event> held_;
    std::size_t held_bytes_ = 0;
    std::deque<v1::Heartbeat> heartbeats_;  ///< Not yet due, oldest first.
    std::optional<Asking> asking_;
    std::uint64_t duplicates_ = 0;
    std::uint64_t fetched_again_ = 0;
    std::uint64_t asked_until_ = 0;  ///< Highest sequence of this epoch that was asked for.
};

}  // namespace callwatch
