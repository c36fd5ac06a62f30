#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "daemon/model/types.hpp"

namespace callwatch::asterisk {

/// One line of a JSON-lines file with the words to complain about it. Every reader throws
/// RecordingError with file, line and key.
class JsonLine {
public:
    JsonLine(const std::string& file, std::size_t line, std::string_view text);

    std::string text(const char* key) const;
    std::string text_or_empty(const char* key) const;
    std::size_t size(const char* key) const;
    /// Seconds since 1970 UTC, as a number or as a text, to the microsecond.
    Instant instant(const char* key) const;
    /// Seconds, as a number or as a text, as milliseconds; 0 if absent.
    std::int64_t millis_or_zero(const char* key) const;
    [[noreturn]] void refuse(const std::string& why) const;

private:
    double number(const char* key) const;

    std::string where_;
    nlohmann::json object_;
};

/// Calls `visit` for every line that is not empty.
void for_each_json_line(const std::string& file, std::string_view bytes,
                        const std::function<void(const JsonLine&)>& visit);

}  // namespace callwatch::asterisk
