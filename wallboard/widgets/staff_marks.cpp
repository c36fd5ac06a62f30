#include "wallboard/widgets/staff_marks.hpp"

#include "wallboard/widgets/marks.hpp"

namespace wallboard {
namespace {

constexpr float pitch = operator_square + 8;

}  // namespace

float staff_marks_width(const StaffMarks& marks)
{
    return pitch * static_cast<float>(marks.on_call + marks.free + marks.weak);
}

float draw_staff_marks(Canvas& canvas, const StaffMarks& marks, float right, float middle)
{
    float x = right;
    const auto draw = [&](int n, Mark mark, Colour colour) {
        for (int i = 0; i < n; ++i) {
            x -= pitch;
            draw_mark(canvas, mark, x, middle - operator_square / 2, operator_square, colour);
        }
    };
    const Theme& theme = canvas.theme();
    draw(marks.weak, Mark::phone_only, theme.third);
    draw(marks.free, Mark::free, theme.plot);
    draw(marks.on_call, Mark::on_call, theme.plot);
    return x;
}

}  // namespace wallboard
