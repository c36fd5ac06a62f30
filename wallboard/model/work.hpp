#pragma once

#include <optional>
#include <string>

#include "wallboard/model/snapshot.hpp"

namespace wallboard {

/// Time that the calls which are due today still need (Telephone Customer Service Standards, item
/// 6). Where an older collector does not say, five minutes a call.
Micros work_needed(const Location& location);

/// Requirement TS-6b: in the last hour before close, more work than time. The collector's word; an
/// older one's is worked out here.
bool is_at_risk(const Location& location, Instant now);

/// Until this location closes; nothing unless it is open.
std::optional<Micros> time_left(const Location& location, Instant now);

/// "45 min", "2 h 05": an amount of work.
std::string work_text(Micros work);

}  // namespace wallboard
