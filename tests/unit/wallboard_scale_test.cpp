// Are sizes those of a person's eye, and colours those that everybody can tell apart? Figures: 16
// arc minutes at the viewing distance; WCAG 2 contrast.

#include <algorithm>
#include <cmath>
#include <vector>

#include <catch2/catch.hpp>

#include "wallboard/model/layout.hpp"
#include "wallboard/widgets/scale.hpp"
#include "wallboard/widgets/theme.hpp"

using namespace wallboard;

namespace {

float cap(float distance_m, float diagonal_inch, int w, int h)
{
    return Scale{{distance_m, diagonal_inch}, w, h}.label_cap_px();
}

double channel(std::uint32_t eight_bits)
{
    const double c = static_cast<double>(eight_bits) / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour)
{
    return 0.2126 * channel(colour.rgb >> 16 & 255) + 0.7152 * channel(colour.rgb >> 8 & 255) +
           0.0722 * channel(colour.rgb & 255);
}

double contrast(Colour a, Colour b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

int saturation(Colour colour)
{
    const int r = colour.rgb >> 16 & 255, g = colour.rgb >> 8 & 255, b = colour.rgb & 255;
    return std::max({r, g, b}) - std::min({r, g, b});
}

}  // namespace

TEST_CASE("capitals of a label are 16 arc minutes high on any screen", "[unit][wallboard]")
{
    CHECK(cap(3, 55, 1920, 1080) == Approx(22.0).margin(0.1));
    CHECK(cap(4.2f, 55, 1920, 1080) == Approx(30.8).margin(0.1));
    CHECK(cap(5, 55, 1920, 1080) == Approx(36.7).margin(0.1));
    CHECK(cap(8, 55, 1920, 1080) == Approx(58.7).margin(0.1));
    CHECK(cap(4.2f, 55, 3840, 2160) == Approx(61.6).margin(0.1));
    CHECK(cap(4.2f, 55, 1280, 720) == Approx(20.5).margin(0.1));
    CHECK(cap(4.2f, 55, 720, 1280) == Approx(20.5).margin(0.1));
    CHECK(cap(0.65f, 24, 1920, 1080) == Approx(10.9).margin(0.1));
}

TEST_CASE("a screen too far away drops things, its type stays as large", "[unit][wallboard]")
{
    const auto shape = [](float distance_m, int w, int h) {
        const Scale scale{{distance_m, 55}, w, h};
        return layout_for(scale.width_u(), scale.height_u()).shape;
    };
    CHECK(shape(4.2f, 1920, 1080) == Shape::wide);
    CHECK(shape(4.2f, 1280, 720) == Shape::wide);
    CHECK(shape(4.2f, 3840, 2160) == Shape::wide);
    CHECK(shape(4.2f, 720, 1280) == Shape::upright);
    CHECK(shape(5, 1920, 1080) == Shape::far);
    CHECK(shape(8, 1920, 1080) == Shape::far);
}

TEST_CASE("every text stands out from what it stands on", "[unit][wallboard]")
{
    for (const ThemeName name : {ThemeName::dark, ThemeName::light}) {
        const Theme t = make_theme(name);
        CHECK(contrast(t.text, t.tile) > 7);
        CHECK(contrast(t.second, t.tile) > 7);
        CHECK(contrast(t.third, t.tile) > 4.5);
        CHECK(contrast(t.on_action, t.action) > 4.5);
        CHECK(contrast(t.on_warning, t.warning) > 7);
        CHECK(contrast(t.on_unknown, t.unknown) > 7);
        CHECK(contrast(t.on_banner, t.banner) > 7);
        CHECK(contrast(t.action, t.page) > 3);
        CHECK(contrast(t.on_focus, t.focus) > 4.5);
        CHECK(contrast(t.focus, t.tile) > 4.5);
        CHECK(contrast(t.text, t.selected) > 7);
        // Told apart without colour: red and amber differ in luminance, and their texts are white
        // and black.
        CHECK(contrast(t.warning, t.action) > 2.9);
        CHECK(luminance(t.on_action) > 0.9);
        CHECK(luminance(t.on_warning) < 0.05);
    }
}

TEST_CASE("only action, warning and focus are saturated, and on a stale page nothing is",
          "[unit][wallboard]")
{
    for (const ThemeName name : {ThemeName::dark, ThemeName::light}) {
        const Theme t = make_theme(name);
        const std::vector<Colour> neutral{t.page,       t.tile,  t.raised, t.line,    t.text,
                                          t.second,     t.third, t.plot,   t.unknown, t.hatch,
                                          t.on_unknown, t.clock, t.banner};
        for (const Colour colour : neutral) CHECK(saturation(colour) <= 28);
        CHECK(saturation(t.action) > 100);
        CHECK(saturation(t.warning) > 100);
        CHECK(saturation(t.focus) > 100);
        const Theme stale = make_stale(name);
        CHECK(saturation(stale.action) <= 28);
        CHECK(saturation(stale.warning) <= 28);
        CHECK(saturation(stale.focus) <= 28);
        CHECK(saturation(stale.on_focus) <= 28);
        CHECK(saturation(stale.selected) <= 28);
        CHECK(stale.clock == t.clock);
    }
}
