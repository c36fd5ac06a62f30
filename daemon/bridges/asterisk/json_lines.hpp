#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "daemon/model/types.hpp"

namespace callwatch::asterisk {

/// One line of a JSON-lines file with the words to complain about it. Every reader throws
/// RecordingError with file, line and key. Members within members are not kept.
class JsonLine {
public:
    explicit JsonLine(std::string file) : file_{std::move(file)} {}
    /// From now on this is line `number`, counted from 1.
    void read(std::size_t number, std::string_view text);

    std::string text(std::string_view key) const;
    std::string text_or_empty(std::string_view key) const;
    std::size_t size(std::string_view key) const;
    /// Seconds since 1970 UTC, as a number or as a text, to the microsecond.
    Instant instant(std::string_view key) const;
    /// Seconds, as a number or as a text, as milliseconds; 0 if absent.
    std::int64_t millis_or_zero(std::string_view key) const;
    [[noreturn]] void refuse(const std::string& why) const;

private:
    /// The first is everything else: a truth value, a list, an object.
    using Value = std::variant<std::monostate, std::nullptr_t, std::uint64_t, double, std::string>;
    struct Member {
        std::string key;
        Value value;
    };
    class Reader;

    /// The last of that key; null if there is none.
    const Value* find(std::string_view key) const;
    double number(std::string_view key) const;

    std::string file_;
    std::size_t line_ = 0;
    std::vector<Member> members_;
};

/// Calls `visit` for every line that is not empty. The line is valid until `visit` returns.
void for_each_json_line(const std::string& file, std::string_view bytes,
                        const std::function<void(const JsonLine&)>& visit);

}  // namespace callwatch::asterisk
