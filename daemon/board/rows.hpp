#pragma once

#include <functional>
#include <vector>

#include "callwatch/v1/request.pb.h"
#include "daemon/board/board_view.hpp"

namespace callwatch {

// Rows of the board, as the contract words them (proto/callwatch/v1/board.proto). No names of
// people and no numbers of callers: walls hang in public.

/// Every row of the public board, in a fixed order: locations, queues, sources, days, half hours,
/// alarms that people have handled, the collector. The loop makes only those that may have changed
/// (live_rows.hpp); both come to the same.
std::vector<v1::BoardRow> make_rows(const BoardView& view);

/// What a location's row says of its mailboxes and people: fields 44 to 68 and 70, and missed
/// calls. Making it costs a look at each of them, so it is kept where rows are made often
/// (standings.hpp).
struct LocationStanding {
    v1::LocationRow row;  ///< With these fields only.
    Instant until;        ///< Before, only a fact changes it.
};
LocationStanding make_location_standing(const BoardView& view, const Location& location);

v1::BoardRow location_row(const BoardView& view, const Location& location);
v1::BoardRow location_row(const BoardView& view, const Location& location,
                          const LocationStanding& standing);
v1::BoardRow queue_row(const BoardView& view, const Queue& queue);
v1::BoardRow source_row(const BoardView& view, const Source& source);
v1::BoardRow collector_row(const BoardView& view, const CollectorVitals& vitals);
/// The checks of a location that are shown: the newest two.
std::vector<v1::BoardRow> day_rows(const BoardView& view, const LocationId& location);
/// Half hours of the last five workdays that had calls, today's in any case.
std::vector<v1::BoardRow> trend_rows(const BoardView& view, const LocationId& location);
/// What is remembered of alarms that were acknowledged or shelved, without who did it.
std::vector<v1::BoardRow> alarm_rows(const BoardView& view);

v1::QueueRow make_queue_row(const BoardView& view, const Queue& queue);
v1::SourceRow make_source_row(const BoardView& view, const Source& source);
v1::CollectorRow make_collector_row(const BoardView& view, const CollectorVitals& vitals);
v1::DayRow make_day_row(const BoardView& view, const DayChecked& day);

v1::LocationRow make_location_row(const BoardView& view, const Location& location);
v1::LocationRow make_location_row(const BoardView& view, const Location& location,
                                  const LocationStanding& standing);

/// Who can answer, what was not covered today, and callers of the main number who reached
/// voicemail: fields 21 to 25, 30 to 38 and 69. The row has its hours already.
void set_operators(v1::LocationRow& row, const BoardView& view, const Location& location);
void set_main_line(v1::LocationRow& row, const BoardView& view, const Location& location);

/// Greetings, scripts, routes, departed mailboxes and cover: fields 44 to 68 and 70.
void set_standards(v1::LocationRow& row, const BoardView& view, const Location& location);

/// A reason in words, for people: "source pbx1 has been silent since 16:41:07". Local times.
std::string reason_text(const BoardView& view, const DayChecked& day, const DayReason& reason);

// For the desk and the terminal: with mailbox and person, callers masked.

/// The text a token stands for, masked (all but the last two digits).
using MaskedNumber = std::function<std::string(const NumberToken&)>;
/// What a row for the desk shows of what the vault keeps.
struct PrivateWords {
    MaskedNumber masked;
    std::function<std::string(const RemarkToken&)> remark;
};

v1::CoverageReply make_coverage(const BoardView& view, const Location& location, LocalDate date);
v1::MainLineReply make_main_line(const BoardView& view, const Location& location, LocalDate date);

/// How the location kept the items of the standards that day, in their words: what is broken, by
/// what, and what to do.
std::vector<v1::DayReply::Item> make_day_items(const BoardView& view, const Location& location,
                                               const DayChecked& day);

/// Mailboxes of people of which nobody has said what the greeting says (requirement TS-4).
std::size_t count_greetings_not_known(const BoardView& view, const LocationId& location);

/// Mailboxes that nobody has tried to open lately (requirement TS-8, policy.access_verify).
std::size_t count_access_due(const BoardView& view, const LocationId& location);

/// Mailboxes, operators, routes and people who are away: at most 1 000 of each.
v1::StandardsReply make_standards(const BoardView& view, const Location& location);

/// Who works there, by id; at most 10 000.
v1::StaffReply make_staff(const BoardView& view, const Location& location,
                          const PrivateWords& words);

v1::DepartureRow make_departure_row(const BoardView& view, const Departure& departure,
                                    const PrivateWords& words);

/// Departures that are asked for, at most 1 000 of them: open ones first, the longest open first,
/// then those that ended, the newest first. Only of locations that `reads` says yes to, of all if
/// it is empty.
v1::DeparturesReply make_departures(const BoardView& view, const v1::DeparturesQuery& query,
                                    const std::function<bool(const LocationId&)>& reads,
                                    const PrivateWords& words);

/// The same alarms with who did it; only of locations that `reads` says yes to, of all if it is
/// empty.
v1::AlarmsReply make_alarms(const BoardView& view,
                            const std::function<bool(const LocationId&)>& reads);

/// Is this message among those that are asked for?
bool is_wanted(const Message& message, const v1::MessagesQuery& query);

v1::MessageRow make_message_row(const BoardView& view, const Message& message,
                                const PrivateWords& words);

}  // namespace callwatch
