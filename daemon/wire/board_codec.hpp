#pragma once

#include <functional>

#include "callwatch/journal/v1/snapshot.pb.h"
#include "daemon/state/board.hpp"

namespace callwatch {

/// The whole state to and from the records of snapshot.proto, header and end apart. Every member of
/// every book is named in one structured binding, which does not compile when one is added: then
/// add it here and to snapshot.proto, and raise Board::format.
///
/// Reading trusts its records (their checksum has been verified, they are of this format).
struct BoardCodec {
    using Record = journal::v1::SnapshotRecord;
    using Put = std::function<void(const Record&)>;

    /// One record at a time, in an order that take() needs: maps come sorted.
    static void write(const Board& board, const Put& put);
    /// Adds what one record says to `board`. False: a kind of record this version does not know.
    static bool take(const Record& record, Board& board);

private:
    static void write_process(const Board& board, const Put& put);
    static void write_book(const MessageBook& book, const Put& put);
    static void write_book(const QueueBook& book, const Put& put);
    static void write_book(const OperatorBook& book, const Put& put);
    static void write_book(const AttendanceBook& book, const Put& put);
    static void write_book(const CoverageBook& book, const Put& put);
    static void write_book(const MainLineBook& book, const Put& put);
    static void write_book(const MailboxBook& book, const Put& put);
    static void write_book(const OutboundBook& book, const Put& put);
    static void write_book(const SourceBook& book, const Put& put);
    static void write_book(const DayBook& book, const Put& put);
    static void write_book(const KeyBook& book, const Put& put);
    static void write_book(const DepartureBook& book, const Put& put);
    static void write_book(const AbsenceBook& book, const Put& put);
    static void write_book(const GreetingBook& book, const Put& put);
    static void write_book(const PromiseBook& book, const Put& put);
    static void write_book(const AttestationBook& book, const Put& put);
    static void write_book(const RingBook& book, const Put& put);
    static void write_book(const RouteBook& book, const Put& put);
    static void write_book(const CallerBook& book, const Put& put);
    static void write_book(const RosterBook& book, const Put& put);
    static void write_book(const AlarmActBook& book, const Put& put);

    static void take_process(const journal::v1::ProcessState& wire, Board& board);
    static void take_message(const journal::v1::MessageState& wire, MessageBook& book);
    static bool take_index(const Record& record, MessageBook& book);
    static void take_quarters(const journal::v1::LocationQuarters& wire, QueueBook& book);
    static void take_queue(const journal::v1::QueueState& wire, QueueBook& book);
    static void take_operator(const journal::v1::OperatorState& wire, OperatorBook& book);
    static bool take_attendance(const Record& record, AttendanceBook& book);
    static void take_coverage(const journal::v1::LocationCoverage& wire, CoverageBook& book);
    static bool take_main_line(const Record& record, MainLineBook& book);
    static void take_mailbox(const journal::v1::MailboxState& wire, MailboxBook& book);
    static bool take_call(const Record& record, OutboundBook& book);
    static void take_source(const journal::v1::SourceState& wire, SourceBook& book);
    static void take_days(const journal::v1::LocationDays& wire, DayBook& book);
    static bool take_key(const Record& record, KeyBook& book);
    static bool take_departure(const Record& record, DepartureBook& book);
    static bool take_absence(const Record& record, AbsenceBook& book);
    static bool take_greeting(const Record& record, GreetingBook& book);
    static bool take_promise(const Record& record, PromiseBook& book);
    static bool take_attestation(const Record& record, AttestationBook& book);
    static bool take_ring(const Record& record, RingBook& book);
    static bool take_route(const Record& record, RouteBook& book);
    static bool take_caller(const Record& record, CallerBook& book);
    static bool take_roster(const Record& record, RosterBook& book);
    static bool take_alarm(const Record& record, AlarmActBook& book);
};

}  // namespace callwatch
