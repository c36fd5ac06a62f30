#include "wallboard/widgets/paragraph.hpp"

#include <utility>

namespace wallboard {
namespace {

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

/// How much of `word` fits; at least one character.
std::size_t part_that_fits(const Canvas& canvas, Face face, Step step, float width,
                           std::string_view word)
{
    std::size_t end = word.size();
    while (end > 1 && text_width(canvas, face, step, word.substr(0, end)) > width) {
        --end;
        while (end > 1 && continues(word[end])) --end;
    }
    return end;
}

}  // namespace

std::vector<std::string> lines_of(const Canvas& canvas, Face face, Step step, float width,
                                  std::string_view text, std::size_t most)
{
    std::vector<std::string> lines;
    std::string line;
    while (!text.empty() && lines.size() < most) {
        const auto space = text.find(' ');
        std::string_view word = text.substr(0, space);
        const std::string longer =
            line.empty() ? std::string{word} : line + " " + std::string{word};
        if (text_width(canvas, face, step, longer) <= width) {
            line = longer;
        } else if (!line.empty()) {
            lines.push_back(std::exchange(line, {}));
            continue;
        } else {
            const std::size_t part = part_that_fits(canvas, face, step, width, word);
            lines.emplace_back(word.substr(0, part));
            text.remove_prefix(part);
            continue;
        }
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    }
    if (!line.empty() && lines.size() < most)
        lines.push_back(std::move(line));
    else if ((!line.empty() || !text.empty()) && !lines.empty())
        lines.back() += "\u2026";
    return lines;
}

float draw_paragraph(Canvas& canvas, const TextStyle& style, float x, float cap_top, float width,
                     std::string_view text, std::size_t most)
{
    float y = cap_top;
    for (const auto& line : lines_of(canvas, style.face, style.step, width, text, most)) {
        fitted_text(canvas, style, x, y, width, {line, {}});
        y += line_pitch;
    }
    return y - cap_top;
}

}  // namespace wallboard
