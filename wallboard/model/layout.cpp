#include "wallboard/model/layout.hpp"

namespace wallboard {

Layout layout_for(float w_u, float h_u)
{
    if (w_u >= 1856 && h_u >= 1040) return {Shape::wide, w_u, h_u};
    if (w_u >= 1040 && h_u >= 1840) return {Shape::upright, w_u, h_u};
    return {Shape::far, w_u, h_u};
}

}  // namespace wallboard
