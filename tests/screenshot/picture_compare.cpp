#include "tests/screenshot/picture_compare.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <stdexcept>

#include <png.h>

namespace wallboard::test {
namespace {

using Rgb = std::array<std::uint8_t, 3>;

constexpr int tint_max = 40;  // Of the darkest text on its field, edges included.

Rgb pixel(const Picture& picture, std::size_t i)
{
    return {picture.rgb[3 * i], picture.rgb[3 * i + 1], picture.rgb[3 * i + 2]};
}

int distance(const Rgb& a, const Rgb& b)
{
    int worst = 0;
    for (std::size_t c = 0; c < 3; ++c) worst = std::max(worst, std::abs(int{a[c]} - int{b[c]}));
    return worst;
}

std::vector<Rgb> frequent_colours(const Picture& picture)
{
    std::map<Rgb, std::size_t> count;
    for (std::size_t i = 0; i < picture.rgb.size() / 3; ++i) ++count[pixel(picture, i)];
    std::vector<std::pair<std::size_t, Rgb>> all;
    for (const auto& [colour, n] : count) all.emplace_back(n, colour);
    std::sort(all.rbegin(), all.rend());
    if (all.size() > 256) all.resize(256);
    std::vector<Rgb> colours;
    for (const auto& entry : all) colours.push_back(entry.second);
    return colours;
}

}  // namespace

std::vector<Region> differing_regions(const Picture& a, const Picture& b)
{
    if (a.width != b.width || a.height != b.height) return {{0, 0, -1}};
    std::vector<Region> regions;
    for (int y = 0; y < a.height; y += region_side) {
        for (int x = 0; x < a.width; x += region_side) {
            int pixels = 0;
            for (int v = y; v < std::min(y + region_side, a.height); ++v)
                for (int u = x; u < std::min(x + region_side, a.width); ++u) {
                    const auto i = static_cast<std::size_t>(v) * static_cast<std::size_t>(a.width) +
                                   static_cast<std::size_t>(u);
                    pixels += distance(pixel(a, i), pixel(b, i)) > channel_slack ? 1 : 0;
                }
            if (pixels > pixels_slack) regions.push_back({x, y, pixels});
        }
    }
    return regions;
}

int saturated_pixels(const Picture& picture)
{
    int n = 0;
    for (std::size_t i = 0; i < picture.rgb.size() / 3; ++i) {
        const Rgb p = pixel(picture, i);
        const auto [low, high] = std::minmax_element(p.begin(), p.end());
        n += *high - *low > tint_max ? 1 : 0;
    }
    return n;
}

void write_reduced_png(const Picture& picture, const std::string& path)
{
    const std::vector<Rgb> colours = frequent_colours(picture);
    std::map<Rgb, std::uint8_t> nearest;
    std::vector<std::uint8_t> indices;
    for (std::size_t i = 0; i < picture.rgb.size() / 3; ++i) {
        const Rgb p = pixel(picture, i);
        auto [at, is_new] = nearest.try_emplace(p, std::uint8_t{0});
        if (is_new) {
            const auto best = std::min_element(
                colours.begin(), colours.end(),
                [&](const Rgb& a, const Rgb& b) { return distance(a, p) < distance(b, p); });
            at->second = static_cast<std::uint8_t>(best - colours.begin());
        }
        indices.push_back(at->second);
    }
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(picture.width);
    image.height = static_cast<png_uint_32>(picture.height);
    image.format = PNG_FORMAT_RGB_COLORMAP;
    image.colormap_entries = static_cast<png_uint_32>(colours.size());
    if (png_image_write_to_file(&image, path.c_str(), 0, indices.data(), 0, colours.data()) == 0)
        throw std::runtime_error{path + ": " + image.message};
}

}  // namespace wallboard::test
