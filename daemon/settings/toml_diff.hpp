#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace callwatch {

/// What stands differently in two TOML files, a line each, in the order of the keys:
/// "min_talk_s: 5 -> 10", "+ person.anna.location: \"northside\"", "- queue.east.id: …". The first
/// `max`, each at most `bytes_max` long; then one that says how many more there are. Names of
/// people (person.….name) are not shown. A file that cannot be read counts as empty.
std::vector<std::string> toml_differences(const std::filesystem::path& before,
                                          const std::filesystem::path& after, std::size_t max,
                                          std::size_t bytes_max);

}  // namespace callwatch
