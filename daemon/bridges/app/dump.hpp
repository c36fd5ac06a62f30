#pragma once

#include <iosfwd>

#include "daemon/bridges/asterisk/replay.hpp"

namespace callwatch::bridge {

/// Writes every event of the replay as one line of JSON (the contract's field names), numbered as a
/// spool that starts empty would number it. False if the stream failed or a stop was requested.
bool dump(asterisk::Replay& replay, std::ostream& out);

}  // namespace callwatch::bridge
