#include "daemon/telemetry/logging.hpp"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

constexpr std::array<std::pair<std::string_view, spdlog::level::level_enum>, 4> levels{{
    {"error", spdlog::level::err},
    {"warning", spdlog::level::warn},
    {"info", spdlog::level::info},
    {"debug", spdlog::level::debug},
}};

constexpr std::size_t digits_shown_max = 4;

const auto* find_level(std::string_view word)
{
    const auto* found = std::find_if(levels.begin(), levels.end(),
                                     [word](const auto& level) { return level.first == word; });
    return found == levels.end() ? nullptr : found;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

bool is_log_level(std::string_view word) { return find_level(word) != nullptr; }

void set_up_logging(std::string_view level)
{
    const auto* found = find_level(level);
    CALLWATCH_CHECK(found);
    auto sink =
        std::make_shared<spdlog::sinks::stderr_color_sink_mt>(spdlog::color_mode::automatic);
    auto logger = std::make_shared<spdlog::logger>("callwatch", std::move(sink));
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %^%-7l%$ %v", spdlog::pattern_time_type::utc);
    logger->set_level(found->second);
    logger->flush_on(spdlog::level::debug);
    spdlog::set_default_logger(std::move(logger));
}

std::string loggable(std::string_view text)
{
    std::string line;
    for (std::size_t at = 0; at < text.size() && line.size() <= loggable_bytes_max;) {
        const auto* const begin = text.begin() + at;
        const auto digits =
            static_cast<std::size_t>(std::find_if_not(begin, text.end(), is_digit) - begin);
        if (digits > digits_shown_max) {
            line += '#';
            at += digits;
            continue;
        }
        const char c = text[at++];
        line += c >= ' ' && c <= '~' ? c : '?';
    }
    if (line.size() > loggable_bytes_max) {
        line.resize(loggable_bytes_max - 3);
        line += "...";
    }
    return line;
}

}  // namespace callwatch
