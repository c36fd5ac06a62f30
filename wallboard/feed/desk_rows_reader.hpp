#pragma once

#include "callwatch/v1/request.pb.h"
#include "wallboard/feed/decode_rows.hpp"
#include "wallboard/model/desk/rows.hpp"

namespace wallboard {

/// Reads rows of answers, with the bounds of decode.hpp; the caller asks once at the end. Included
/// by desk_*.cpp only.
class DeskRowsReader {
public:
    desk::Message message(const callwatch::v1::MessageRow& wire);
    desk::DayRecord day(const callwatch::v1::DayReply& wire);
    std::vector<desk::Departure> departures(const callwatch::v1::DeparturesReply& wire);
    desk::Standards standards(const callwatch::v1::StandardsReply& wire);
    std::vector<desk::OperatorNow> operators(const callwatch::v1::CoverageReply& wire);
    desk::Person person(const callwatch::v1::StaffReply::One& wire);

    const std::optional<Refusal>& refusal() const;

private:
    std::string text(const std::string& value);  ///< Of any kind; UTF-8 is Protobuf's promise.
    Instant time(std::int64_t us) { return times_.time(us); }
    bool fits(int size, const char* what);
    desk::Departure departure(const callwatch::v1::DepartureRow& wire);
    desk::HistoryStep step(const callwatch::v1::MessageRow::Step& wire);
    desk::Absent absent(const callwatch::v1::StandardsReply::Absent& wire);
    desk::Mailbox mailbox(const callwatch::v1::StandardsReply::Mailbox& wire);

    RowReader times_;
    std::optional<Refusal> refusal_;
};

}  // namespace wallboard
