#include "daemon/bridges/asterisk/live/greeting_files.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <array>

namespace callwatch::asterisk {
namespace {

namespace fs = std::filesystem;

constexpr std::array greetings{"unavail", "busy", "temp"};
constexpr int entries_max = 1'000;  ///< A mailbox's directory holds a few dozen.

Instant written_at(const struct stat& status)
{
    return Instant{std::chrono::seconds{status.st_mtim.tv_sec} +
                   Micros{status.st_mtim.tv_nsec / 1'000}};
}

}  // namespace

std::optional<GreetingFiles> read_greetings(const fs::path& mailbox)
{
    GreetingFiles found;
    std::error_code error;
    int entries = 0;
    for (fs::directory_iterator one{mailbox, error}, end;
         !error && one != end && entries < entries_max; one.increment(error), ++entries) {
        const auto name = one->path().stem().string();
        struct stat status = {};
        if (std::find(greetings.begin(), greetings.end(), name) == greetings.end() ||
            stat(one->path().c_str(), &status) != 0 || !S_ISREG(status.st_mode))
            continue;
        auto& written = found.try_emplace(name, written_at(status)).first->second;
        written = std::max(written, written_at(status));
    }
    if (error && error != std::errc::no_such_file_or_directory) return std::nullopt;
    return found;
}

std::optional<GreetingWatch::Change> GreetingWatch::take(const std::string& mailbox,
                                                         GreetingFiles files, Instant as_of)
{
    std::optional<Change> newest;
    const auto note = [&](const std::string& greeting, Instant at) {
        if (!newest || newest->at < at) newest = Change{greeting, at};
    };
    auto& known = known_[mailbox];
    for (const auto& [greeting, written] : files) {
        const auto before = known.find(greeting);
        if (before == known.end() || before->second != written) note(greeting, written);
    }
    for (const auto& [greeting, written] : known)
        if (!files.contains(greeting)) note(greeting, as_of);
    known = std::move(files);
    return newest;
}

}  // namespace callwatch::asterisk
