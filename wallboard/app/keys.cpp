#include "wallboard/app/keys.hpp"

#include <GLFW/glfw3.h>

namespace wallboard {

void press(PageMaker& maker, int key)
{
    const auto step = [&](int by) {
        maker.pick(neighbour(maker.policy(), maker.choice().page, by));
    };
    switch (key) {
        case GLFW_KEY_1:
        case GLFW_KEY_KP_1: return maker.pick(Page::live);
        case GLFW_KEY_2:
        case GLFW_KEY_KP_2: return maker.pick(Page::returns);
        case GLFW_KEY_3:
        case GLFW_KEY_KP_3: return maker.pick(Page::end_of_day);
        case GLFW_KEY_4:
        case GLFW_KEY_KP_4: return maker.pick(Page::departures);
        case GLFW_KEY_5:
        case GLFW_KEY_KP_5: return maker.pick(Page::greetings);
        case GLFW_KEY_6:
        case GLFW_KEY_KP_6: return maker.pick(Page::team);
        case GLFW_KEY_7:
        case GLFW_KEY_KP_7: return maker.pick(Page::trends);
        case GLFW_KEY_8:
        case GLFW_KEY_KP_8: return maker.pick(Page::health);
        case GLFW_KEY_RIGHT:
        case GLFW_KEY_DOWN: return step(1);
        case GLFW_KEY_LEFT:
        case GLFW_KEY_UP: return step(-1);
        case GLFW_KEY_0:
        case GLFW_KEY_KP_0:
        case GLFW_KEY_SPACE: return maker.resume();
        default: return;
    }
}

}  // namespace wallboard
