#pragma once

#include <string>

#include "callwatch/v1/request.pb.h"
#include "daemon/ctl/look.hpp"
#include "daemon/ctl/row_json.hpp"

namespace callwatch::ctl {

Json status_json(const callwatch::v1::StatusReply& reply);

/// The overview for people: the collector, every location (worst first), every source, the journal.
std::string status_text(const callwatch::v1::StatusReply& reply, const Look& look);

}  // namespace callwatch::ctl
