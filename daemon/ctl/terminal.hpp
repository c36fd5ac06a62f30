#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <termios.h>

namespace callwatch::ctl {

/// The whole of a terminal for as long as this is in scope: the alternate screen, no cursor, no
/// line wrap, keys without Enter. Whatever ends the program in order gives the terminal back as it
/// was; a signal that asks to stop is remembered, not died of.
class Terminal {
public:
    /// Both must be terminals: see is_one().
    Terminal();
    ~Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    /// Standard input and output are a terminal that can be drawn on.
    static bool is_one();

    struct Size {
        std::size_t columns = 80;
        std::size_t lines = 24;
        bool operator==(const Size&) const = default;
    };
    Size size() const;

    /// Puts these lines on the screen, in place; nothing if they are what is there.
    void show(const std::vector<std::string>& lines);

    enum class Key { none, quit, next, back, first };
    /// The next key that was pressed; never waits.
    Key read_key();
    /// Readable when a key was pressed.
    int descriptor() const;
    bool stop_requested() const;

private:
    termios before_{};
    std::string shown_;
    Size shown_at_{};
};

}  // namespace callwatch::ctl
