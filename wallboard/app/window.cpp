#include "wallboard/app/window.hpp"

#include <algorithm>
#include <vector>

#include <GLFW/glfw3.h>
#include <spdlog/spdlog.h>

#include "wallboard/app/desk_keys.hpp"
#include "wallboard/app/errors.hpp"
#include "wallboard/app/monitors.hpp"

namespace wallboard {
namespace {

std::string last_error()
{
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? "no reason given" : text;
}

GLFWmonitor* find_monitor(const std::string& wanted)
{
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    if (count == 0) throw DisplayError{"no monitor is connected"};
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) names.emplace_back(glfwGetMonitorName(monitors[i]));
    const std::size_t at = choose_monitor(names, wanted);
    spdlog::info("monitor {} of {}: {}", at + 1, count, names[at]);
    return monitors[at];
}

Window& of(GLFWwindow* window) { return *static_cast<Window*>(glfwGetWindowUserPointer(window)); }

void on_desk_key(Window& window, int key, int mods)
{
    desk::Press press = desk_press(key, mods);
    if (press.key == desk::Key::paste) press.pasted = window.clipboard();
    if (press.key != desk::Key::none) window.take_input(std::move(press));
}

/// At a desk Ctrl+Q ends; what ends a wall is the loop's to say.
void on_key(GLFWwindow* handle, int key, int, int action, int mods)
{
    Window& window = of(handle);
    if (window.serves_desk()) {
        if (action == GLFW_RELEASE) return;
        if (key == GLFW_KEY_Q && (mods & GLFW_MOD_CONTROL) != 0)
            glfwSetWindowShouldClose(handle, GLFW_TRUE);
        return on_desk_key(window, key, mods);
    }
    if (action != GLFW_PRESS) return;
    window.take_key(key);
}

void on_letter(GLFWwindow* handle, unsigned int letter)
{
    if (of(handle).serves_desk()) of(handle).take_input(desk::letter(letter));
}

/// Pixels of the framebuffer may be smaller than the units of the screen.
Window::Click in_pixels(GLFWwindow* handle, double x, double y)
{
    int w = 1, h = 1;
    glfwGetWindowSize(handle, &w, &h);
    const PixelSize size = of(handle).size();
    return {static_cast<float>(x * size.width / std::max(1, w)),
            static_cast<float>(y * size.height / std::max(1, h))};
}

void on_button(GLFWwindow* handle, int button, int action, int)
{
    if (button != GLFW_MOUSE_BUTTON_LEFT || action != GLFW_PRESS || !of(handle).serves_desk())
        return;
    double x = 0, y = 0;
    glfwGetCursorPos(handle, &x, &y);
    of(handle).take_input(in_pixels(handle, x, y));
}

void on_pointer(GLFWwindow* handle, double x, double y)
{
    if (of(handle).serves_desk()) of(handle).take_pointer(in_pixels(handle, x, y));
}

void on_enter(GLFWwindow* handle, int entered)
{
    if (entered == GLFW_FALSE) of(handle).take_pointer(std::nullopt);
}

void on_wheel(GLFWwindow* handle, double, double by)
{
    if (of(handle).serves_desk())
        of(handle).take_input(desk::Press{by > 0 ? desk::Key::up : desk::Key::down});
}

void on_refresh(GLFWwindow* window) { of(window).note(); }

}  // namespace

Window::Window(PixelSize size, bool visible, const std::optional<std::string>& monitor)
{
    if (glfwInit() != GLFW_TRUE)
        throw DisplayError{"no display (" + last_error() +
                           "): set DISPLAY, or run under xvfb-run -a"};
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_VISIBLE, visible ? GLFW_TRUE : GLFW_FALSE);
    // Nothing is drawn with them, and software pays for each bit of a pixel.
    for (const int bits : {GLFW_DEPTH_BITS, GLFW_STENCIL_BITS, GLFW_ALPHA_BITS})
        glfwWindowHint(bits, 0);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    GLFWmonitor* on = monitor ? find_monitor(*monitor) : nullptr;
    if (on != nullptr) {
        const GLFWvidmode* mode = glfwGetVideoMode(on);
        size = {mode->width, mode->height};
        glfwWindowHint(GLFW_REFRESH_RATE, mode->refreshRate);
    }
    window_ = glfwCreateWindow(size.width, size.height, "Callwatch", on, nullptr);
    if (window_ == nullptr) {
        const std::string why = last_error();
        glfwTerminate();
        throw DisplayError{"no OpenGL 3.2 window: " + why};
    }
    glfwMakeContextCurrent(window_);
    glfwSwapInterval(1);
    glfwSetWindowUserPointer(window_, this);  // It is never moved.
    glfwSetKeyCallback(window_, on_key);
    glfwSetCharCallback(window_, on_letter);
    glfwSetMouseButtonCallback(window_, on_button);
    glfwSetScrollCallback(window_, on_wheel);
    glfwSetCursorPosCallback(window_, on_pointer);
    glfwSetCursorEnterCallback(window_, on_enter);
    glfwSetWindowRefreshCallback(window_, on_refresh);
    if (on != nullptr) glfwSetInputMode(window_, GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
}

Window Window::full_screen(const std::string& monitor) { return {PixelSize{}, true, monitor}; }
Window Window::windowed(PixelSize size) { return {size, true, std::nullopt}; }
Window Window::hidden() { return {PixelSize{64, 64}, false, std::nullopt}; }

Window::~Window()
{
    glfwDestroyWindow(window_);
    glfwTerminate();
}

bool Window::should_close() const { return glfwWindowShouldClose(window_) == GLFW_TRUE; }
void Window::close() { glfwSetWindowShouldClose(window_, GLFW_TRUE); }
bool Window::is_iconified() const
{
    return glfwGetWindowAttrib(window_, GLFW_ICONIFIED) == GLFW_TRUE;
}

PixelSize Window::size() const
{
    PixelSize size;
    glfwGetFramebufferSize(window_, &size.width, &size.height);
    return size;
}

void Window::take_key(int key)
{
    constexpr std::size_t keys_max = 32;
    note();
    if (keys_.size() < keys_max) keys_.push_back(key);
}

void Window::take_input(Input input)
{
    constexpr std::size_t input_max = 256;
    note();
    if (input_.size() < input_max) input_.push_back(std::move(input));
}

void Window::serve_desk()
{
    desk_ = true;
    glfwSetInputMode(window_, GLFW_CURSOR, GLFW_CURSOR_NORMAL);
    glfwSetWindowTitle(window_, "Callwatch desk");
}

std::string Window::clipboard() const
{
    const char* text = glfwGetClipboardString(window_);
    return text == nullptr ? std::string{} : text;
}

PixelSize Window::screen() const
{
    GLFWmonitor* monitor = glfwGetWindowMonitor(window_);
    if (monitor == nullptr) monitor = glfwGetPrimaryMonitor();
    const GLFWvidmode* mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    return mode == nullptr ? PixelSize{} : PixelSize{mode->width, mode->height};
}

void Window::toggle_full_screen()
{
    auto& before = before_full_screen_;
    if (glfwGetWindowMonitor(window_) != nullptr) {
        const bool known = before.w > 0;
        glfwSetWindowMonitor(window_, nullptr, before.x, before.y, known ? before.w : 1600,
                             known ? before.h : 900, GLFW_DONT_CARE);
        return;
    }
    GLFWmonitor* monitor = glfwGetPrimaryMonitor();
    if (monitor == nullptr) return;
    glfwGetWindowPos(window_, &before.x, &before.y);
    glfwGetWindowSize(window_, &before.w, &before.h);
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    glfwSetWindowMonitor(window_, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void Window::swap() { glfwSwapBuffers(window_); }
void Window::wait(Micros most)
{
    // Without a time it would only look.
    most = std::max<Micros>(most, std::chrono::milliseconds{1});
    glfwWaitEventsTimeout(std::chrono::duration<double>(most).count());
}
void Window::wake() { glfwPostEmptyEvent(); }

}  // namespace wallboard
