#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include <imgui.h>
#include <catch2/catch.hpp>

#include "wallboard/views/wall.hpp"

// A screen without a window or GPU: ImGui lays out on its own, its asserts catch an unbalanced
// Begin or Push, and every text that is drawn can be asked for its place.

namespace wallboard::test {

struct Size {
    int w, h;
};

constexpr float tolerance = 1.5f;  // In u, where a pixel is not larger.

/// An ImGui context without a renderer, for one size and distance.
class Headless {
public:
    Headless(Size size, float distance_m = 4.2f, ThemeName theme = ThemeName::dark)
        : scale_{{distance_m, 55}, size.w, size.h},
          theme_{theme}
    {
        ImGui::CreateContext();
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetIO().DisplaySize = {static_cast<float>(size.w), static_cast<float>(size.h)};
        fonts_.build(scale_);
    }
    ~Headless() { ImGui::DestroyContext(); }
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    /// Widths are those of fonts that were rasterised: half a pixel here or there.
    float slack() const { return std::max(tolerance, 1.0f / scale_.u()); }
    Layout layout() const { return layout_for(scale_.width_u(), scale_.height_u()); }

    std::vector<DrawnText> draw(const PageView& page)
    {
        std::vector<DrawnText> texts;
        ImGui::GetIO().DeltaTime = 1.0f;
        ImGui::NewFrame();
        draw_wall(page, {scale_, fonts_, theme_}, &texts);
        ImGui::Render();
        CHECK(ImGui::GetDrawData()->Valid);
        return texts;
    }

private:
    Scale scale_;
    ThemeName theme_;
    Fonts fonts_;
};

inline bool overlap(const Box& a, const Box& b, float slack)
{
    return a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() &&
           b.y + slack < a.bottom();
}

inline bool inside(const Box& a, const Box& tile, float slack)
{
    return a.x >= tile.x - slack && a.right() <= tile.right() + slack && a.y >= tile.y - slack &&
           a.bottom() <= tile.bottom() + slack;
}

/// One line for each text that is over another or not in its tile; empty is right.
inline std::vector<std::string> faults(const std::vector<DrawnText>& texts, float slack = tolerance)
{
    std::vector<std::string> all;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!inside(texts[i].box, texts[i].tile, slack)) all.push_back("cut: " + texts[i].text);
        for (std::size_t k = i + 1; k < texts.size(); ++k)
            if (texts[i].layer == texts[k].layer && overlap(texts[i].box, texts[k].box, slack))
                all.push_back("over each other: " + texts[i].text + " | " + texts[k].text);
    }
    return all;
}

}  // namespace wallboard::test
