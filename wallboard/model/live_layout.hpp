#pragma once

#include <cstddef>

#include "wallboard/model/box.hpp"
#include "wallboard/model/layout.hpp"
#include "wallboard/model/table.hpp"

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

}  // namespace wallboard
