#include "wallboard/model/desk/letters.hpp"

#include <algorithm>

namespace wallboard::desk {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

std::string lowered(std::string_view text)
{
    std::string small{text};
    std::transform(small.begin(), small.end(), small.begin(), lower);
    return small;
}

bool holds(std::string_view text, std::string_view part)
{
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

}  // namespace wallboard::desk
