#include "tests/bench/program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to us.

namespace callwatch::bench {
namespace {

using namespace std::chrono_literals;

constexpr auto patience = 120s;

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

Program::Program(const std::vector<std::string>& command, std::filesystem::path log)
    : log_{std::move(log)}
{
    std::vector<char*> arguments;
    arguments.reserve(command.size() + 1);
    for (const auto& one : command) arguments.push_back(const_cast<char*>(one.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 1, log_.c_str(), O_CREAT | O_WRONLY | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&files, 1, 2);
    const int failed =
        posix_spawnp(&pid_, arguments[0], &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0) throw std::runtime_error{"cannot start " + command[0]};
}

Program::~Program()
{
    if (is_running()) kill();
}

bool Program::is_running()
{
    if (pid_ < 0) return false;
    if (waitpid(pid_, &status_, WNOHANG) == pid_) pid_ = -1;
    return pid_ >= 0;
}

void Program::kill()
{
    ::kill(pid_, SIGKILL);
    waitpid(pid_, &status_, 0);
    pid_ = -1;
}

int Program::stop()
{
    if (is_running()) ::kill(pid_, SIGTERM);
    return wait();
}

int Program::wait()
{
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (is_running()) {
        if (std::chrono::steady_clock::now() > deadline)
            throw std::runtime_error{"it did not end: " + words()};
        std::this_thread::sleep_for(2ms);
    }
    return WIFEXITED(status_) ? WEXITSTATUS(status_) : 128 + WTERMSIG(status_);
}

double Program::cpu_seconds() const
{
    const auto text = read_file("/proc/" + std::to_string(pid_) + "/stat");
    std::istringstream fields{text.substr(text.rfind(')') + 2)};
    std::string skipped;
    for (int field = 3; field < 14; ++field) fields >> skipped;
    double user = 0, system = 0;
    fields >> user >> system;
    return (user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
}

double Program::resident_mib() const
{
    std::istringstream status{read_file("/proc/" + std::to_string(pid_) + "/status")};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    throw std::runtime_error{"it has ended: " + words()};
}

std::string Program::words() const { return read_file(log_); }

std::filesystem::path programs_folder()
{
    if (const char* named = std::getenv("CALLWATCH_BIN")) return named;
    return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

std::vector<std::string> part_command(const std::string& part, std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(),
                     {std::filesystem::read_symlink("/proc/self/exe").string(), "part", part});
    return arguments;
}

std::int64_t now_ns()
{
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

}  // namespace callwatch::bench
