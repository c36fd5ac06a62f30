#pragma once

#include "wallboard/app/command_line.hpp"
#include "wallboard/app/png_file.hpp"
#include "wallboard/app/window.hpp"
#include "wallboard/views/wall.hpp"

namespace wallboard {

/// Pixels from a page: the ImGui context, its fonts and its OpenGL side. One per Window, which must
/// outlive it. The font atlas is built again only when the size changes.
class Painter {
public:
    Painter(Window& window, const Viewing& viewing, ThemeName theme);
    ~Painter();
    Painter(const Painter&) = delete;
    Painter& operator=(const Painter&) = delete;

    /// The room of a page on a screen of this size.
    Layout layout(PixelSize size) const;

    /// Draws into the current framebuffer, with the card of a figure over the page if there is one;
    /// the caller swaps.
    void paint(const PageView& page, PixelSize size,
               const std::optional<ExplainCard>& card = std::nullopt);

    /// Draws off screen; the size need not fit any screen. Throws DisplayError.
    Picture picture(const PageView& page, PixelSize size,
                    const std::optional<ExplainCard>& card = std::nullopt);

private:
    void build_fonts(PixelSize size);

    Viewing viewing_;
    ThemeName theme_;
    Scale scale_;
    Fonts fonts_;
    bool fonts_built_ = false;
};

}  // namespace wallboard
