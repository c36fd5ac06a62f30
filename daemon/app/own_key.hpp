#pragma once

#include <filesystem>

#include "daemon/keys/key.hpp"

namespace callwatch {

/// The collector's own key: daemon.key in its data folder, unsealed and 0600, made at the first
/// start; daemon.pub beside it is what clients are given. A data folder that is copied takes its
/// key along. Throws keys::KeyError.
keys::Key own_key(const std::filesystem::path& data_folder);

}  // namespace callwatch
