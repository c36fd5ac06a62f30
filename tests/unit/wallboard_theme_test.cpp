// Can every word and mark of the wall be read on its ground, in each theme and also when the page
// is grey, and do the fields that mean something differ without their colour? WCAG 2.2, success
// criteria 1.4.3 (text) and 1.4.11 (marks).

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

#include <catch2/catch.hpp>

#include "wallboard/widgets/heat_map.hpp"
#include "wallboard/widgets/theme.hpp"

using namespace wallboard;

namespace {

/// Red, green and blue without gamma, 0..1.
using Light = std::array<double, 3>;
using Matrix = std::array<Light, 3>;

/// "Relative luminance", https://www.w3.org/TR/WCAG22/#dfn-relative-luminance (sRGB, IEC
/// 61966-2-1).
Light light_of(Colour colour)
{
    Light light{};
    for (std::size_t i = 0; i < light.size(); ++i) {
        const double part = static_cast<double>(colour.rgb >> (16 - 8 * i) & 0xFFu) / 255;
        light[i] = part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    }
    return light;
}

double luminance(const Light& light)
{
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2];
}

/// "Contrast ratio", https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio: 1 to 21.
double contrast(Colour a, Colour b)
{
    const double one = luminance(light_of(a));
    const double other = luminance(light_of(b));
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// CIE 1976 lightness of a luminance, 0..100 (CIE 15:2004, 8.2.1). Neighbouring fields that differ
/// by 8 are told apart at a glance; 1 is about what can be seen at all.
double lightness(double y)
{
    constexpr double linear_to = 216.0 / 24389;
    return y > linear_to ? 116 * std::cbrt(y) - 16 : y * 24389 / 27;
}

/// How colours are seen without red or green cones: Machado, Oliveira and Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009),
/// severity 1.0.
constexpr Matrix everybody{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix protanopia{{{0.152286, 1.052583, -0.204868},
                             {0.114503, 0.786281, 0.099216},
                             {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deuteranopia{{{0.367322, 0.860646, -0.227968},
                               {0.280085, 0.672501, 0.047413},
                               {-0.011820, 0.042940, 0.968881}}};

double luminance_for(const Matrix& eye, Colour colour)
{
    const Light light = light_of(colour);
    Light seen{};
    for (std::size_t i = 0; i < seen.size(); ++i)
        seen[i] = std::clamp(eye[i][0] * light[0] + eye[i][1] * light[1] + eye[i][2] * light[2],
                             0.0, 1.0);
    return luminance(seen);
}

struct Look {
    const char* name;
    Theme theme;
};

std::vector<Look> normal_looks()
{
    return {{"dark", make_theme(ThemeName::dark)}, {"light", make_theme(ThemeName::light)}};
}

std::vector<Look> looks()
{
    auto all = normal_looks();
    all.push_back({"dark, old figures", make_stale(ThemeName::dark)});
    all.push_back({"light, old figures", make_stale(ThemeName::light)});
    return all;
}

struct Pair {
    const char* what;
    Colour Theme::*ink;
    Colour Theme::*ground;
};

constexpr Pair texts[] = {
    {"title", &Theme::text, &Theme::page},
    {"header, foot and offices", &Theme::second, &Theme::page},
    {"clock", &Theme::clock, &Theme::page},
    {"words and figures", &Theme::text, &Theme::tile},
    {"second text", &Theme::second, &Theme::tile},
    {"heads, axes and zeros", &Theme::third, &Theme::tile},
    {"number of a verdict", &Theme::text, &Theme::raised},
    {"quiet badge", &Theme::second, &Theme::raised},
    {"words of what is not known", &Theme::text, &Theme::unknown},
    {"quiet words of what is not known", &Theme::on_unknown, &Theme::unknown},
    {"red", &Theme::on_action, &Theme::action},
    {"amber", &Theme::on_warning, &Theme::warning},
    {"band over old figures", &Theme::on_banner, &Theme::banner},
    {"number on a block", &Theme::tile, &Theme::third},
};

/// Marks and the parts of a plot, each against what it lies on or touches. Not here, because
/// something else in this list says the same: hairlines and what is still ahead (an outline of
/// nothing), the area under a line that is drawn itself, the outline of an amber tile beside its
/// badge, the amber of a badge around its words.
constexpr Pair marks[] = {
    {"pause", &Theme::third, &Theme::page},
    {"operators", &Theme::plot, &Theme::tile},
    {"operator known by a telephone", &Theme::third, &Theme::tile},
    {"amber mark", &Theme::warning_mark, &Theme::tile},
    {"block of a count", &Theme::third, &Theme::tile},
    {"ring of an open verdict", &Theme::third, &Theme::raised},
    {"work in its track", &Theme::work, &Theme::page},
    {"work in its tile", &Theme::work, &Theme::tile},
    {"time left", &Theme::text, &Theme::tile},
    {"bar", &Theme::bar, &Theme::tile},
    {"line and now", &Theme::text, &Theme::tile},
    {"threshold", &Theme::second, &Theme::tile},
    {"hatch", &Theme::hatch, &Theme::unknown},
    {"mark of a long wait", &Theme::on_heat, &Theme::heat},
    {"band on the page", &Theme::banner, &Theme::page},
};

/// Of the normal themes only: old figures have no colour, and no red or amber that could be new.
constexpr Pair fields[] = {
    {"red and amber", &Theme::action, &Theme::warning},
    {"red tile on the page", &Theme::action, &Theme::page},
    {"red among tiles", &Theme::action, &Theme::tile},
    {"work and what sticks out", &Theme::work, &Theme::warning},
    {"abandoned on answered", &Theme::text, &Theme::bar},
};

void check(const std::vector<Look>& looks, std::span<const Pair> pairs, double least)
{
    for (const Look& look : looks)
        for (const Pair& pair : pairs) {
            INFO(look.name << ": " << pair.what);
            CHECK(contrast(look.theme.*pair.ink, look.theme.*pair.ground) >= least);
        }
}

}  // namespace

TEST_CASE("contrast is measured as WCAG defines it", "[unit][wallboard][theme]")
{
    CHECK(contrast({0x000000}, {0xFFFFFF}) == Approx(21.0));
    CHECK(contrast({0x767676}, {0xFFFFFF}) == Approx(4.54).epsilon(0.001));
    CHECK(contrast({0xFF0000}, {0xFFFFFF}) == Approx(4.00).epsilon(0.001));
    CHECK(lightness(0.1842) == Approx(50.0).epsilon(0.001));
    // Grey is grey to everybody; a red is darker without red cones.
    CHECK(luminance_for(protanopia, {0x808080}) == Approx(luminance(light_of({0x808080}))));
    CHECK(luminance_for(protanopia, {0xFF0000}) < luminance(light_of({0xFF0000})));
}

TEST_CASE("every text is read on its ground, 4.5 to 1, also when the page is old",
          "[unit][wallboard][theme]")
{
    check(looks(), texts, 4.5);
}

TEST_CASE("every mark is seen on its ground, 3 to 1, also when the page is old",
          "[unit][wallboard][theme]")
{
    check(looks(), marks, 3.0);
}

TEST_CASE("red, amber and what they touch are 3 to 1 apart", "[unit][wallboard][theme]")
{
    check(normal_looks(), fields, 3.0);
}

TEST_CASE("a mark on the heat map is seen from the wait at which it appears",
          "[unit][wallboard][theme]")
{
    constexpr float marked_from = 60.0f / 75;  // Seconds of all the lightness there is.
    for (const Look& look : looks()) {
        INFO(look.name);
        CHECK(contrast(look.theme.on_heat, heat_colour(look.theme, marked_from)) >= 3.0);
    }
}

TEST_CASE("red, amber, not known and neutral differ in lightness, to every eye",
          "[unit][wallboard][theme]")
{
    constexpr double at_a_glance = 8;
    for (const Look& look : normal_looks())
        for (const Matrix& eye : {everybody, protanopia, deuteranopia}) {
            std::array<double, 4> fills{};
            std::size_t n = 0;
            for (Colour Theme::*fill :
                 {&Theme::action, &Theme::warning, &Theme::unknown, &Theme::tile})
                fills.at(n++) = lightness(luminance_for(eye, look.theme.*fill));
            std::sort(fills.begin(), fills.end());
            for (std::size_t i = 1; i < fills.size(); ++i) {
                INFO(look.name << ": " << fills.at(i - 1) << " and " << fills.at(i));
                CHECK(fills.at(i) - fills.at(i - 1) >= at_a_glance);
            }
        }
}

TEST_CASE("an old page has no colour", "[unit][wallboard][theme]")
{
    for (const ThemeName name : {ThemeName::dark, ThemeName::light}) {
        const Theme theme = make_stale(name);
        for (Colour Theme::*fill : {&Theme::action, &Theme::warning, &Theme::warning_mark}) {
            const std::uint32_t rgb = (theme.*fill).rgb;
            const auto parts = {rgb >> 16 & 0xFFu, rgb >> 8 & 0xFFu, rgb & 0xFFu};
            CHECK(std::max(parts) - std::min(parts) < 32);
        }
    }
}
