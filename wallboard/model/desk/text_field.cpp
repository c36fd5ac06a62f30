#include "wallboard/model/desk/text_field.hpp"

#include <algorithm>
#include <array>

namespace wallboard::desk {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Takes one letter off the front; 0 if the bytes there are no letter.
char32_t take_letter(std::string_view& text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    constexpr std::array<unsigned, 5> marks{0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t letter = first & marks.at(size);
    std::size_t read = 1;
    while (read < size && read < text.size() && continues(text[read]))
        letter = letter << 6 | (static_cast<unsigned char>(text[read++]) & 0x3FU);
    const auto bytes = text.substr(0, read);
    text.remove_prefix(read);
    // Its own bytes are made of it again only where they were right.
    return utf8(letter) == bytes || bytes == "\n" || bytes == "\t" ? letter : U'\0';
}

/// One line of at most so many bytes, cut between letters; what is no letter is left out.
std::string printable(std::string_view text, std::size_t most)
{
    std::string kept;
    kept.reserve(most);  // It is never moved: it may be wiped.
    while (!text.empty()) {
        const char32_t letter = take_letter(text);
        const std::string bytes = letter == U'\n' || letter == U'\t' ? " " : utf8(letter);
        if (kept.size() + bytes.size() > most) break;
        kept += bytes;
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

TextField::TextField(std::string_view text) { paste(text); }

void TextField::paste(std::string_view text)
{
    std::string kept = printable(text, field_bytes_max - text_.size());
    insert(kept);
    wipe(kept.data(), kept.size());
}

std::size_t TextField::before() const
{
    std::size_t at = caret_;
    while (at > 0 && continues(text()[--at])) {}
    return at;
}

std::size_t TextField::after() const
{
    std::size_t at = std::min(caret_ + 1, text_.size());
    while (at < text_.size() && continues(text()[at])) ++at;
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
        std::count_if(text().begin(), text().end(), [](char byte) { return !continues(byte); }));
}

bool TextField::press(const Press& press)
{
    switch (press.key) {
        case Key::none: insert(utf8(press.letter)); return press.letter != 0;
        case Key::paste: paste(press.pasted); return true;
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
