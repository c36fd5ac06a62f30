#pragma once

#include "wallboard/model/desk/press.hpp"

namespace wallboard {

/// A key of GLFW with its modifiers, as the desk knows it; Key::none for letters, which come as
/// characters, and for keys that mean nothing.
desk::Press desk_press(int key, int mods);

}  // namespace wallboard
