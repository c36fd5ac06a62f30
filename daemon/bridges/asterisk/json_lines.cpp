#include "daemon/bridges/asterisk/json_lines.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "daemon/bridges/asterisk/recording_error.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t line_bytes_max = std::size_t{64} * 1024;
constexpr double year_2000_s = 946'684'800;
constexpr double year_2100_s = 4'102'444'800;

}  // namespace

/// Hears of one line's parts as nlohmann's parser finds them: there are as many lines as reads of
/// the connection, too many to make a tree of each.
class JsonLine::Reader {
public:
    explicit Reader(std::vector<Member>& members) : members_{members} {}
    bool is_object() const { return is_object_; }

    bool null() { return take(nullptr); }
    bool boolean(bool) { return take({}); }
    bool number_integer(std::int64_t value) { return take(static_cast<double>(value)); }
    bool number_unsigned(std::uint64_t value) { return take(value); }
    bool number_float(double value, const std::string&) { return take(value); }
    bool string(std::string& value) { return take(std::move(value)); }
    bool binary(nlohmann::json::binary_t&) { return take({}); }

    bool start_object(std::size_t)
    {
        is_object_ = is_object_ || depth_ == 0;
        return enter();
    }
    bool start_array(std::size_t) { return enter(); }
    bool end_object() { return leave(); }
    bool end_array() { return leave(); }
    bool key(std::string& name)
    {
        if (depth_ == 1) members_.push_back({std::move(name), {}});
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&)
    {
        return false;
    }

private:
    bool take(Value value)
    {
        if (depth_ == 1 && is_object_) members_.back().value = std::move(value);
        return true;
    }
    bool enter()
    {
        ++depth_;
        return true;
    }
    bool leave()
    {
        --depth_;
        return true;
    }

    std::vector<Member>& members_;
    std::size_t depth_ = 0;  ///< 1: among the members of the line's own object.
    bool is_object_ = false;
};

void JsonLine::read(std::size_t number, std::string_view text)
{
    line_ = number;
    members_.clear();
    Reader reader{members_};
    if (text.size() > line_bytes_max || !nlohmann::json::sax_parse(text, &reader) ||
        !reader.is_object())
        refuse("not a JSON object");
}

void JsonLine::refuse(const std::string& why) const
{
    throw RecordingError(
        fmt::format("{}:{}: {}; the file is damaged or not of this recording", file_, line_, why));
}

const JsonLine::Value* JsonLine::find(std::string_view key) const
{
    const auto found = std::find_if(members_.rbegin(), members_.rend(),
                                    [&](const Member& member) { return member.key == key; });
    return found == members_.rend() ? nullptr : &found->value;
}

std::string JsonLine::text(std::string_view key) const
{
    const Value* found = find(key);
    if (found == nullptr || !std::holds_alternative<std::string>(*found))
        refuse(fmt::format("\"{}\" must be a text", key));
    return std::get<std::string>(*found);
}

std::string JsonLine::text_or_empty(std::string_view key) const
{
    const Value* found = find(key);
    return found == nullptr || std::holds_alternative<std::nullptr_t>(*found) ? std::string{}
                                                                              : text(key);
}

std::size_t JsonLine::size(std::string_view key) const
{
    const Value* found = find(key);
    if (found == nullptr || !std::holds_alternative<std::uint64_t>(*found))
        refuse(fmt::format("\"{}\" must be a whole number from 0", key));
    return std::get<std::uint64_t>(*found);
}

double JsonLine::number(std::string_view key) const
{
    const Value absent;
    const Value* found = find(key);
    if (found == nullptr) found = &absent;
    if (const auto* value = std::get_if<double>(found)) return *value;
    if (const auto* value = std::get_if<std::uint64_t>(found)) return static_cast<double>(*value);
    if (const auto* written = std::get_if<std::string>(found)) {
        double value = 0;
        const char* end = written->data() + written->size();
        const auto [stopped, error] = std::from_chars(written->data(), end, value);
        if (!written->empty() && error == std::errc{} && stopped == end) return value;
    }
    refuse(fmt::format("\"{}\" must be a number", key));
}

Instant JsonLine::instant(std::string_view key) const
{
    const double seconds = number(key);
    if (!(seconds >= year_2000_s && seconds < year_2100_s))
        refuse(fmt::format("\"{}\" must be a time from 2000 to 2100, in seconds since 1970", key));
    // A double holds such a time to a quarter of a microsecond.
    return instant_of(std::llround(seconds * 1e6));
}

std::int64_t JsonLine::millis_or_zero(std::string_view key) const
{
    if (find(key) == nullptr) return 0;
    const double seconds = number(key);
    if (!(seconds >= 0 && seconds < 1e6)) refuse(fmt::format("\"{}\" must be 0 to 1000000", key));
    return std::llround(seconds * 1e3);
}

void for_each_json_line(const std::string& file, std::string_view bytes,
                        const std::function<void(const JsonLine&)>& visit)
{
    JsonLine line{file};
    for (std::size_t number = 1; !bytes.empty(); ++number) {
        const auto end = std::min(bytes.find('\n'), bytes.size());
        const std::string_view text = bytes.substr(0, end);
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
        if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        line.read(number, text);
        visit(line);
    }
}

}  // namespace callwatch::asterisk
