#include "wallboard/views/whole_window.hpp"

namespace wallboard {

void draw_over_window(const WallLook& look, const Theme& theme, std::vector<DrawnText>* log,
                      const std::function<void(Canvas&)>& draw)
{
    constexpr ImGuiWindowFlags bare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs |
                                      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav |
                                      ImGuiWindowFlags_NoSavedSettings;
    ImGui::GetStyle().CircleTessellationMaxError = 0.1f;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0f);
    ImGui::Begin("page", nullptr, bare);
    Canvas canvas{*ImGui::GetWindowDrawList(), look.scale, look.fonts, theme, log};
    draw(canvas);
    ImGui::End();
    ImGui::PopStyleVar(2);
}

}  // namespace wallboard
