#pragma once

#include <string>

#include "callwatch/v1/request.pb.h"
#include "daemon/ctl/look.hpp"
#include "daemon/ctl/row_json.hpp"

namespace callwatch::ctl {

Json queues_json(const callwatch::v1::QueuesReply& reply);

/// Today's figures by queue, in the order the daemon gives them: people learn where theirs stands.
std::string queues_text(const callwatch::v1::QueuesReply& reply, const Look& look);

}  // namespace callwatch::ctl
