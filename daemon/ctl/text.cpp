#include "daemon/ctl/text.hpp"

#include <array>
#include <utility>

namespace callwatch::ctl {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view ellipsis = "…";

struct Decoded {
    char32_t code_point;
    std::size_t bytes;
};

/// One character from the front of `text`, which is not empty. Broken bytes count one each.
Decoded decode(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {replacement, 1};

    char32_t value = lead & (0xFFu >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {replacement, 1};
        value = (value << 6) | (byte(i) & 0x3Fu);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest[length] || value > 0x10FFFF || surrogate) return {replacement, 1};
    return {value, length};
}

template <std::size_t size>
bool is_in(char32_t value, const std::array<std::pair<char32_t, char32_t>, size>& ranges)
{
    for (const auto& [first, last] : ranges) {
        if (value >= first && value <= last) return true;
    }
    return false;
}

/// Characters that change what is on the screen without being seen: controls, and the marks that
/// turn the direction of writing (a name could be made to read as another one).
bool is_unsafe(char32_t value)
{
    constexpr std::array<std::pair<char32_t, char32_t>, 5> ranges{
        {{0, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x2029}, {0x202A, 0x202E}, {0x2066, 0x2069}}};
    return is_in(value, ranges);
}

std::size_t width_of(char32_t value)
{
    constexpr std::array<std::pair<char32_t, char32_t>, 5> none{
        {{0x300, 0x36F}, {0x200B, 0x200F}, {0x1AB0, 0x1AFF}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}}};
    constexpr std::array<std::pair<char32_t, char32_t>, 7> two{{{0x1100, 0x115F},
                                                                {0x2E80, 0xA4CF},
                                                                {0xAC00, 0xD7A3},
                                                                {0xF900, 0xFAFF},
                                                                {0xFE30, 0xFE6F},
                                                                {0xFF00, 0xFF60},
                                                                {0x1F300, 0x1FAFF}}};
    if (is_in(value, none)) return 0;
    return is_in(value, two) ? 2 : 1;
}

}  // namespace

std::string clean(std::string_view text)
{
    std::string cleaned;
    cleaned.reserve(text.size());
    while (!text.empty()) {
        const Decoded next = decode(text);
        if (next.code_point == replacement || is_unsafe(next.code_point)) {
            cleaned += "\xEF\xBF\xBD";
        } else {
            cleaned += text.substr(0, next.bytes);
        }
        text.remove_prefix(next.bytes);
    }
    return cleaned;
}

std::size_t display_width(std::string_view text)
{
    std::size_t width = 0;
    while (!text.empty()) {
        const Decoded next = decode(text);
        width += width_of(next.code_point);
        text.remove_prefix(next.bytes);
    }
    return width;
}

std::string cut(std::string_view text, std::size_t width)
{
    if (display_width(text) <= width) return std::string{text};
    if (width == 0) return {};
    std::size_t taken = 0;
    std::size_t bytes = 0;
    while (bytes < text.size()) {
        const Decoded next = decode(text.substr(bytes));
        if (taken + width_of(next.code_point) > width - 1) break;
        taken += width_of(next.code_point);
        bytes += next.bytes;
    }
    return std::string{text.substr(0, bytes)}.append(ellipsis);
}

}  // namespace callwatch::ctl
