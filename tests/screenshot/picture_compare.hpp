#pragma once

#include <string>
#include <vector>

#include "wallboard/app/png_file.hpp"

namespace wallboard::test {

/// Software rendering differs a little between processors, at the edges of letters: a pixel counts
/// only if a channel is further off than this, and a region only if more pixels than that are.
constexpr int channel_slack = 48;
constexpr int region_side = 16;
constexpr int pixels_slack = 6;

struct Region {
    int x = 0;
    int y = 0;
    int pixels = 0;  ///< That differ.
};

/// Regions of region_side x region_side that differ. Pictures of different size differ everywhere:
/// one region with -1 pixels.
std::vector<Region> differing_regions(const Picture& a, const Picture& b);

/// Pixels that have a colour: channels further apart than the tint of the neutral greys.
int saturated_pixels(const Picture& picture);

/// At most 256 colours, the most frequent ones exactly; for files that are small enough to keep.
void write_reduced_png(const Picture& picture, const std::string& path);

}  // namespace wallboard::test
