#pragma once

#include "daemon/state/absences.hpp"
#include "daemon/state/alarm_acts.hpp"
#include "daemon/state/attendance.hpp"
#include "daemon/state/attestations.hpp"
#include "daemon/state/callers.hpp"
#include "daemon/state/coverage.hpp"
#include "daemon/state/days.hpp"
#include "daemon/state/departures.hpp"
#include "daemon/state/greetings.hpp"
#include "daemon/state/keys.hpp"
#include "daemon/state/mailboxes.hpp"
#include "daemon/state/main_line.hpp"
#include "daemon/state/messages.hpp"
#include "daemon/state/operators.hpp"
#include "daemon/state/outbound.hpp"
#include "daemon/state/promises.hpp"
#include "daemon/state/queues.hpp"
#include "daemon/state/rings.hpp"
#include "daemon/state/roster.hpp"
#include "daemon/state/routes.hpp"
#include "daemon/state/sources.hpp"

namespace callwatch {

/// Everything the collector knows. It is nothing but the facts applied in order: replaying the
/// journal gives it again, whatever configuration says today.
class Board {
public:
    /// Of the state, as snapshots keep it. Raise it with every change that makes something else of
    /// the same facts (a book, a field, a rule of apply()): older snapshots are then passed over
    /// and the journal is replayed. tests/unit/state_format_test.cpp asks for it.
    static constexpr std::uint32_t format = 8;

    /// Folds one fact in. Facts come from us: an impossible one is a bug, so it aborts rather than
    /// fails.
    void apply(const DatedFact& dated);

    const MessageBook& messages() const { return messages_; }
    const QueueBook& queues() const { return queues_; }
    const OperatorBook& operators() const { return operators_; }
    const AttendanceBook& attendance() const { return attendance_; }
    const CoverageBook& coverage() const { return coverage_; }
    const MainLineBook& main_line() const { return main_line_; }
    const MailboxBook& mailboxes() const { return mailboxes_; }
    const OutboundBook& outbound() const { return outbound_; }
    const SourceBook& sources() const { return sources_; }
    const DayBook& days() const { return days_; }
    const KeyBook& keys() const { return keys_; }
    const DepartureBook& departures() const { return departures_; }
    const AbsenceBook& absences() const { return absences_; }
    const GreetingBook& greetings() const { return greetings_; }
    const PromiseBook& promises() const { return promises_; }
    const AttestationBook& attestations() const { return attestations_; }
    const RingBook& rings() const { return rings_; }
    const RouteBook& routes() const { return routes_; }
    const CallerBook& callers() const { return callers_; }
    const RosterBook& roster() const { return roster_; }
    const AlarmActBook& alarm_acts() const { return alarm_acts_; }
    const CollectorStarted& process() const { return process_; }
    /// Since when this process decides; the epoch if none has said so.
    Instant process_since() const { return process_since_; }
    /// Of the latest decision; a restarted collector's time does not begin before it.
    Instant decided_until() const { return decided_until_; }

    bool operator==(const Board&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.

    MessageBook messages_;
    QueueBook queues_;
    OperatorBook operators_;
    AttendanceBook attendance_;
    CoverageBook coverage_;
    MainLineBook main_line_;
    MailboxBook mailboxes_;
    OutboundBook outbound_;
    SourceBook sources_;
    DayBook days_;
    KeyBook keys_;
    DepartureBook departures_;
    AbsenceBook absences_;
    GreetingBook greetings_;
    PromiseBook promises_;
    AttestationBook attestations_;
    RingBook rings_;
    RouteBook routes_;
    CallerBook callers_;
    RosterBook roster_;
    AlarmActBook alarm_acts_;
    CollectorStarted process_;
    Instant process_since_;
    Instant decided_until_;
};

}  // namespace callwatch
