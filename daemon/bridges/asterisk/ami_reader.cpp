#include "daemon/bridges/asterisk/ami_reader.hpp"

#include <algorithm>
#include <cstring>

namespace callwatch::asterisk {
namespace {

constexpr std::string_view banner_begins = "Asterisk Call Manager/";
constexpr std::size_t banner_bytes_max = 128;
constexpr std::string_view line_end = "\r\n";
constexpr std::string_view message_end = "\r\n\r\n";

bool blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && blank(text.back())) text.remove_suffix(1);
    return text;
}

/// memmem is vectorised in the C library; std::string_view::find is not.
std::size_t find_in(std::string_view text, std::string_view what, std::size_t from)
{
    if (from >= text.size()) return std::string_view::npos;
    const void* found = memmem(text.data() + from, text.size() - from, what.data(), what.size());
    if (found == nullptr) return std::string_view::npos;
    return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
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
        const std::size_t end = find_in(buffer_, message_end, scanned_);
        if (end == std::string_view::npos) {
            bound_waiting();
            return nullptr;
        }
        const std::string_view text{buffer_.data() + begin_, end - begin_};
        begin_ = scanned_ = end + message_end.size();
        if (skipping_) {
            skipping_ = false;
            ++counters_.oversized;
        } else if (parse(without_banner(text))) {
            return &message_;
        }
    }
}

bool AmiReader::parse(std::string_view text)
{
    message_.headers.clear();
    if (text.size() > limits_.message_bytes_max) {
        ++counters_.oversized;
        return false;
    }
    std::size_t without_key = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(find_in(text, line_end, 0), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + line_end.size(), text.size()));
        if (line.empty()) continue;
        if (line.size() > limits_.line_bytes_max ||
            message_.headers.size() >= limits_.headers_max) {
            ++counters_.oversized;
            return false;
        }
        const std::size_t colon = line.find(':');
        const std::string_view key =
            colon == std::string_view::npos ? std::string_view{} : trimmed(line.substr(0, colon));
        if (key.empty())
            ++without_key;
        else
            message_.headers.push_back({key, trimmed(line.substr(colon + 1))});
    }
    if (message_.headers.empty()) {
        if (without_key > 0) ++counters_.malformed;
        return false;
    }
    counters_.lines_without_key += without_key;
    ++counters_.messages;
    return true;
}

std::string_view AmiReader::without_banner(std::string_view text)
{
    if (!at_start_) return text;
    at_start_ = false;
    const std::size_t end = std::min(find_in(text, line_end, 0), text.size());
    const std::string_view first = text.substr(0, end);
    if (first.substr(0, banner_begins.size()) != banner_begins || first.size() > banner_bytes_max)
        return text;
    banner_ = trimmed(first);
    text.remove_prefix(std::min(end + line_end.size(), text.size()));
    return text;
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
