#pragma once

#include <functional>

#include "wallboard/app/command_line.hpp"
#include "wallboard/app/png_file.hpp"
#include "wallboard/app/window.hpp"
#include "wallboard/views/wall.hpp"

namespace wallboard {

/// How large things are in a framebuffer of a size.
using ScaleOf = std::function<Scale(PixelSize)>;
ScaleOf scale_of_wall(const Viewing& viewing);
/// Windows on a screen: type keeps its size whatever the size of the window.
ScaleOf scale_of_desk(const Viewing& viewing, PixelSize screen);

/// What is drawn between NewFrame() and Render().
using Draw = std::function<void(const WallLook&)>;

/// Pixels from a page: the ImGui context, its fonts and its OpenGL side. One per Window, which must
/// outlive it. The font atlas is built again only when the size changes.
class Painter {
public:
    Painter(Window& window, ScaleOf scale_of, ThemeName theme);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    /// Another distance, screen or theme, from the next frame on.
    void change(ScaleOf scale_of, ThemeName theme);

    /// The room of a page on a screen of this size.
    Layout layout(PixelSize size) const;

    /// Draws into the current framebuffer, with the card of a figure over the page if there is one;
    /// the caller swaps.
    void paint(const Draw& draw, PixelSize size);
    void paint(const PageView& page, PixelSize size,
               const std::optional<ExplainCard>& card = std::nullopt);

    /// Draws off screen; the size need not fit any screen. Throws DisplayError.
    Picture picture(const Draw& draw, PixelSize size);
    Picture picture(const PageView& page, PixelSize size,
                    const std::optional<ExplainCard>& card = std::nullopt);

    Scale scale(PixelSize size) const { return scale_of_(size); }

private:
    void build_fonts(PixelSize size);

    ScaleOf scale_of_;
    ThemeName theme_;
    Scale scale_;
    Fonts fonts_;
    float built_u_ = 0;  ///< For which the fonts were built; 0: not yet.
};

}  // namespace wallboard
