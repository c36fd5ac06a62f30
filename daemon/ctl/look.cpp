#include "daemon/ctl/look.hpp"

#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

namespace callwatch::ctl {
namespace {

/// https://en.wikipedia.org/wiki/ANSI_escape_code#SGR: bold, faint, and colours of the user's own
/// theme.
std::string_view code_of(Tone tone)
{
    switch (tone) {
        case Tone::plain: return "";
        case Tone::strong: return "\x1b[1m";
        case Tone::quiet: return "\x1b[2m";
        case Tone::amber: return "\x1b[1;33m";
        case Tone::red: return "\x1b[1;31m";
        case Tone::doubt: return "\x1b[7m";
    }
    return "";
}

bool is_set(const char* variable)
{
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

}  // namespace

Look look_of(int file_descriptor)
{
    if (::isatty(file_descriptor) == 0) return {};
    const char* terminal = std::getenv("TERM");
    const bool dumb = terminal == nullptr || std::string_view{terminal} == "dumb";
    winsize size{};
    const bool known = ::ioctl(file_descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return {.colour = !dumb && !is_set("NO_COLOR"), .width = known ? size.ws_col : 80u};
}

std::string paint(std::string_view text, Tone tone, const Look& look)
{
    if (!look.colour || tone == Tone::plain || text.empty()) return std::string{text};
    return std::string{code_of(tone)}.append(text).append("\x1b[0m");
}

}  // namespace callwatch::ctl
