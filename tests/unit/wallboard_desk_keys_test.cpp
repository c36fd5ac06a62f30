// Does each key of the keyboard mean what the desk's keys say, and nothing where it has no meaning?

#include <array>

#include <GLFW/glfw3.h>
#include <catch2/catch.hpp>

#include "wallboard/app/desk_keys.hpp"

using namespace wallboard;
using desk::Key;

namespace {

struct Meaning {
    int key;
    Key meant;
};

Key key(int glfw, int mods = 0) { return desk_press(glfw, mods).key; }

}  // namespace

TEST_CASE("keys that print nothing have their meaning", "[unit][desk]")
{
    for (const auto& [glfw, meant] :
         {Meaning{GLFW_KEY_UP, Key::up}, Meaning{GLFW_KEY_DOWN, Key::down},
          Meaning{GLFW_KEY_LEFT, Key::left}, Meaning{GLFW_KEY_RIGHT, Key::right},
          Meaning{GLFW_KEY_PAGE_UP, Key::page_up}, Meaning{GLFW_KEY_PAGE_DOWN, Key::page_down},
          Meaning{GLFW_KEY_HOME, Key::home}, Meaning{GLFW_KEY_END, Key::end},
          Meaning{GLFW_KEY_TAB, Key::tab}, Meaning{GLFW_KEY_ENTER, Key::enter},
          Meaning{GLFW_KEY_KP_ENTER, Key::enter}, Meaning{GLFW_KEY_ESCAPE, Key::escape},
          Meaning{GLFW_KEY_BACKSPACE, Key::backspace}, Meaning{GLFW_KEY_DELETE, Key::erase},
          Meaning{GLFW_KEY_F1, Key::f1}, Meaning{GLFW_KEY_F11, Key::f11}}) {
        CHECK(key(glfw) == meant);
        CHECK(desk_press(glfw, 0).letter == 0);
        CHECK(desk_press(glfw, 0).pasted.empty());
    }
    CHECK(key(GLFW_KEY_TAB, GLFW_MOD_SHIFT) == Key::back_tab);
}

TEST_CASE("a paste is Control and V, or Shift and Insert", "[unit][desk]")
{
    CHECK(key(GLFW_KEY_V, GLFW_MOD_CONTROL) == Key::paste);
    CHECK(key(GLFW_KEY_INSERT, GLFW_MOD_SHIFT) == Key::paste);
    CHECK(key(GLFW_KEY_V) == Key::none);
    CHECK(key(GLFW_KEY_V, GLFW_MOD_SHIFT) == Key::none);
    CHECK(key(GLFW_KEY_INSERT) == Key::none);
    CHECK(key(GLFW_KEY_INSERT, GLFW_MOD_CONTROL) == Key::none);
}

TEST_CASE("letters come as characters, not as keys", "[unit][desk]")
{
    for (int glfw = GLFW_KEY_A; glfw <= GLFW_KEY_Z; ++glfw)
        for (const int mods : {0, GLFW_MOD_SHIFT, GLFW_MOD_ALT})
            CHECK(key(glfw, mods) == Key::none);
    for (int glfw = GLFW_KEY_0; glfw <= GLFW_KEY_9; ++glfw) CHECK(key(glfw) == Key::none);
    for (const int glfw : {GLFW_KEY_UNKNOWN, GLFW_KEY_SPACE, GLFW_KEY_F2, GLFW_KEY_LEFT_SHIFT})
        CHECK(key(glfw) == Key::none);
}
