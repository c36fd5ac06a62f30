#include "daemon/bridges/asterisk/ami_reader.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

namespace callwatch::asterisk {
namespace {

constexpr std::string_view banner_begins = "Asterisk Call Manager/";
constexpr std::size_t banner_bytes_max = 128;
constexpr std::string_view message_end = "\r\n\r\n";

bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

std::size_t find_in(std::string_view text, std::string_view what, std::size_t from)
{
    if (from >= text.size()) return std::string_view::npos;
    const void* found = memmem(text.data() + from, text.size() - from, what.data(), what.size());
    if (found == nullptr) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

/// Takes the next line off `rest`, without its end; nothing: it has none yet. memchr is vectorised
/// in the C library, memmem is not.
std::optional<std::string_view> take_line(std::string_view& rest)
{
    for (std::size_t from = 0; from < rest.size();) {
        const void* found = std::memchr(rest.data() + from, '\n', rest.size() - from);
        if (found == nullptr) return std::nullopt;
        const auto at = static_cast<std::size_t>(static_cast<const char*>(found) - rest.data());
        from = at + 1;
        if (at == 0 || rest[at - 1] != '\r') continue;
        const auto line = rest.substr(0, at - 1);
        rest.remove_prefix(from);
        return line;
    }
    return std::nullopt;
}

bool is_banner(std::string_view line)
{
    return line.starts_with(banner_begins) && line.size() <= banner_bytes_max;
}

}  // namespace

void AmiReader::feed(std::string_view bytes)
{
    message_.headers.clear();
    buffer_.erase(0, begin_);
    scanned_ -= begin_;
    begin_ = 0;
    buffer_.append(bytes);
}

const AmiMessage* AmiReader::next()
{
    for (;;) {
        message_.headers.clear();
        // What was read in vain before is read again only when its end has come.
        if (skipping_ || scanned_ > begin_) {
            const std::size_t end = find_in(buffer_, message_end, scanned_);
            if (end == std::string_view::npos) break;
            if (skipping_) {
                skipping_ = false;
                ++counters_.oversized;
                begin_ = scanned_ = end + message_end.size();
                continue;
            }
        }
        Reading reading;
        if (!read_lines(reading)) break;
        begin_ = scanned_ = reading.end;
        at_start_ = false;
        if (is_kept(reading)) return &message_;
    }
    message_.headers.clear();
    bound_waiting();
    return nullptr;
}

/// Reads the lines of one message; false if it has not ended yet.
bool AmiReader::read_lines(Reading& reading)
{
    const std::string_view all{buffer_};
    std::string_view rest = all.substr(begin_);
    for (bool is_first = true; const auto line = take_line(rest); is_first = false) {
        if (line->empty() && !is_first) {
            reading.end = all.size() - rest.size();
            reading.oversized =
                reading.oversized ||
                reading.end - begin_ > limits_.message_bytes_max + message_end.size();
            return true;
        }
        if (is_first && at_start_ && is_banner(*line))
            banner_ = trimmed(*line);
        else
            read_line(*line, reading);
    }
    return false;
}

void AmiReader::read_line(std::string_view line, Reading& reading)
{
    if (line.empty() || reading.oversized) return;
    if (line.size() > limits_.line_bytes_max || message_.headers.size() >= limits_.headers_max) {
        reading.oversized = true;
        return;
    }
    const std::size_t colon = line.find(':');
    const std::string_view key =
        colon == std::string_view::npos ? std::string_view{} : trimmed(line.substr(0, colon));
    if (key.empty())
        ++reading.without_key;
    else
        message_.headers.push_back({key, trimmed(line.substr(colon + 1))});
}

/// Counts the message that was read.
bool AmiReader::is_kept(const Reading& reading)
{
    if (reading.oversized) {
        ++counters_.oversized;
        return false;
    }
    if (message_.headers.empty()) {
        if (reading.without_key > 0) ++counters_.malformed;
        return false;
    }
    counters_.lines_without_key += reading.without_key;
    ++counters_.messages;
    return true;
}

void AmiReader::bound_waiting()
{
    // The end mark itself may be split: its first bytes are kept.
    const std::size_t tail = message_end.size() - 1;
    if (waiting() > limits_.message_bytes_max) skipping_ = true;
    if (skipping_ && waiting() > tail) begin_ = buffer_.size() - tail;
    scanned_ = std::max(begin_, buffer_.size() - std::min(buffer_.size(), tail));
}

void AmiReader::restart()
{
    const Counters kept = counters_;
    *this = AmiReader{limits_};
    counters_ = kept;
}

}  // namespace callwatch::asterisk
