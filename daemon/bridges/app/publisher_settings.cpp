#include "daemon/bridges/app/publisher_settings.hpp"

#include "daemon/bridges/app/stop_signal.hpp"

namespace callwatch::bridge {

PublisherSettings publisher_settings(const CommandLine& command, const asterisk::Settings& settings,
                                     std::string tag)
{
    PublisherSettings out;
    out.source_id = settings.source_id;
    out.kind = "asterisk";
    out.software = "callwatch-bridge " CALLWATCH_VERSION " asterisk";
    out.events_endpoint = settings.events_endpoint;
    out.control_endpoint = settings.control_endpoint;
    out.key_file = settings.key_file;
    out.server_key = settings.server_key;
    if (!command.ipc.empty()) {
        out.events_endpoint = "ipc://" + (command.ipc / "events").string();
        out.control_endpoint = "ipc://" + (command.ipc / "control").string();
    }
    out.spool_dir =
        command.spool.empty() ? std::filesystem::path{settings.spool_dir} : command.spool;
    out.spool_tag = std::move(tag);
    out.stop_requested = stop_requested;
    return out;
}

}  // namespace callwatch::bridge
