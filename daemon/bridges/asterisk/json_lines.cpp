#include "daemon/bridges/asterisk/json_lines.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "daemon/bridges/asterisk/recording_error.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t line_bytes_max = 64 * 1024;
constexpr double year_2000_s = 946'684'800;
constexpr double year_2100_s = 4'102'444'800;

}  // namespace

JsonLine::JsonLine(const std::string& file, std::size_t line, std::string_view text)
    : where_{fmt::format("{}:{}", file, line)},
      object_(text.size() > line_bytes_max ? nlohmann::json{}
                                           : nlohmann::json::parse(text, nullptr, false))
{
    if (!object_.is_object()) refuse("not a JSON object");
}

void JsonLine::refuse(const std::string& why) const
{
    throw RecordingError(where_ + ": " + why + "; the file is damaged or not of this recording");
}

std::string JsonLine::text(const char* key) const
{
    const auto found = object_.find(key);
    if (found == object_.end() || !found->is_string())
        refuse(fmt::format("\"{}\" must be a text", key));
    return found->get<std::string>();
}

std::string JsonLine::text_or_empty(const char* key) const
{
    const auto found = object_.find(key);
    return found == object_.end() || found->is_null() ? std::string{} : text(key);
}

std::size_t JsonLine::size(const char* key) const
{
    const auto found = object_.find(key);
    if (found == object_.end() || !found->is_number_unsigned())
        refuse(fmt::format("\"{}\" must be a whole number from 0", key));
    return found->get<std::size_t>();
}

double JsonLine::number(const char* key) const
{
    const auto found = object_.find(key);
    if (found != object_.end() && found->is_number()) return found->get<double>();
    if (found != object_.end() && found->is_string()) {
        const auto& written = found->get_ref<const std::string&>();
        double value = 0;
        const char* end = written.data() + written.size();
        const auto [stopped, error] = std::from_chars(written.data(), end, value);
        if (!written.empty() && error == std::errc{} && stopped == end) return value;
    }
    refuse(fmt::format("\"{}\" must be a number", key));
}

Instant JsonLine::instant(const char* key) const
{
    const double seconds = number(key);
    if (!(seconds >= year_2000_s && seconds < year_2100_s))
        refuse(fmt::format("\"{}\" must be a time from 2000 to 2100, in seconds since 1970", key));
    // A double holds such a time to a quarter of a microsecond.
    return instant_of(std::llround(seconds * 1e6));
}

std::int64_t JsonLine::millis_or_zero(const char* key) const
{
    if (object_.find(key) == object_.end()) return 0;
    const double seconds = number(key);
    if (!(seconds >= 0 && seconds < 1e6)) refuse(fmt::format("\"{}\" must be 0 to 1000000", key));
    return std::llround(seconds * 1e3);
}

void for_each_json_line(const std::string& file, std::string_view bytes,
                        const std::function<void(const JsonLine&)>& visit)
{
    for (std::size_t line = 1; !bytes.empty(); ++line) {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view text = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (text.find_first_not_of(" \t\r") != std::string_view::npos)
            visit(JsonLine{file, line, text});
    }
}

}  // namespace callwatch::asterisk
