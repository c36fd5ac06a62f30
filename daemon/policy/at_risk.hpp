#pragma once

#include <chrono>
#include <cstdint>

#include "daemon/model/types.hpp"

namespace callwatch {

/// Telephone Customer Service Standards, item 6, "providing staff the time" (requirement TS-6b):
/// what is to be returned by today's close, and how long one return takes.
struct ReturnWork {
    std::uint32_t open = 0;          ///< Due today or overdue.
    std::chrono::seconds each{300};  ///< avg_return_min of the policy.

    std::chrono::seconds needed() const { return each * std::int64_t{open}; }
};

/// So long before close the warning begins; earlier, nobody has had the day to return them.
constexpr std::chrono::minutes at_risk_from{60};

/// AT_RISK: in the last hour before `closes`, more work than time is left. At the close itself and
/// after it nothing is at risk any more: it is overdue.
bool is_at_risk(const ReturnWork& work, Instant closes, Instant now);

}  // namespace callwatch
