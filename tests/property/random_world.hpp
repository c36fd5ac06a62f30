#pragma once

#include <optional>
#include <string>
#include <vector>

#include "daemon/engine/input.hpp"
#include "daemon/model/organisation.hpp"
#include "daemon/model/policy.hpp"
#include "tests/support/seeded_random.hpp"

namespace callwatch::test {

/// Which kinds of trouble one history may hold. Each is switched on or off for a whole history, so
/// that a rare kind is not always hidden by the others.
struct Kinds {
    bool two_sources = false;          ///< One tells of calls, the other of mailboxes.
    bool source_per_location = false;  ///< If not: a telephone system of its own for eastside.
    bool missed_calls = false;         ///< Callers who hear the greeting and leave nothing.
    bool events_lost = false;    ///< The source no longer has some of its events, or its spool.
    bool upstream_lost = false;  ///< The bridge could not see its telephone system for a while.
    bool dies = false;           ///< One source says nothing more from some moment on.
    bool lists_missing = false;  ///< Some lists are never made.
    bool counts = false;         ///< Counts of what the mailboxes hold.
    bool unseen = false;         ///< Messages that nobody announces: only lists show them.
    bool touched = false;        ///< Messages are heard and deleted.
    bool copies = false;         ///< One message left for two mailboxes.
    bool withheld = false;
    bool internal = false;
    bool short_messages = false;
    bool short_calls = false;
    bool ring_outs = false;
    bool near_deadlines = false;  ///< Many things happen within seconds of a close.
    bool unwatched = false;       ///< A message in a mailbox that is not configured.
    bool nonsense = false;        ///< Events that come in turn and cannot be taken.
    bool restarts = false;
    bool duplicates = false;

    /// No statement of a source is lost, late for ever, or left out.
    bool is_whole() const { return !events_lost && !upstream_lost && !dies; }
};

Kinds draw_kinds(SeededRandom& random);

/// What really happened: known to the test, never to the collector.
struct TrueMessage {
    std::string name;  ///< Its call is "pbx1/<name>"; a copy has the call of its original.
    MsgId msg_id;
    MailboxId mailbox;
    Party caller;
    Instant received_at;
    Instant left_at;
    Millis duration{};
    bool announced = true;
    std::optional<Instant> heard_at;
    std::optional<Instant> deleted_at;
};

struct TrueCall {
    CallId call;
    DeviceId device;
    Party dialled;
    Instant started_at;
    std::optional<Instant> answered_at;
    Instant ended_at;
};

struct World {
    Kinds kinds;
    Organisation organisation;
    Policy policy;
    Instant begins;  ///< Friday 2026-10-30, 07:00 in Chicago; the clocks go back on Sunday.
    Instant ends;
    std::vector<TrueMessage> messages;
    std::vector<TrueCall> calls;
    std::vector<std::pair<MailboxId, Instant>> missed;  ///< Heard the greeting, left nothing.
};

World draw_world(const Kinds& kinds, SeededRandom& random);

/// Closings of both locations within the history, in UTC, by hand.
const std::vector<Instant>& closings();

}  // namespace callwatch::test
