#pragma once

#include <map>
#include <optional>
#include <set>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// What a greeting promised the caller of a message.
struct Promise {
    Instant from;
    Instant to;
    std::optional<bool> kept = {};  ///< Nothing: not judged yet.
    LocationId location = {};       ///< Of one that was judged.
    bool operator==(const Promise&) const = default;
};

/// Promised hours by message, the times that callers asked for, and those that are still to be
/// judged in the order of their ends. Changes only by applying facts.
class PromiseBook {
public:
    void apply(const MessagePromised& fact);
    void apply(const PromiseJudged& fact);
    void apply(const CallTimeNoted& fact) { call_times_[fact.message] = fact; }
    void apply(const MessageReturned& fact) { call_times_.erase(fact.message); }
    void apply(const MessageResolved& fact) { call_times_.erase(fact.message); }
    /// Promises that ended so long before a checked day are forgotten.
    void apply(const DayChecked& fact);

    const Promise* find(const MessageId& message) const;
    /// When the caller of an open message asked to be called; null: she did not, or nobody noted
    /// it.
    const CallTimeNoted* call_time(const MessageId& message) const;
    const std::set<std::pair<Instant, MessageId>>& pending() const { return pending_; }
    /// Ends of those that were missed.
    const std::multiset<Instant>& missed(const LocationId& location) const;

    static constexpr std::chrono::days kept_for{40};

    bool operator==(const PromiseBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    std::map<MessageId, Promise> promises_;
    std::set<std::pair<Instant, MessageId>> pending_;
    std::map<LocationId, std::multiset<Instant>> missed_;
    std::map<MessageId, CallTimeNoted> call_times_;
};

}  // namespace callwatch
