#pragma once

#include <functional>

#include "tests/property/source_statements.hpp"
#include "tests/property/watched_engine.hpp"

namespace callwatch::test {

/// How what the sources say reaches the collector: what follows from a draw of the dice.
struct Delivery {
    Micros lag_max{};  ///< So far behind one source may be while another goes on.
    bool restarts = false;
    bool duplicates = false;
    /// The source that dies, and when; nothing it says later arrives.
    std::string dies;
    Instant dies_at = Instant::max();
};

Delivery draw_delivery(const World& world, SeededRandom& random, Micros lag_max);

/// Plays all streams into a collector, in an order of the dice that keeps each source's own; then
/// lets time run to the end of the world. `heard` has what was taken, in order. `look` is called
/// now and then, when every source has said how far it is since the last restart.
class Play {
public:
    Play(const World& world, const Streams& streams);
    void run(const Delivery& delivery, SeededRandom& random,
             const std::function<void(const Play&)>& look);

    const WatchedEngine& collector() const { return collector_; }
    const std::vector<Input>& heard() const { return heard_; }

private:
    struct Head {
        const Stream* stream;
        std::size_t next = 0;
        bool is_over() const { return next == stream->size(); }
        Instant at() const { return (*stream)[next].at; }
    };

    std::string choose(const Delivery& delivery, SeededRandom& random) const;
    void deliver(const std::string& source);
    void disturb(const Delivery& delivery, SeededRandom& random);
    void beat_again();

    const World& world_;
    WatchedEngine collector_;
    std::map<std::string, Head> heads_;
    std::vector<Input> heard_;
    std::map<std::string, Instant> watermarks_;
    std::optional<Input> last_event_;
};

}  // namespace callwatch::test
