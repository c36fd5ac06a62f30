#include "wallboard/app/window.hpp"

#include <vector>

#include <GLFW/glfw3.h>
#include <spdlog/spdlog.h>

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

void on_key(GLFWwindow* window, int key, int, int action, int)
{
    if (action != GLFW_PRESS) return;
    static_cast<Window*>(glfwGetWindowUserPointer(window))->take_key(key);
}

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
    if (keys_.size() < keys_max) keys_.push_back(key);
}

void Window::swap() { glfwSwapBuffers(window_); }
void Window::wait(double seconds) { glfwWaitEventsTimeout(seconds > 0 ? seconds : 0.001); }
void Window::wake() { glfwPostEmptyEvent(); }

}  // namespace wallboard
