#pragma once

#include <string>

#include "callwatch/v1/request.pb.h"
#include "daemon/ctl/local_times.hpp"
#include "daemon/ctl/look.hpp"
#include "daemon/ctl/row_json.hpp"

namespace callwatch::ctl {

Json coverage_json(const callwatch::v1::CoverageReply& reply);

/// Who can answer now, and every stretch of the day, with the sums.
std::string coverage_text(const callwatch::v1::CoverageReply& reply, const LocalTimes& times,
                          const Look& look);

}  // namespace callwatch::ctl
