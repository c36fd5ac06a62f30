#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace callwatch::ctl {

/// What a text means, for the eye. Never the only bearer of a meaning: the words say it too, so
/// that a log file, a monochrome screen and a colour-blind reader lose nothing. Normal has no
/// colour, and nothing is ever green (a terminal that is never green cannot be frozen on green).
enum class Tone { plain, strong, quiet, amber, red, doubt };

/// Where a text goes.
struct Look {
    bool colour = false;
    std::size_t width = 0;  ///< Columns of the terminal; 0: not a terminal, nothing is cut.
};

/// How to write to this file descriptor: colours and cutting only for a terminal; no colours if
/// NO_COLOR is set to anything (https://no-color.org) or TERM is "dumb".
Look look_of(int file_descriptor);

/// `text` in its tone; unchanged where `look` has no colours.
std::string paint(std::string_view text, Tone tone, const Look& look);

}  // namespace callwatch::ctl
