#pragma once

#include <cstddef>

#include "wallboard/model/box.hpp"
#include "wallboard/model/layout.hpp"

namespace wallboard {

/// Where the tiles of the page Live are. A tile that there is no room for has an empty box.
struct LivePlaces {
    Box waiting;
    Box answering;
    Box queues;
    Box coverage;
    Box day;
    Box unreturned;
    Box footline;
};

/// Tables share what is left by their number of rows, on an upright page only.
LivePlaces place_live(const Layout& layout, std::size_t queues, std::size_t locations);

/// How a table of `wanted` rows uses a height: rows, head included, are between `least` and `most`
/// high.
struct Rows {
    std::size_t shown = 0;  ///< The last one is a summary if this is less than wanted.
    float pitch = 0;
};
Rows rows_for(float height, std::size_t wanted, float least, float most);

}  // namespace wallboard
