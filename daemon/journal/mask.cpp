#include <algorithm>

#include "daemon/journal/vault.hpp"

namespace callwatch {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How a number is written, which tells nothing.
bool is_punctuation(char c)
{
    return std::string_view{"+()-./ "}.find(c) != std::string_view::npos;
}

/// The second and later bytes of a UTF-8 character, which is masked by its first.
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

}  // namespace

std::string mask(std::string_view text, int shown)
{
    auto hidden = std::count_if(text.begin(), text.end(), is_digit);
    if (hidden > shown) hidden -= shown;

    std::string masked;
    for (const char c : text) {
        if (is_continuation(c)) continue;
        const bool show = is_punctuation(c) || (is_digit(c) && hidden-- <= 0);
        masked += show ? c : '*';
    }
    return masked;
}

}  // namespace callwatch
