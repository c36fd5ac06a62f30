#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wallboard/model/levels.hpp"
#include "wallboard/model/moment.hpp"
#include "wallboard/model/page.hpp"

namespace wallboard {

/// A colour is entered at once and left only after the condition has been gone for this long, so
/// that a queue at its limit does not flicker.
constexpr Micros leave_colour_after = std::chrono::seconds{5};

/// The page stays for this long after the last alarm on it is over.
constexpr Micros release_page_after = std::chrono::seconds{30};

struct Alarm {
    /// "queue/<id>", or "operators/", "overdue/", "departed/", "route/" and the location's id.
    std::string subject;
    Level level = Level::normal;
    Instant since{};          ///< When this level was entered.
    Instant last_seen{};      ///< When the condition was last true.
    Instant seen_at{};        ///< Somebody acknowledged it; not_said: nobody did since it began.
    Instant shelved_until{};  ///< not_said: it is not shelved, or no longer.
    std::size_t row = 0;      ///< Where its queue or location stood; looked for there first.

    /// It neither blinks nor sounds, and holds no page.
    bool is_handled() const { return said(seen_at) || said(shelved_until); }
};

/// An acknowledgement so old is of another alarm, when a wall that was just started finds one.
constexpr Micros acknowledged_within = std::chrono::hours{12};

/// What the wall remembers from one frame to the next; nothing else is remembered.
struct Alarms {
    std::vector<Alarm> active;  ///< In the board's order: first of queues, then of locations.
    Instant newest_red{};       ///< When the newest red of Live began; not_said if there was none.
    Instant last_red_seen{};    ///< When any of these that nobody has acknowledged was last there.
    bool began = false;         ///< False before the first look: what is red then may be old.

    Level level(std::string_view subject) const;
    const Alarm* find(std::string_view subject) const;  ///< Null: it is normal.
    bool any_red(Page page) const;  ///< One that this page explains and that nobody has handled.
    Instant newest_red_of(Page page) const;  ///< When the newest of those began; or not_said.
};

std::string queue_subject(const Queue& queue);
std::string operators_subject(const Location& location);
std::string overdue_subject(const Location& location);
std::string departed_subject(const Location& location);
std::string route_subject(const Location& location);

/// The page that explains an alarm.
Page explained_by(const Alarm& alarm);

/// The queue an alarm is about; null if it is about none, or the board does not have it.
const Queue* queue_of(const Alarm& alarm, const Snapshot& snapshot);

/// The levels of all queues, and of all locations for their operators, in the board's order: for
/// who asks for all of them.
std::vector<Level> queue_levels(const Alarms& alarms, const Snapshot& snapshot);
std::vector<Level> operator_levels(const Alarms& alarms, const Snapshot& snapshot);

/// The alarms of this frame from those of the last one. While the feed is stale nothing changes:
/// what is not known neither begins nor ends. A subject that became unknown or left the board is
/// dropped. An acknowledgement is of the alarm that had begun by then: the next one of the same
/// subject is new.
Alarms next_alarms(const Alarms& before, const Snapshot& snapshot, const Moment& moment);

/// A new red alternates between solid and outline, a second each, for 10 s, then is outlined for
/// one second in every ten. Solid once it was acknowledged, and when time does not run as real time
/// does.
bool is_outlined(const Alarm& alarm, const Snapshot& snapshot, const Moment& moment);

}  // namespace wallboard
