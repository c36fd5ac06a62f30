#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wallboard/app/command_line.hpp"

struct GLFWwindow;

namespace wallboard {

/// GLFW and one window with an OpenGL 3.2 context. Only one at a time. Throws DisplayError.
class Window {
public:
    /// Over the whole of a monitor: no pointer, no screen saver.
    static Window full_screen(const std::string& monitor);
    static Window windowed(PixelSize size);
    static Window hidden();  ///< For pictures only.

    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    GLFWwindow* handle() const { return window_; }
    bool should_close() const;
    void close();  ///< should_close() is true from now on.
    bool is_iconified() const;
    PixelSize size() const;  ///< Of the framebuffer.
    void swap();

    /// Keys that were pressed since the last call, as GLFW codes; the oldest 32.
    std::vector<int> take_keys() { return std::exchange(keys_, {}); }
    void take_key(int key);

    /// Sleeps until something happens, wake() is called, or the time is over.
    void wait(double seconds);
    static void wake();  ///< From any thread.

private:
    Window(PixelSize size, bool visible, const std::optional<std::string>& monitor);
    GLFWwindow* window_ = nullptr;
    std::vector<int> keys_;
};

}  // namespace wallboard
