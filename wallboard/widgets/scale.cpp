#include "wallboard/widgets/scale.hpp"

#include <algorithm>
#include <cmath>

namespace wallboard {

Scale::Scale(const Viewing& viewing, int width_px, int height_px)
    : width_px_{std::max(1, width_px)},
      height_px_{std::max(1, height_px)},
      u_{0}
{
    const float diagonal_px =
        std::hypot(static_cast<float>(width_px_), static_cast<float>(height_px_));
    const float pitch_mm = viewing.diagonal_inch * 25.4f / diagonal_px;
    u_ = viewing.distance_m * 1000.0f * cap_per_distance / pitch_mm / label_cap_u;
}

Scale Scale::of_window(const Viewing& viewing, int screen_w, int screen_h, int width_px,
                       int height_px)
{
    Scale scale{viewing, screen_w, screen_h};
    scale.width_px_ = std::max(1, width_px);
    scale.height_px_ = std::max(1, height_px);
    return scale;
}

}  // namespace wallboard
