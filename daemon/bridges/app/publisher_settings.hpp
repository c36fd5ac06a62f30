#pragma once

#include "daemon/bridges/app/command_line.hpp"
#include "daemon/bridges/app/stop_signal.hpp"
#include "daemon/bridges/asterisk/settings.hpp"
#include "daemon/bridges/publisher/publisher.hpp"

namespace callwatch::bridge {

/// What the command line and the settings of any bridge say of where it publishes, as whom, and
/// with which keys.
template <class Settings>
PublisherSettings publisher_of(const CommandLine& command, const Settings& settings,
                               const std::string& kind)
{
    PublisherSettings out;
    out.source_id = settings.source_id;
    out.kind = kind;
    out.software = "callwatch-bridge " CALLWATCH_VERSION " " + kind;
    out.events_endpoint = settings.events_endpoint;
    out.control_endpoint = settings.control_endpoint;
    out.key_file = settings.key_file;
    out.server_key = settings.server_key;
    if (!command.ipc.empty()) {
        out.events_endpoint = "ipc://" + (command.ipc / "events").string();
        out.control_endpoint = "ipc://" + (command.ipc / "control").string();
    }
    out.stop_requested = stop_requested;
    return out;
}

/// What the command line and asterisk.toml say of a publisher; `tag`: what its numbering belongs
/// to. The clock is the caller's to set.
PublisherSettings publisher_settings(const CommandLine& command, const asterisk::Settings& settings,
                                     std::string tag);

}  // namespace callwatch::bridge
