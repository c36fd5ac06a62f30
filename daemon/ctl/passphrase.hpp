#pragma once

#include <string>

#include "daemon/keys/key.hpp"

namespace callwatch::ctl {

/// The first line of a file that only its owner may read; empty `path`: asked on the terminal,
/// without echo, after `question`. Throws Failure: nobody is there to answer, the file cannot be
/// used, or it is longer than a passphrase may be.
keys::Secret ask_passphrase(const std::string& path, const std::string& question);

/// The same for a new one, asked twice and long enough. Throws Failure.
keys::Secret ask_new_passphrase(const std::string& path);

}  // namespace callwatch::ctl
