// Would the comparison of pictures notice what a person would? And not what only a processor does?
// Without this, every reference picture could pass for ever.

#include <catch2/catch.hpp>

#include "tests/screenshot/picture_compare.hpp"

using namespace wallboard;
using namespace wallboard::test;

namespace {

Picture reference(const std::string& name)
{
    return read_png(std::string{CALLWATCH_REFERENCES} + "/" + name + ".png");
}

struct Area {
    int x, y, w, h;
};

/// Moves what is in the area by one pixel to the right.
Picture shifted(Picture picture, Area area)
{
    for (int y = area.y; y < area.y + area.h; ++y) {
        const auto row = picture.rgb.begin() + std::ptrdiff_t{y} * picture.width * 3;
        std::copy_backward(row + area.x * 3, row + (area.x + area.w) * 3,
                           row + (area.x + area.w + 1) * 3);
    }
    return picture;
}

}  // namespace

TEST_CASE("a picture agrees with itself, and with the noise of another processor",
          "[screenshot][canary]")
{
    const Picture picture = reference("live-alarm");
    CHECK(differing_regions(picture, picture).empty());
    Picture noisy = picture;
    unsigned seed = 7;
    for (auto& channel : noisy.rgb) {
        seed = seed * 1664525u + 1013904223u;
        channel = static_cast<std::uint8_t>(
            std::clamp(int{channel} + static_cast<int>(seed >> 28) - 8, 0, 255));
    }
    CHECK(differing_regions(picture, noisy).empty());
}

TEST_CASE("a small digit one pixel further right is a difference (canary)", "[screenshot][canary]")
{
    const Picture picture = reference("live-alarm");
    // The last digit of "87.2 %", in the table.
    const auto regions = differing_regions(picture, shifted(picture, {556, 338, 20, 24}));
    CHECK_FALSE(regions.empty());
}

TEST_CASE("another digit is a difference", "[screenshot][canary]")
{
    CHECK(differing_regions(reference("end-of-day-clear"), reference("end-of-day-violations"))
              .size() > 100);
    CHECK_FALSE(differing_regions(reference("live-alarm"), reference("live-stale")).empty());
}

TEST_CASE("pictures of different sizes never agree", "[screenshot][canary]")
{
    CHECK_FALSE(
        differing_regions(reference("live-alarm"), reference("live-alarm-upright")).empty());
}

TEST_CASE("the calm page has no colour at all, the others have", "[screenshot]")
{
    CHECK(saturated_pixels(reference("live-calm")) == 0);
    CHECK(saturated_pixels(reference("live-stale")) == 0);
    CHECK(saturated_pixels(reference("live-unknown-source")) == 0);
    CHECK(saturated_pixels(reference("live-alarm")) > 100'000);
}
