#pragma once

namespace callwatch {

/// How a program ends. Documented in README.md; a service manager restarts on 3, 4 and 70 and stays
/// down on 2, which only a person can mend.
enum ExitCode : int {
    exit_ok = 0,
    exit_negative = 1,  ///< Asked and answered: not clear, not verified, nothing found.
    exit_usage = 2,     ///< Command line or configuration: fix it, then start.
    exit_network = 3,   ///< Could not bind or connect.
    exit_journal = 4,   ///< Storage unusable; nothing was published after it failed.
    exit_internal = 70,
};

}  // namespace callwatch
