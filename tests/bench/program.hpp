#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace callwatch::bench {

/// A program of ours, started for one measurement and ended by its own process id. What it says
/// goes to `log`.
class Program {
public:
    Program(const std::vector<std::string>& command, std::filesystem::path log);
    ~Program();  ///< Kills it if it still runs.
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    bool is_running();
    void kill();
    int stop();  ///< SIGTERM, and its exit code.
    int wait();  ///< Until it ends by itself; throws with the end of its log after two minutes.

    double cpu_seconds() const;  ///< All threads, user and system, since its start.
    double resident_mib() const;
    std::string words() const;  ///< All of its log.

private:
    std::filesystem::path log_;
    pid_t pid_ = -1;
    int status_ = 0;
};

/// Where the programs lie that are measured: beside this one, or in the folder that CALLWATCH_BIN
/// names.
std::filesystem::path programs_folder();

/// The command that makes this program play a part in a process of its own (parts.hpp).
std::vector<std::string> part_command(const std::string& part, std::vector<std::string> arguments);

/// CLOCK_MONOTONIC, the same in all processes.
std::int64_t now_ns();

}  // namespace callwatch::bench
