#pragma once

#include <string>

#include "callwatch/v1/request.pb.h"
#include "daemon/ctl/local_times.hpp"
#include "daemon/ctl/look.hpp"
#include "daemon/ctl/row_json.hpp"

namespace callwatch::ctl {

Json main_line_json(const callwatch::v1::MainLineReply& reply);

/// Callers of the main number who reached voicemail, each with the way there.
std::string main_line_text(const callwatch::v1::MainLineReply& reply, const LocalTimes& times,
                           const Look& look);

}  // namespace callwatch::ctl
