#include "daemon/settings/settings.hpp"

#include "daemon/settings/organisation_file.hpp"
#include "daemon/settings/policy_file.hpp"

namespace callwatch {

Settings load_settings(const std::filesystem::path& path)
{
    SettingsFaults faults;
    Settings settings;
    TomlFile daemon_file{path, faults};
    settings.daemon = read_daemon_settings(daemon_file);
    daemon_file.refuse_unknown_keys();

    QueueDefaults queues;
    if (!settings.daemon.policy.empty()) {
        TomlFile file{settings.daemon.policy, faults};
        const auto read = read_policy(file);
        file.refuse_unknown_keys();
        settings.policy = read.policy;
        queues = read.queues;
    }
    if (!settings.daemon.organisation.empty()) {
        TomlFile file{settings.daemon.organisation, faults};
        settings.organisation = read_organisation(file, queues);
        file.refuse_unknown_keys();
    }
    faults.throw_if_any();
    return settings;
}

}  // namespace callwatch
