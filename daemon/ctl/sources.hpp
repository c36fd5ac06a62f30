#pragma once

#include <string>

#include "callwatch/v1/request.pb.h"
#include "daemon/ctl/local_times.hpp"
#include "daemon/ctl/look.hpp"
#include "daemon/ctl/row_json.hpp"

namespace callwatch::ctl {

Json sources_json(const callwatch::v1::SourcesReply& reply);

/// A table of sources, worst first, then by name; used by `status` as well.
std::string sources_table(const google::protobuf::RepeatedPtrField<callwatch::v1::SourceRow>& rows,
                          std::int64_t now_us, const LocalTimes& times, const Look& look);

}  // namespace callwatch::ctl
