#include "daemon/bridges/app/publisher_settings.hpp"

namespace callwatch::bridge {

PublisherSettings publisher_settings(const CommandLine& command, const asterisk::Settings& settings,
                                     std::string tag)
{
    auto out = publisher_of(command, settings, "asterisk");
    out.spool_dir =
        command.spool.empty() ? std::filesystem::path{settings.spool_dir} : command.spool;
    out.spool_tag = std::move(tag);
    return out;
}

}  // namespace callwatch::bridge
