#pragma once

#include <map>
#include <set>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// Callers with unreturned messages who are in a queue now, and who of them were served meanwhile.
/// Changes only by applying facts.
class CallerBook {
public:
    void apply(const CallerRang& fact);
    /// Whoever left without an answer was not served.
    void apply(const QueueCallLeft& fact);
    void apply(const CallerServed& fact);
    void apply(const MessageReturned& fact) { served_.erase(fact.message); }
    void apply(const MessageResolved& fact) { served_.erase(fact.message); }
    void apply(const MessageNoDuty& fact) { served_.erase(fact.message); }

    const CallerRang* rang(const CallId& call) const;
    /// Somebody spoke with the caller of this open message; null: not that we know.
    const CallerServed* served(const MessageId& message) const;

    static constexpr std::size_t calls_max = 10'000;  ///< The newest.

    bool operator==(const CallerBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.
    void forget(const CallId& call);

    std::map<CallId, CallerRang> rang_;
    std::set<std::pair<Instant, CallId>> by_time_;
    std::map<MessageId, CallerServed> served_;
};

}  // namespace callwatch
