#pragma once

#include <string>

namespace wallboard {

/// A key that works now and what it does: "Tab", "next figure". `armed`: pressing it is what
/// counts, as the second keystroke that records; shown filled.
struct KeyHint {
    std::string key;   ///< As on the keyboard, at most a word.
    std::string does;  ///< Empty: the key alone.
    bool armed = false;
    bool operator==(const KeyHint&) const = default;
};

}  // namespace wallboard
