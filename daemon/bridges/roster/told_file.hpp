#pragma once

#include <filesystem>

#include "daemon/bridges/roster/teller.hpp"

namespace callwatch::roster {

/// What was told, kept beside the spool so that a restart knows whom a file has lost: ids and
/// digests, no names. Behind the spool after a crash; then some is told again, which changes
/// nothing in the collector.
class ToldFile {
public:
    explicit ToldFile(const std::filesystem::path& folder) : path_{folder / "roster-told.json"} {}

    /// Nothing told if there is no file. Throws SettingsError if there is one that cannot be read.
    AllTold read() const;
    /// Throws SpoolError.
    void write(const AllTold& told) const;

private:
    std::filesystem::path path_;
};

/// The digest of a file of people that somebody has confirmed although it lacks many; empty: none.
std::string confirmed_digest(const std::filesystem::path& folder);
/// Throws SpoolError.
void confirm_digest(const std::filesystem::path& folder, const std::string& digest);

}  // namespace callwatch::roster
