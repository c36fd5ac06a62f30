#pragma once

#include "daemon/bridges/app/command_line.hpp"
#include "daemon/bridges/asterisk/settings.hpp"
#include "daemon/bridges/publisher/publisher.hpp"

namespace callwatch::bridge {

/// What the command line and asterisk.toml say of a publisher; `tag`: what its numbering belongs
/// to. The clock is the caller's to set.
PublisherSettings publisher_settings(const CommandLine& command, const asterisk::Settings& settings,
                                     std::string tag);

}  // namespace callwatch::bridge
