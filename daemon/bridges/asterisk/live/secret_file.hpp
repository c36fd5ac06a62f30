#pragma once

#include <filesystem>
#include <string>

#include "daemon/model/result.hpp"

namespace callwatch::asterisk {

/// The first line of a file that only its owner can read, 1 to 256 bytes without the line end. The
/// refusal says what is wrong with it and what to do, and never what is in it.
Result<std::string> read_secret(const std::filesystem::path& path);

}  // namespace callwatch::asterisk
