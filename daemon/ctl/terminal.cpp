#include "daemon/ctl/terminal.hpp"

#include <array>
#include <csignal>
#include <cstdlib>
#include <string_view>

#include <sys/ioctl.h>
#include <unistd.h>

namespace callwatch::ctl {
namespace {

volatile std::sig_atomic_t stop_asked = 0;

void ask_to_stop(int) { stop_asked = 1; }

void on_signal(int signal, void (*handler)(int))
{
    struct sigaction action = {};
    action.sa_handler = handler;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
}

void write_all(std::string_view text)
{
    while (!text.empty()) {
        const auto written = ::write(STDOUT_FILENO, text.data(), text.size());
        if (written <= 0) return;  // A terminal that is gone; the signal for that comes too.
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

// https://en.wikipedia.org/wiki/ANSI_escape_code and xterm's private modes.
constexpr std::string_view enter = "\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[2J";
constexpr std::string_view leave = "\x1b[?7h\x1b[?25h\x1b[?1049l";

}  // namespace

bool Terminal::is_one()
{
    const char* kind = std::getenv("TERM");
    return ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0 && kind != nullptr &&
           std::string_view{kind} != "dumb";
}

Terminal::Terminal()
{
    stop_asked = 0;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) on_signal(signal, ask_to_stop);
    ::tcgetattr(STDIN_FILENO, &before_);
    termios raw = before_;
    raw.c_lflag &= ~static_cast<tcflag_t>(ICANON | ECHO);
    raw.c_cc[VMIN] = 0;
    raw.c_cc[VTIME] = 0;
    raw.c_cc[VSUSP] = _POSIX_VDISABLE;  // Stopped, it would leave the screen to the shell as it is.
    ::tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    write_all(enter);
}

Terminal::~Terminal()
{
    write_all(leave);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &before_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) on_signal(signal, SIG_DFL);
}

Terminal::Size Terminal::size() const
{
    winsize size{};
    if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0)
        return {};
    return {.columns = size.ws_col, .lines = size.ws_row};
}

void Terminal::show(const std::vector<std::string>& lines)
{
    std::string text = "\x1b[H";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i > 0) text += "\r\n";
        text += lines[i] + "\x1b[K";
    }
    text += "\x1b[J";
    const Size now = size();
    if (text == shown_ && now == shown_at_) return;
    write_all(text);
    shown_ = std::move(text);
    shown_at_ = now;
}

Terminal::Key Terminal::read_key()
{
    std::array<char, 8> bytes{};
    const auto got = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (got <= 0) return Key::none;
    const std::string_view key{bytes.data(), static_cast<std::size_t>(got)};
    if (key == "\x1b[C" || key == "\x1b[B" || key == "\x1b[6~") return Key::next;
    if (key == "\x1b[D" || key == "\x1b[A" || key == "\x1b[5~") return Key::back;
    if (key == "\x1b[H") return Key::first;
    switch (key.front()) {
        case 'q':
        case 'Q': return Key::quit;
        case ' ':
        case 'n': return Key::next;
        case 'b':
        case 'p': return Key::back;
        case 'g': return Key::first;
        default: return Key::none;
    }
}

int Terminal::descriptor() const { return STDIN_FILENO; }
bool Terminal::stop_requested() const { return stop_asked != 0; }

}  // namespace callwatch::ctl
