#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "wallboard/app/settings.hpp"

namespace wallboard {

/// Notices that the configuration file was written, and reads it again: a wall that hangs on high
/// is set up without anybody at its keyboard. A file that cannot be used is told once, and what
/// was before stays.
class SettingsWatch {
public:
    using Load = std::function<Settings()>;  ///< Throws SettingsError.
    using Tell = std::function<void(const std::string& fault)>;

    /// `path` empty: there is no file, and nothing changes.
    SettingsWatch(std::filesystem::path path, Load load, Tell tell);

    /// New settings, if the file has changed since; looks at it at most once a second.
    std::optional<Settings> look(std::chrono::steady_clock::time_point now);

private:
    struct Stamp {
        std::filesystem::file_time_type written;
        std::uintmax_t bytes = 0;
        bool operator==(const Stamp&) const = default;
    };
    std::optional<Stamp> stamp() const;

    std::filesystem::path path_;
    Load load_;
    Tell tell_;
    std::optional<Stamp> known_;
    std::chrono::steady_clock::time_point next_{};
};

}  // namespace wallboard
