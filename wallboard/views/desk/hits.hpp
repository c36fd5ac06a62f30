#pragma once

#include <optional>
#include <vector>

#include "wallboard/model/box.hpp"
#include "wallboard/model/desk/press.hpp"

namespace wallboard::desk {

/// Where a click means something: written down while the page is drawn, asked when somebody clicks.
struct Hit {
    Box box;  ///< In u.
    Touch touch;
};
using Hits = std::vector<Hit>;

/// What a click at this place means; the one drawn last lies on top.
inline std::optional<Touch> touch_at(const Hits& hits, float x, float y)
{
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit)
        if (x >= hit->box.x && x < hit->box.right() && y >= hit->box.y && y < hit->box.bottom())
            return hit->touch;
    return std::nullopt;
}

}  // namespace wallboard::desk
