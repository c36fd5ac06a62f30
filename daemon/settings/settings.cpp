#include "daemon/settings/settings.hpp"

#include <future>

#include "daemon/settings/organisation_file.hpp"
#include "daemon/settings/own_texts.hpp"
#include "daemon/settings/policy_file.hpp"

namespace callwatch {

namespace {

DaemonSettings read_daemon(const std::filesystem::path& path, SettingsFaults& faults)
{
    TomlFile file{path, faults};
    auto settings = read_daemon_settings(file);
    file.refuse_unknown_keys();
    return settings;
}

/// On a thread of its own, whose heap goes as a whole: the tree of a file is many times what is
/// made of it, and what is made lies between its pieces.
Organisation read_organisation_apart(const std::filesystem::path& path, const QueueDefaults& queues,
                                     SettingsFaults& faults)
{
    const auto read = std::async(std::launch::async, [&] {
                          TomlFile file{path, faults};
                          auto organisation = read_organisation(file, queues);
                          file.refuse_unknown_keys();
                          return organisation;
                      }).get();
    return with_own_texts(read);
}

void read_office(const OfficeFiles& files, Settings& settings, SettingsFaults& faults)
{
    QueueDefaults queues;
    if (!files.policy.empty()) {
        TomlFile file{files.policy, faults};
        const auto read = read_policy(file);
        file.refuse_unknown_keys();
        settings.policy = read.policy;
        queues = read.queues;
    }
    if (!files.organisation.empty())
        settings.organisation = read_organisation_apart(files.organisation, queues, faults);
}

}  // namespace

Settings load_settings(const std::filesystem::path& path)
{
    SettingsFaults faults;
    Settings settings;
    settings.daemon = read_daemon(path, faults);
    read_office({settings.daemon.organisation, settings.daemon.policy}, settings, faults);
    faults.throw_if_any();
    return settings;
}

DaemonSettings load_daemon_settings(const std::filesystem::path& path)
{
    SettingsFaults faults;
    auto settings = read_daemon(path, faults);
    faults.throw_if_any();
    return settings;
}

void load_office(const OfficeFiles& files, Settings& settings)
{
    SettingsFaults faults;
    read_office(files, settings, faults);
    faults.throw_if_any();
}

}  // namespace callwatch
