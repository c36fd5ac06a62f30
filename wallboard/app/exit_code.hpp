#pragma once

namespace wallboard {

/// How the program ends. Documented in README.md.
enum ExitCode : int {
    exit_ok = 0,
    exit_negative = 1,  ///< Asked and answered: the day was not settled in time.
    exit_usage = 2,     ///< Command line, configuration, a file or a display: fix it, then start.
    exit_network = 3,   ///< Nothing was heard from the collector, or a bad endpoint.
    exit_internal = 70,
};

}  // namespace wallboard
