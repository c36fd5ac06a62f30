#include "daemon/wire/board_codec.hpp"

#include "daemon/wire/board_fields.hpp"

namespace callwatch {

void BoardCodec::write(const Board& board, const Put& put)
{
    const auto& [messages, queues, operators, attendance, coverage, main_line, mailboxes, outbound,
                 sources, days, keys, departures, absences, greetings, promises, attestations,
                 rings, routes, callers, roster, alarm_acts, process, process_since,
                 decided_until] = board;
    write_process(board, put);
    write_book(messages, put);
    write_book(queues, put);
    write_book(operators, put);
    write_book(attendance, put);
    write_book(coverage, put);
    write_book(main_line, put);
    write_book(mailboxes, put);
    write_book(outbound, put);
    write_book(sources, put);
    write_book(days, put);
    write_book(keys, put);
    write_book(departures, put);
    write_book(absences, put);
    write_book(greetings, put);
    write_book(promises, put);
    write_book(attestations, put);
    write_book(rings, put);
    write_book(routes, put);
    write_book(callers, put);
    write_book(roster, put);
    write_book(alarm_acts, put);
}

void BoardCodec::write_process(const Board& board, const Put& put)
{
    Record record;
    auto& wire = *record.mutable_process();
    wire.set_started(encode_body(board.process_));
    wire.set_since_us(micros_of(board.process_since_));
    wire.set_decided_until_us(micros_of(board.decided_until_));
    wire.set_mailbox_changes(board.mailboxes_.changes());
    wire.set_source_changes(board.sources_.changes());
    put(record);
}

void BoardCodec::take_process(const journal::v1::ProcessState& wire, Board& board)
{
    decode_body(wire.started(), board.process_);
    board.process_since_ = instant_of(wire.since_us());
    board.decided_until_ = instant_of(wire.decided_until_us());
    board.mailboxes_.changes_ = wire.mailbox_changes();
    board.sources_.changes_ = wire.source_changes();
}

bool BoardCodec::take(const Record& record, Board& board)
{
    switch (record.what_case()) {
        case Record::kProcess: take_process(record.process(), board); return true;
        case Record::kMessage: take_message(record.message(), board.messages_); return true;
        case Record::kQueue: take_queue(record.queue(), board.queues_); return true;
        case Record::kQuarters: take_quarters(record.quarters(), board.queues_); return true;
        case Record::kOperator: take_operator(record.operator_(), board.operators_); return true;
        case Record::kMailbox: take_mailbox(record.mailbox(), board.mailboxes_); return true;
        case Record::kSource: take_source(record.source(), board.sources_); return true;
        case Record::kDays: take_days(record.days(), board.days_); return true;
        case Record::kCoverage: take_coverage(record.coverage(), board.coverage_); return true;
        default:
            return take_index(record, board.messages_) || take_call(record, board.outbound_) ||
                   take_attendance(record, board.attendance_) ||
                   take_main_line(record, board.main_line_) || take_key(record, board.keys_) ||
                   take_departure(record, board.departures_) ||
                   take_absence(record, board.absences_) ||
                   take_greeting(record, board.greetings_) ||
                   take_promise(record, board.promises_) ||
                   take_attestation(record, board.attestations_) ||
                   take_ring(record, board.rings_) || take_route(record, board.routes_) ||
                   take_caller(record, board.callers_) || take_roster(record, board.roster_) ||
                   take_alarm(record, board.alarm_acts_);
    }
}

}  // namespace callwatch
