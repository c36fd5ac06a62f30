#pragma once

#include <string>
#include <string_view>

#include "daemon/model/fact.hpp"

namespace callwatch {

/// Why a day is not clear, or not known, as a sentence: "2 messages were not returned by 17:00:00".
/// `since` and `check` are reason.since and the check as the location's clock shows them. Its code,
/// if that is not known to this version.
std::string describe(const DayReason& reason, std::string_view since, std::string_view check);

}  // namespace callwatch
