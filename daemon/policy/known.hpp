#pragma once

#include "daemon/policy/watch.hpp"
#include "daemon/state/board.hpp"
#include "daemon/state/directory.hpp"

namespace callwatch {

/// Everything a rule may look at, frozen for the length of one decision. Rules are functions of
/// this and of the input; they change nothing and answer with facts.
struct Known {
    const Directory& directory;
    const Policy& policy;
    const Board& board;
    const Watch& watch;
    Instant now;

    /// A rule's answer: a fact, decided now.
    DatedFact fact(Fact what) const { return {now, std::move(what)}; }

    /// Every source that serves the location has said that its time has passed `at` (or ended after
    /// it): what happened before `at` is known. False if the location has no source.
    bool settled(const LocationId& location, Instant at) const;
    /// The time that every source of the location has passed; nothing if one has said nothing yet.
    std::optional<Instant> settled_until(const LocationId& location) const;
    /// Every source that may tell of a call that returns a message of the location has passed `at`:
    /// what was not returned before is known. Never before settled().
    bool returns_settled(const LocationId& location, Instant at) const;
    /// Those sources: all there are, where a call from another office may close a message.
    std::vector<SourceId> sources_of_returns(const LocationId& location) const;
    /// Since when the location is judged: monitoring_start as configured (Action 3), and never
    /// before the collector first watched it, for what was returned before then nobody saw.
    /// Nothing: it has not been watched yet.
    std::optional<Instant> monitored_from(const LocationId& location) const;
    /// When the day of these hours is over: its close, or eod_check_time if that is later, and
    /// eod_grace. Deadlines and the end-of-day check are then (requirements, section 1).
    Instant end_of_day(const LocationId& location, const BusinessHours& hours) const;
    /// Whose personal mailbox it is at `at`: a successor's after a hand-over, else the owner's.
    PersonId owner_of(const MailboxId& mailbox, Instant at) const;
    /// Does this person answer for the mailbox at `at`: her own, or one she shares or took over?
    bool answers_for(const PersonId& person, const MailboxId& mailbox, Instant at) const;
    /// The location that a source speaks of: the one it names, else the only one it serves.
    /// Refused: malformed (it serves several), unknown_subject.
    Result<LocationId> location_of(const SourceId& source, const LocationId& named) const;
    bool has_passed(const SourceId& source, Instant at) const;
    /// Another source of one of this one's locations may still speak of `at`.
    bool awaits_others(const SourceId& source, Instant at) const;
    /// What the source said before this proves nothing any more: it missed something since.
    Instant doubt_until(const SourceId& source) const;
};

}  // namespace callwatch
