#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "daemon/bridges/asterisk/live/action.hpp"

namespace callwatch::asterisk {

/// A moment on the machine's monotonic clock.
using Steady = std::chrono::steady_clock::time_point;

/// Actions wait here until the telephone system may be asked again: at most `per_second_max` leave
/// in any second, whatever they are, the more urgent first and in order among equals.
class ActionSchedule {
public:
    enum class Urgency : std::uint8_t {
        vital,   ///< Login, Ping.
        prompt,  ///< Something has happened.
        round,   ///< Looked at every so often.
        idle,    ///< Many, one by one: mailboxes.
    };
    struct Due {
        std::string action_id;
        Action action;
    };

    static constexpr std::size_t per_second_max = 10;
    /// More than one list of every mailbox that a bridge keeps.
    static constexpr std::size_t waiting_max = 25'000;

    /// False: it waits already, with the same urgency or more, or too many do. Waiting with less
    /// urgency, it moves forward under its first id.
    bool add(const std::string& action_id, Action action, Urgency urgency);
    /// What may be sent now; call until there is nothing.
    std::optional<Due> next(Steady now);
    /// When next() may give something; nothing if nothing waits.
    std::optional<Steady> next_at() const;
    /// A connection is over: nothing of it is asked any more. What was sent still counts.
    void clear();
    std::size_t waiting() const { return waiting_.size(); }

private:
    struct Place {
        Urgency urgency;
        std::uint64_t number;
        auto operator<=>(const Place&) const = default;
    };
    bool is_full(Steady now) const;

    std::map<Place, Due> waiting_;
    std::map<std::string, Place> places_;  ///< By what is asked for.
    std::uint64_t number_ = 0;
    std::deque<Steady> sent_;  ///< The last per_second_max, oldest first.
};

}  // namespace callwatch::asterisk
