#pragma once

#include <iosfwd>

#include "daemon/bridges/asterisk/settings.hpp"

namespace callwatch::bridge {

/// Tries the connection for some ten seconds and says, a line each, what is there and what is
/// missing: reach, login, what may be asked and what is told, queues, mailboxes, the spool. True if
/// nothing is missing.
bool check_live(const asterisk::Settings& settings, std::ostream& out);

}  // namespace callwatch::bridge
