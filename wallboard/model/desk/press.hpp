#pragma once

#include <cstddef>
#include <string>
#include <variant>

namespace wallboard::desk {

/// Keys that are no letters. What prints comes as a letter, so that keyboards of every country find
/// theirs.
enum class Key {
    none,
    up,
    down,
    left,
    right,
    page_up,
    page_down,
    home,
    end,
    tab,
    back_tab,
    enter,
    escape,
    backspace,
    erase,
    paste,  ///< With the text of the clipboard in Press::pasted.
    f1,
    f11
};

/// One keystroke: a key, or else a letter.
struct Press {
    Key key = Key::none;
    char32_t letter = 0;
    std::string pasted = {};
    bool operator==(const Press&) const = default;
};

constexpr Press letter(char32_t which) { return {.key = Key::none, .letter = which}; }

// What a click can mean besides the key that does the same.
struct ChooseRow {
    std::string id;
    bool operator==(const ChooseRow&) const = default;
};
struct ChooseLocation {
    std::string id;  ///< Empty: all.
    bool operator==(const ChooseLocation&) const = default;
};
struct ChooseField {
    std::size_t at = 0;
    bool operator==(const ChooseField&) const = default;
};

/// What somebody did: everything the desk is told comes as one of these.
using Touch = std::variant<Press, ChooseRow, ChooseLocation, ChooseField>;

}  // namespace wallboard::desk
