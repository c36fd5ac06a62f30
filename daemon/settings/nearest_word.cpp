#include "daemon/settings/nearest_word.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace callwatch {
namespace {

constexpr std::size_t words_listed_max = 12;

// Optimal string alignment distance. Texts are short: keys and ids of at most 128 bytes.
std::size_t distance(std::string_view a, std::string_view b)
{
    std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
    for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t changed = a[i - 1] == b[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
        }
    }
    return d[a.size()][b.size()];
}

}  // namespace

std::string nearest_word(std::string_view text, const std::vector<std::string>& words)
{
    constexpr std::size_t text_bytes_max = 128;
    if (text.size() > text_bytes_max) return {};
    std::string nearest;
    std::size_t best = std::max<std::size_t>(1, text.size() / 3) + 1;
    for (const auto& word : words) {
        // The lengths alone may already say that it is too far.
        if (std::max(word.size(), text.size()) - std::min(word.size(), text.size()) >= best)
            continue;
        if (const auto apart = distance(text, word); apart < best) {
            best = apart;
            nearest = word;
        }
    }
    return nearest;
}

std::string suggestion(std::string_view text, const std::vector<std::string>& words)
{
    if (const auto nearest = nearest_word(text, words); !nearest.empty())
        return fmt::format("did you mean \"{}\"?", nearest);
    if (words.empty()) return "none is known here";
    const auto end =
        words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), words_listed_max));
    return fmt::format("known here: {}{}", fmt::join(words.begin(), end, ", "),
                       words.size() > words_listed_max ? ", …" : "");
}

}  // namespace callwatch
