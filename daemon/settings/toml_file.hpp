#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "daemon/settings/settings_error.hpp"
#include "daemon/settings/toml_table.hpp"

namespace callwatch {

/// One TOML file, read so that every fault in it is told at once:
///
///     SettingsFaults faults;
///     TomlFile file{path, faults};
///     TomlTable root = file.root();
///     const auto host = root.text("host", "127.0.0.1");
///     const auto port = root.whole("port", {.min = 1, .max = 65535}, 5038);
///     file.refuse_unknown_keys();
///     faults.throw_if_any();
///
/// A file that cannot be read, is larger than file_bytes_max, is empty, or is no TOML is one fault;
/// its tables are then empty and silent, so the lines above stay as they are. Faults look like
///     asterisk.toml:14: port = -3: must be a whole number from 1 to 65535
class TomlFile {
public:
    TomlFile(const std::filesystem::path& path, SettingsFaults& faults);
    /// The same from memory; `name` stands for the path in faults.
    TomlFile(std::string name, std::string_view bytes, SettingsFaults& faults);
    ~TomlFile();
    TomlFile(TomlFile&&) noexcept;

    /// Valid as long as this file, and so is every table reached through it.
    TomlTable root();

    /// Every key that nobody asked for, in every table that was visited, is a fault. Call it when
    /// all is read.
    void refuse_unknown_keys();

    /// Hex SHA-256 of the bytes; empty if they could not be read.
    const std::string& digest() const;
    const std::string& name() const;

    /// An organisation of 10 000 people takes two to three MiB.
    static constexpr std::size_t file_bytes_max = std::size_t{16} * 1024 * 1024;

    struct Contents;

private:
    std::unique_ptr<Contents> contents_;
};

}  // namespace callwatch
