#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wallboard {

/// Pixels as red, green, blue; rows from the top.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgb;
};

/// Writes the file beside its place and renames it, so that a reader never sees half a picture.
/// Throws SettingsError naming the path.
void write_png(const Picture& picture, const std::string& path);

/// Throws SettingsError if the file is no picture of at most 8192 x 8192.
Picture read_png(const std::string& path);

}  // namespace wallboard
