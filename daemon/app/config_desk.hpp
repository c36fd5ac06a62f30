#pragma once

#include <optional>

#include "callwatch/v1/request.pb.h"
#include "daemon/model/command.hpp"
#include "daemon/model/result.hpp"
#include "daemon/settings/settings.hpp"
#include "daemon/settings/settings_error.hpp"
#include "daemon/state/board.hpp"

namespace callwatch {

/// Which organisation and policy the collector works with. Where connections carry keys, files that
/// are changed beside it change nothing until a manager applies them; it keeps copies, DATA/config,
/// of those that are or were in force. Without keys nobody can apply anything, so the files count
/// as they are when a process starts, and what has changed is put on record then; so do they once
/// when keys have just come.
///
/// What reads or writes files here does so on the loop's thread, and is asked for by managers only:
/// the one wait for a disk that the loop has.
class ConfigDesk {
public:
    /// `faults`: why the files beside the collector cannot be used; `settings` has none of them
    /// then. Puts what is in force into `settings`. Throws SettingsError (nothing that could be in
    /// force can be read), StorageError.
    ConfigDesk(Settings& settings, const std::optional<SettingsError>& faults, const Board& board);

    /// What the process that starts now works with and the one before did not.
    const std::vector<ConfigChange>& changes_at_start() const { return changes_at_start_; }

    /// From now on only a manager's command changes what is in force.
    bool is_binding() const { return is_binding_; }

    /// In force, and how the files beside the collector differ.
    v1::ConfigReply describe(const Board& board) const;

    /// Reads and checks the files, keeps copies of them, and puts what changes into `said`.
    /// Refused: outdated (they are not those that the manager has read), malformed (the first
    /// fault).
    std::optional<Refusal> prepare(ApplyConfig& said) const;

private:
    struct InForce {
        std::string organisation;  ///< Versions.
        std::string policy;
    };
    OfficeFiles copies_of(const InForce& versions) const;
    bool has_copies(const InForce& versions) const;
    void keep_copies(const OfficeFiles& files, const InForce& versions) const;
    std::vector<ConfigChange> changes(const OfficeFiles& before, const OfficeFiles& after) const;

    std::filesystem::path folder_;
    OfficeFiles files_;  ///< Beside the collector.
    InForce in_force_;
    bool is_binding_;
    std::vector<ConfigChange> changes_at_start_;
};

}  // namespace callwatch
