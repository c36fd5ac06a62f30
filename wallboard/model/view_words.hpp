#pragma once

#include <string>
#include <vector>

namespace wallboard {

/// The few words every view model is made of. Colour is only for the abnormal and never alone: a
/// standing always brings a mark and a word with it.
enum class Standing { normal, warning, action, unknown };

enum class Tone { text, second, third };

/// The last ones are how an operator is: on a call, free, known by a telephone that is on, off.
enum class Mark {
    none,
    square,
    triangle,
    question,
    tick,
    pause,
    up,
    flat,
    down,
    on_call,
    free,
    phone_only,
    off
};

/// The mark that goes with a standing; normal has none.
constexpr Mark mark_of(Standing standing)
{
    switch (standing) {
        case Standing::warning: return Mark::triangle;
        case Standing::action: return Mark::square;
        case Standing::unknown: return Mark::question;
        case Standing::normal: break;
    }
    return Mark::none;
}

/// A text and what may stand for it where it does not fit: condensed first, then `brief` (a
/// location's short name), then an ellipsis. Never a smaller size.
struct Label {
    std::string full;
    std::string brief;
    bool operator==(const Label&) const = default;
};

/// A filled field: mark, word and perhaps a figure. In a row the word comes first, ▲ long 1:52, so
/// that figures stay in line; alone in a tile it reads on: ■ 2 overdue.
struct Badge {
    Standing standing = Standing::unknown;
    std::string word;
    std::string figure;
    bool operator==(const Badge&) const = default;
};

}  // namespace wallboard
