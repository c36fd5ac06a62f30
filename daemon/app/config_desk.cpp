#include "daemon/app/config_desk.hpp"

#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "daemon/journal/new_file.hpp"
#include "daemon/settings/toml_diff.hpp"

namespace callwatch {
namespace {

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void keep_copy(const std::filesystem::path& from, const std::filesystem::path& to)
{
    if (std::filesystem::exists(to)) return;
    NewFile copy{to.string()};
    copy.write(bytes_of(from));
    copy.keep();
}

void add_changes(const char* file, const std::vector<std::string>& differences,
                 std::vector<ConfigChange>& changes)
{
    for (const auto& line : differences)
        if (changes.size() < config_changes_max)
            changes.push_back({fmt::format("{}: {}", file, line)});
}

}  // namespace

ConfigDesk::ConfigDesk(Settings& settings, const std::optional<SettingsError>& faults,
                       const Board& board)
    : folder_{settings.daemon.data_directory / "config"},
      files_{settings.daemon.organisation, settings.daemon.policy},
      in_force_{settings.organisation.version, settings.policy.version},
      is_binding_{settings.daemon.curve == Curve::required}
{
    const auto& applied = board.roster().configuration();
    const bool is_by_command = is_binding_ && applied && applied->binding;
    const auto versions =
        applied ? InForce{applied->organisation_version, applied->policy_version} : InForce{};
    const bool is_same = !faults && applied && versions.organisation == in_force_.organisation &&
                         versions.policy == in_force_.policy;
    if (is_by_command && !is_same) {
        if (!has_copies(versions))
            throw SettingsError{std::vector{fmt::format(
                "organisation {:.12} and policy {:.12} are in force, and {} has no copy of them: "
                "put the files of these versions back where callwatchd.toml names them",
                versions.organisation, versions.policy, folder_.string())}};
        load_office(copies_of(versions), settings);
        in_force_ = versions;
        spdlog::warn(
            "the organisation or policy file differs from what {} applied, and is not used: see "
            "`callwatchctl config diff`",
            applied->by.empty() ? "was" : applied->by.text);
        return;
    }
    if (faults) throw SettingsError{*faults};
    if (!is_same && applied && has_copies(versions))
        changes_at_start_ = changes(copies_of(versions), files_);
    keep_copies(files_, in_force_);
}

v1::ConfigReply ConfigDesk::describe(const Board& board) const
{
    v1::ConfigReply reply;
    reply.set_organisation_version(in_force_.organisation);
    reply.set_policy_version(in_force_.policy);
    if (const auto& applied = board.roster().configuration()) {
        reply.set_applied_by(applied->by.text.str());
        reply.set_applied_at_us(applied->at.time_since_epoch().count());
    }
    reply.set_organisation_file(files_.organisation.string());
    reply.set_policy_file(files_.policy.string());
    try {
        Settings beside;
        load_office(files_, beside);
        reply.set_organisation_file_version(beside.organisation.version);
        reply.set_policy_file_version(beside.policy.version);
    } catch (const SettingsError& error) {
        for (const auto& fault : error.faults()) reply.add_faults(fault);
    }
    for (const auto& change : changes(copies_of(in_force_), files_)) reply.add_changes(change.what);
    return reply;
}

std::optional<Refusal> ConfigDesk::prepare(ApplyConfig& said) const
try {
    Settings beside;
    load_office(files_, beside);
    const InForce versions{beside.organisation.version, beside.policy.version};
    if (versions.organisation != said.organisation_version ||
        versions.policy != said.policy_version)
        return Refusal{Refusal::Code::outdated,
                       "the files beside the collector are not those that you have read: read "
                       "`callwatchctl config diff` again"};
    said.changes = changes(copies_of(in_force_), files_);
    keep_copies(files_, versions);
    return std::nullopt;
} catch (const SettingsError& error) {
    return Refusal{Refusal::Code::malformed, error.faults().front()};
}

OfficeFiles ConfigDesk::copies_of(const InForce& versions) const
{
    return {folder_ / fmt::format("organisation-{}.toml", versions.organisation),
            folder_ / fmt::format("policy-{}.toml", versions.policy)};
}

bool ConfigDesk::has_copies(const InForce& versions) const
{
    const auto copies = copies_of(versions);
    return std::filesystem::exists(copies.organisation) && std::filesystem::exists(copies.policy);
}

void ConfigDesk::keep_copies(const OfficeFiles& files, const InForce& versions) const
{
    std::filesystem::create_directories(folder_);
    const auto copies = copies_of(versions);
    keep_copy(files.organisation, copies.organisation);
    keep_copy(files.policy, copies.policy);
}

std::vector<ConfigChange> ConfigDesk::changes(const OfficeFiles& before,
                                              const OfficeFiles& after) const
{
    constexpr auto bytes_max = config_change_bytes_max;
    std::vector<ConfigChange> all;
    add_changes("policy",
                toml_differences(before.policy, after.policy, config_changes_max, bytes_max), all);
    add_changes(
        "organisation",
        toml_differences(before.organisation, after.organisation, config_changes_max, bytes_max),
        all);
    return all;
}

}  // namespace callwatch
