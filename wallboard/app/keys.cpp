#include "wallboard/app/keys.hpp"

#include <GLFW/glfw3.h>

namespace wallboard {

namespace {

bool press_page(PageMaker& maker, int key)
{
    const auto show = [&](Page page) {
        maker.pick(page);
        return true;
    };
    const auto step = [&](int by) {
        return show(neighbour(maker.policy(), maker.choice().page, by));
    };
    switch (key) {
        case GLFW_KEY_1:
        case GLFW_KEY_KP_1: return show(Page::live);
        case GLFW_KEY_2:
        case GLFW_KEY_KP_2: return show(Page::returns);
        case GLFW_KEY_3:
        case GLFW_KEY_KP_3: return show(Page::end_of_day);
        case GLFW_KEY_4:
        case GLFW_KEY_KP_4: return show(Page::departures);
        case GLFW_KEY_5:
        case GLFW_KEY_KP_5: return show(Page::greetings);
        case GLFW_KEY_6:
        case GLFW_KEY_KP_6: return show(Page::team);
        case GLFW_KEY_7:
        case GLFW_KEY_KP_7: return show(Page::trends);
        case GLFW_KEY_8:
        case GLFW_KEY_KP_8: return show(Page::health);
        case GLFW_KEY_RIGHT:
        case GLFW_KEY_DOWN: return step(1);
        case GLFW_KEY_LEFT:
        case GLFW_KEY_UP: return step(-1);
        case GLFW_KEY_0:
        case GLFW_KEY_KP_0:
        case GLFW_KEY_SPACE:
            maker.close_explanation();
            maker.resume();
            return true;
        default: return false;
    }
}

}  // namespace

bool press(PageMaker& maker, int key)
{
    switch (key) {
        case GLFW_KEY_F1: maker.toggle_explanation(); return true;
        case GLFW_KEY_TAB: maker.explain_next(); return true;
        case GLFW_KEY_ESCAPE: return maker.close_explanation();
        case GLFW_KEY_V: maker.show_tables(!maker.shows_tables()); return true;
        default: return press_page(maker, key);
    }
}

bool ends_wall(int key) { return key == GLFW_KEY_ESCAPE || key == GLFW_KEY_Q; }

}  // namespace wallboard
