#pragma once

#include <string>

#include "callwatch/v1/request.pb.h"
#include "daemon/ctl/local_times.hpp"
#include "daemon/ctl/look.hpp"
#include "daemon/ctl/row_json.hpp"

namespace callwatch::ctl {

/// "CLEAR", "VIOLATIONS" or "UNKNOWN"; whatever is not said is UNKNOWN.
std::string verdict_word(callwatch::v1::Verdict verdict);

Json day_json(const callwatch::v1::DayReply& reply);

/// The verdict in words, why, what is open, and what to do now.
std::string day_text(const callwatch::v1::DayReply& reply, const LocalTimes& times,
                     const Look& look);

}  // namespace callwatch::ctl
