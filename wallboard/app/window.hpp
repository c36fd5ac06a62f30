#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "wallboard/app/command_line.hpp"
#include "wallboard/model/desk/press.hpp"
#include "wallboard/model/instant.hpp"

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

    /// From now on the window is a desk's: Esc ends nothing, letters and clicks are kept too.
    void serve_desk();
    bool serves_desk() const { return desk_; }
    /// What was typed and where was clicked, in the order it happened; the oldest 256.
    struct Click {
        float x = 0;  ///< Of the framebuffer, in pixels.
        float y = 0;
    };
    using Input = std::variant<desk::Press, Click>;
    std::vector<Input> take_input() { return std::exchange(input_, {}); }
    void take_input(Input input);
    /// Where the pointer is on a desk's window, as a click would be; nothing: elsewhere.
    std::optional<Click> pointer() const { return pointer_; }
    void take_pointer(std::optional<Click> at) { pointer_ = at; }
    std::string clipboard() const;
    /// Between a window and the whole screen it is on.
    void toggle_full_screen();
    PixelSize screen() const;  ///< Of the monitor, in pixels.
    /// Counts keys and clicks, and what the window system did to the pixels: uncovered, resized.
    std::uint64_t happened() const { return happened_; }
    void note() { ++happened_; }

    /// Sleeps until something happens, wake() is called, or the time is over.
    void wait(Micros most);
    static void wake();  ///< From any thread.

private:
    Window(PixelSize size, bool visible, const std::optional<std::string>& monitor);
    GLFWwindow* window_ = nullptr;
    std::vector<int> keys_;
    std::vector<Input> input_;
    bool desk_ = false;
    std::optional<Click> pointer_;
    struct {
        int x, y, w, h;
    } before_full_screen_{};
    std::uint64_t happened_ = 0;
};

}  // namespace wallboard
