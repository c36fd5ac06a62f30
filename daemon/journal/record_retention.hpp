#pragma once

#include <string>
#include <vector>

#include "daemon/model/types.hpp"

namespace callwatch {

/// The months of the record against the time they have to be kept for (policy
/// audit_retention_days). Nobody removes them but people: this only says what they may, and what
/// they should not have.
struct RecordRetention {
    /// Segments, oldest first, in which everything is older than that.
    std::vector<std::string> may_be_removed;
    /// "2026-03": facts from before this month are not here, though some of them are not so old.
    /// Empty: nothing is missing too early.
    std::string missing_before;
};

/// Of the journal at `path`, as its segments lie there now.
RecordRetention look_at_retention(const std::string& path, std::chrono::sys_days today,
                                  std::chrono::days kept);
/// The same of segments named as list_segments() names them.
RecordRetention retention_of(const std::string& path, const std::vector<std::string>& segments,
                             std::chrono::sys_days today, std::chrono::days kept);

}  // namespace callwatch
