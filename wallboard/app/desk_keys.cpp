#include "wallboard/app/desk_keys.hpp"

#include <GLFW/glfw3.h>

namespace wallboard {
namespace {

desk::Key key_of(int key, int mods)
{
    using desk::Key;
    const bool shift = (mods & GLFW_MOD_SHIFT) != 0;
    const bool control = (mods & GLFW_MOD_CONTROL) != 0;
    switch (key) {
        case GLFW_KEY_UP: return Key::up;
        case GLFW_KEY_DOWN: return Key::down;
        case GLFW_KEY_LEFT: return Key::left;
        case GLFW_KEY_RIGHT: return Key::right;
        case GLFW_KEY_PAGE_UP: return Key::page_up;
        case GLFW_KEY_PAGE_DOWN: return Key::page_down;
        case GLFW_KEY_HOME: return Key::home;
        case GLFW_KEY_END: return Key::end;
        case GLFW_KEY_TAB: return shift ? Key::back_tab : Key::tab;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER: return Key::enter;
        case GLFW_KEY_ESCAPE: return Key::escape;
        case GLFW_KEY_BACKSPACE: return Key::backspace;
        case GLFW_KEY_DELETE: return Key::erase;
        case GLFW_KEY_INSERT: return shift ? Key::paste : Key::none;
        case GLFW_KEY_V: return control ? Key::paste : Key::none;
        case GLFW_KEY_F1: return Key::f1;
        case GLFW_KEY_F11: return Key::f11;
        default: return Key::none;
    }
}

}  // namespace

desk::Press desk_press(int key, int mods) { return {.key = key_of(key, mods)}; }

}  // namespace wallboard
