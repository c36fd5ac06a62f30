#pragma once

#include <span>
#include <string>
#include <vector>

#include <imgui.h>

#include "wallboard/model/box.hpp"
#include "wallboard/widgets/fonts.hpp"
#include "wallboard/widgets/scale.hpp"
#include "wallboard/widgets/theme.hpp"

namespace wallboard {

struct Point {
    float x = 0;
    float y = 0;
};

/// Which corners of a box are round.
enum class Round { all, left, top, bottom };

/// Every text that was drawn and the tile it belongs to: tests assert from it that nothing overlaps
/// and nothing is cut.
struct DrawnText {
    std::string text;
    Box box;        ///< From the top of its capitals to below its descenders.
    Box tile;       ///< Must hold `box`.
    int layer = 0;  ///< Texts of one layer must not overlap; the banner lies above the page.
};

/// A draw list seen in u. Shapes only; text is in text.hpp. Edges are put on whole pixels, so that
/// flat fields and hairlines stay sharp at every size.
class Canvas {
public:
    Canvas(ImDrawList& draw, const Scale& scale, const Fonts& fonts, const Theme& theme,
           std::vector<DrawnText>* log = nullptr);

    const Scale& scale() const { return scale_; }
    const Fonts& fonts() const { return fonts_; }
    const Theme& theme() const { return theme_; }
    ImDrawList& draw() { return draw_; }

    void fill(const Box& box, Colour colour, float corner = 0, Round round = Round::all);
    void fill_faint(const Box& box, Colour colour, float alpha);
    /// The line lies inside the box.
    void outline(const Box& box, Colour colour, float thickness, float corner = 0);
    void polygon(std::span<const Point> convex, Colour colour);
    /// Everything between a line that goes to the right and `foot`. Its upper edge is not soft: a
    /// stroke lies on it.
    void fill_under(std::span<const Point> line, float foot, Colour colour);
    void stroke(std::span<const Point> points, Colour colour, float thickness);
    void disc(Point centre, float radius, Colour colour);
    void ring(Point centre, float radius, Colour colour, float thickness);
    /// One pixel high, whatever u is.
    void hairline(float x, float y, float w, Colour colour);

    void clip(const Box& box);
    void end_clip();

    /// Texts drawn from now on belong to this tile.
    void enter_tile(const Box& box) { tile_ = box; }
    void enter_layer(int layer) { layer_ = layer; }
    void log_text(std::string text, const Box& box);

    ImVec2 at(Point point) const;
    ImU32 colour(Colour colour, float alpha = 1.0f) const;

private:
    struct Corners {
        ImVec2 min, max;
    };
    Corners snapped(const Box& box) const;
    void fill_convex(std::vector<ImVec2> pixels, Colour colour);

    ImDrawList& draw_;
    const Scale& scale_;
    const Fonts& fonts_;
    const Theme& theme_;
    std::vector<DrawnText>* log_;
    Box tile_{};
    int layer_ = 0;
};

}  // namespace wallboard
