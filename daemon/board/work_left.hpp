#pragma once

#include <optional>

#include "callwatch/v1/board.pb.h"
#include "daemon/calendar/business_calendar.hpp"
#include "daemon/model/policy.hpp"
#include "daemon/state/messages.hpp"

namespace callwatch {

/// Return calls of one location against the time until its close.
struct WorkLeft {
    std::uint32_t due_today_all = 0;  ///< Due on the business date, closed ones included.
    std::uint32_t to_return = 0;      ///< Open, and due on that date or before.
    Instant overdue_oldest = Instant::max();

    void count(const Message& message, LocalDate business_date);
    /// Fields 39 to 42. Outside business hours nothing is at risk.
    void fill(v1::LocationRow& row, const Policy& policy, const std::optional<BusinessHours>& hours,
              Instant now) const;
};

}  // namespace callwatch
