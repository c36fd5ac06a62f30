#include "wallboard/views/card_place.hpp"

#include <algorithm>
#include <array>

#include "wallboard/views/explain_plan.hpp"

namespace wallboard {
namespace {

constexpr float apart = 20;
constexpr float least_beside = 900;  ///< At a side; narrower, and a card is hard to read.

/// Around what is lit, the best place first; one without room is empty.
std::array<Box, 4> places_around(const Box& lit, const Box& room)
{
    const float below = lit.bottom() + apart;
    const float right = lit.right() + apart;
    std::array<Box, 4> places{Box{room.x, below, room.w, room.bottom() - below},
                              Box{room.x, room.y, room.w, lit.y - apart - room.y},
                              Box{right, room.y, room.right() - right, room.h},
                              Box{room.x, room.y, lit.x - apart - room.x, room.h}};
    for (std::size_t side : {2u, 3u})
        if (places.at(side).w < least_beside) places.at(side) = {};
    return places;
}

/// In a place above or beside, next to what is lit.
Box put(const Box& lit, const Box& place, float width, float height)
{
    Box at{place.x, place.y, width, height};
    if (place.bottom() < lit.y) at.y = place.bottom() - height;
    if (place.right() < lit.x) at.x = place.right() - width;
    if (place.x > lit.right() || place.right() < lit.x)
        at.y = std::clamp(lit.y + lit.h / 2 - height / 2, place.y,
                          std::max(place.y, place.bottom() - height));
    return at;
}

/// The half of the room that is further away.
Box over(const Box& lit, Box card, const Box& room)
{
    if (lit.empty())
        card.y = room.y + (room.h - card.h) / 2;
    else if (lit.y + lit.h / 2 < room.y + room.h / 2)
        card.y = room.bottom() - card.h;
    else
        card.y = room.y;
    return card;
}

/// Where a card that is so full has room beside what is lit; empty: nowhere.
Box beside(const Canvas& canvas, const ExplainCard& card, Fullness fullness, const Box& lit,
           const Box& room)
{
    if (lit.empty()) return {};
    for (const Box& place : places_around(lit, room)) {
        if (place.empty()) continue;
        const float width = std::min(place.w, explain_width_max);
        const float height = plan_explanation(canvas, card, width, fullness).height;
        if (height <= place.h) return put(lit, place, width, height);
    }
    return {};
}

/// What a figure means, its sum, and what it is judged by.
constexpr Fullness least_full = Fullness::no_variants;

}  // namespace

Box card_place(const Canvas& canvas, const ExplainCard& card, const Box& lit, const Box& room)
{
    const float width = std::min(room.w, explain_width_max);
    const bool over_has_room = plan_explanation(canvas, card, width, least_full).height <= room.h;
    for (const Fullness fullness : fullest_first) {
        if (fullness > least_full && over_has_room) break;
        if (const Box box = beside(canvas, card, fullness, lit, room); !box.empty()) return box;
    }
    return over(lit, explain_card_box(canvas, card, room), room);
}

void draw_card_beside(Canvas& canvas, const ExplainCard& card, const Lit& lit, const Box& page,
                      const Box& room)
{
    const Box box = card_place(canvas, card, lit.box, room);
    draw_dimmed_around(canvas, page, lit.box, lit.cell);
    draw_tie(canvas, lit.cell.empty() ? lit.box : lit.cell, box);
    draw_explain_card(canvas, card, box);
}

}  // namespace wallboard
