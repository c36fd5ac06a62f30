#pragma once

#include <array>
#include <string>

#include <imgui.h>

#include "wallboard/widgets/scale.hpp"

namespace wallboard {

enum class Face { regular, medium, bold, condensed, condensed_medium, condensed_bold };

/// The faces of the wall in the sizes of one scale, in an atlas of the current ImGui context.
///
/// Roboto (package fonts-roboto-unhinted): all ten digits of a face have one advance as
/// stb_truetype reads them, so columns of figures stand in line. Where it is not installed DejaVu
/// Sans, and without that ImGui's own face, which knows no accents. Build again only when the scale
/// changes.
class Fonts {
public:
    /// Clears and fills the atlas of the current context; the caller uploads the texture. `folder`
    /// is searched instead of the system's font folders unless it is empty.
    void build(const Scale& scale, const std::string& folder = {});

    /// A face that was not built in this step gives the nearest that was, in the same step.
    const ImFont* get(Face face, Step step) const;

    /// False where a fallback is in use; said once in the log.
    bool is_roboto() const { return roboto_; }

private:
    static constexpr std::size_t faces = 6;
    static constexpr std::size_t steps = 7;
    std::array<std::array<ImFont*, steps>, faces> built_{};
    bool roboto_ = false;
};

}  // namespace wallboard
