#pragma once

#include <functional>
#include <vector>

#include "wallboard/widgets/canvas.hpp"

namespace wallboard {

/// What a page is drawn with.
struct WallLook {
    const Scale& scale;
    const Fonts& fonts;
    ThemeName theme = ThemeName::dark;
};

/// One ImGui window over everything and a canvas on it; its ground, the colour of the page, is what
/// the screen was cleared with (app/painter.cpp); between NewFrame() and Render(). ImGui gets no
/// input: what keys and clicks mean is ours. `log`, if given, gets every text with its place.
void draw_over_window(const WallLook& look, const Theme& theme, std::vector<DrawnText>* log,
                      const std::function<void(Canvas&)>& draw);

}  // namespace wallboard
