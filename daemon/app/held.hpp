#pragma once

#include <deque>
#include <functional>

#include "daemon/journal/journal.hpp"

namespace callwatch {

/// What must not be said before the journal has it: acknowledgements, board rows, answers. In
/// order.
class Held {
public:
    using Say = std::function<void()>;

    /// To be said once the journal is durable up to `position`.
    void hold(Position position, Say say) { waiting_.push_back({position, std::move(say)}); }

    void release(Position durable)
    {
        while (!waiting_.empty() && waiting_.front().position <= durable) {
            waiting_.front().say();
            waiting_.pop_front();
        }
    }

    /// The loop takes no input beyond this many (each turn holds a bounded number).
    static constexpr std::size_t waiting_max = 100'000;
    bool is_full() const { return waiting_.size() >= waiting_max; }

private:
    struct One {
        Position position;
        Say say;
    };
    std::deque<One> waiting_;
};

}  // namespace callwatch
