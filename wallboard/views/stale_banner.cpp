#include "wallboard/views/stale_banner.hpp"

#include <algorithm>

#include "wallboard/widgets/banner.hpp"

namespace wallboard {

void draw_stale_banner(Canvas& canvas, const FrameView& frame, const Layout& layout)
{
    if (!frame.banner) return;
    constexpr float height = 242;
    constexpr float below_heroes = 366;
    const float y = layout.wide() ? below_heroes : std::max(below_header, (layout.h - height) / 2);
    draw_banner(canvas, *frame.banner, {0, y, layout.w, height});
}

}  // namespace wallboard
