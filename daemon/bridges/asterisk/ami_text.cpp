#include "daemon/bridges/asterisk/ami_text.hpp"

#include <algorithm>

namespace callwatch::asterisk {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

std::string unescaped_once(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 1 < text.size() &&
                            (text[i + 1] == '\\' || text[i + 1] == '"' || text[i + 1] == '\'');
        out += text[escape ? ++i : i];
    }
    return out;
}

/// Printable ASCII, as ids and numbers are: nothing to replace, and it may be cut anywhere.
bool is_plain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

bool continues(std::string_view text, std::size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// Bytes of the well-formed character at `at`; 0 if there is none (RFC 3629: no surrogates, no
/// overlong forms, nothing above U+10FFFF).
std::size_t character_bytes(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return continues(text, at + 1) ? 2 : 0;
    if (!continues(text, at + 1) || !continues(text, at + 2)) return 0;
    const unsigned char second = byte(at + 1);
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && second < 0xA0;
        const bool surrogate = lead == 0xED && second > 0x9F;
        return overlong || surrogate ? 0 : 3;
    }
    if (lead < 0xF0 || lead > 0xF4 || !continues(text, at + 3)) return 0;
    const bool overlong = lead == 0xF0 && second < 0x90;
    const bool too_high = lead == 0xF4 && second > 0x8F;
    return overlong || too_high ? 0 : 4;
}

}  // namespace

std::string unescaped(std::string_view text)
{
    if (text.find('\\') == std::string_view::npos) return std::string{text};
    return unescaped_once(unescaped_once(text));
}

std::string clean(std::string_view text, std::size_t bytes_max)
{
    if (is_plain(text)) return std::string{text.substr(0, bytes_max)};
    std::string out;
    out.reserve(std::min(text.size(), bytes_max));
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t bytes = character_bytes(text, i);
        std::string_view piece = bytes == 0 ? replacement : text.substr(i, bytes);
        const auto first = static_cast<unsigned char>(piece.front());
        if (first < 0x20 || first == 0x7F) piece = " ";
        if (out.size() + piece.size() > bytes_max) break;
        out += piece;
        i += std::max<std::size_t>(bytes, 1);
    }
    return out;
}

bool is_unknown(std::string_view text)
{
    return text.empty() || text == "<unknown>" || text == "unknown" || text == "(null)";
}

}  // namespace callwatch::asterisk
