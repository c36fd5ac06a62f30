#include "wallboard/model/desk/text_field.hpp"

#include <algorithm>

namespace wallboard::desk {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// One line without control characters.
std::string printable(std::string_view text)
{
    std::string kept;
    kept.reserve(std::min(text.size(), field_bytes_max));
    for (const char byte : text) {
        if (kept.size() >= field_bytes_max) break;
        if (static_cast<unsigned char>(byte) >= 0x20 && byte != 0x7F)
            kept += byte;
        else if (byte == '\n' || byte == '\t')
            kept += ' ';
    }
    return kept;
}

}  // namespace

std::string utf8(char32_t letter)
{
    if (letter < 0x20 || letter == 0x7F || (letter >= 0x80 && letter < 0xA0)) return {};
    if (letter > 0x10FFFF || (letter >= 0xD800 && letter < 0xE000)) return {};
    const auto six = [&](unsigned shift) {
        return static_cast<char>(0x80U | (static_cast<unsigned>(letter) >> shift & 0x3FU));
    };
    const auto head = [&](unsigned mark, unsigned shift) {
        return static_cast<char>(mark | static_cast<unsigned>(letter) >> shift);
    };
    if (letter < 0x80) return {static_cast<char>(letter)};
    if (letter < 0x800) return {head(0xC0U, 6), six(0)};
    if (letter < 0x10000) return {head(0xE0U, 12), six(6), six(0)};
    return {head(0xF0U, 18), six(12), six(6), six(0)};
}

TextField::TextField(std::string_view text) { insert(printable(text)); }

std::size_t TextField::before() const
{
    std::size_t at = caret_;
    while (at > 0 && continues(text_[--at])) {}
    return at;
}

std::size_t TextField::after() const
{
    std::size_t at = std::min(caret_ + 1, text_.size());
    while (at < text_.size() && continues(text_[at])) ++at;
    return at;
}

void TextField::insert(std::string_view bytes)
{
    if (text_.size() + bytes.size() > field_bytes_max) return;
    text_.insert(caret_, bytes);
    caret_ += bytes.size();
}

void TextField::clear() { *this = {}; }

std::size_t TextField::characters() const
{
    return static_cast<std::size_t>(
        std::count_if(text_.begin(), text_.end(), [](char byte) { return !continues(byte); }));
}

bool TextField::press(const Press& press)
{
    switch (press.key) {
        case Key::none: insert(utf8(press.letter)); return press.letter != 0;
        case Key::paste: insert(printable(press.pasted)); return true;
        case Key::left: caret_ = before(); return true;
        case Key::right: caret_ = after(); return true;
        case Key::home: caret_ = 0; return true;
        case Key::end: caret_ = text_.size(); return true;
        case Key::backspace: {
            const std::size_t from = before();
            text_.erase(from, caret_ - from);
            caret_ = from;
            return true;
        }
        case Key::erase: text_.erase(caret_, after() - caret_); return true;
        default: return false;
    }
}

}  // namespace wallboard::desk
