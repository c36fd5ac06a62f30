#include "daemon/bridges/app/progress.hpp"

#include <algorithm>
#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::bridge {

Progress::Progress() : every_{5'000}, repaints_{isatty(STDERR_FILENO) == 1}
{
    if (repaints_) every_ = std::chrono::milliseconds{200};
}

void Progress::show(const Position& position)
{
    const auto now = std::chrono::steady_clock::now();
    if (last_ && now - *last_ < every_) return;
    last_ = now;
    painted_ = repaints_;
    const std::string words = describe(position);
    fmt::print(stderr, "{}{}{}", repaints_ ? "\r\033[K" : "", words, repaints_ ? "" : "\n");
    std::fflush(stderr);
}

void Progress::finish()
{
    if (painted_) fmt::print(stderr, "\n");
    painted_ = false;
}

std::string describe(const Position& position)
{
    const auto whole = std::max<std::int64_t>((position.ends - position.begins).count(), 1);
    const auto done = std::clamp<std::int64_t>((position.at - position.begins).count(), 0, whole);
    const auto second = std::chrono::floor<std::chrono::seconds>(position.at);
    std::string at = asterisk::format_utc(second);
    at.replace(at.find('.'), at.npos, "Z");
    return fmt::format("{} % of the recording, at {}; {} events, {} acknowledged{}{}",
                       done * 100 / whole, at, position.head, position.acknowledged,
                       position.trouble.empty() ? "" : "; ", position.trouble);
}

}  // namespace callwatch::bridge
