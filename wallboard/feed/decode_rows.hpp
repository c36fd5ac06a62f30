#pragma once

#include <optional>
#include <string>
#include <vector>

#include "callwatch/v1/board.pb.h"
#include "wallboard/feed/decode.hpp"

namespace wallboard {

/// Reads rows and remembers the first thing that is not as it must be; the caller asks once at the
/// end. Included by decode*.cpp only: generated types go no further into the wallboard.
class RowReader {
public:
    std::vector<Row> rows(const google::protobuf::RepeatedPtrField<callwatch::v1::BoardRow>& wire);

    /// 0 stays "not said"; negative or after the year 2200 is refused.
    Instant time(std::int64_t us);

    const std::optional<Refusal>& refusal() const { return refusal_; }

private:
    Row row(const callwatch::v1::BoardRow& wire);
    Location location(const callwatch::v1::LocationRow& wire);
    Queue queue(const callwatch::v1::QueueRow& wire);
    Source source(const callwatch::v1::SourceRow& wire);
    Day day(const callwatch::v1::DayRow& wire);
    Collector collector(const callwatch::v1::CollectorRow& wire);
    Trend trend(const callwatch::v1::TrendRow& wire);
    AlarmAct alarm_act(const callwatch::v1::AlarmRow& wire);
    HalfHour half_hour(const callwatch::v1::TrendRow::HalfHour& wire);
    void health(const callwatch::v1::SourceRow& wire, Source& row);
    void coverage(const callwatch::v1::LocationRow& wire, Location& row);
    Departures departures(const callwatch::v1::LocationRow& wire);
    Greetings greetings(const callwatch::v1::LocationRow& wire);

    std::string id(const std::string& value);
    std::string text(const std::string& value);
    std::string bounded(const std::string& text, std::size_t bytes_max);
    bool fits(int size, const char* what, std::size_t most = list_max);
    void refuse(std::string code, std::string detail);

    std::optional<Refusal> refusal_;
};

}  // namespace wallboard
