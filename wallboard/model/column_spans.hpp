#pragma once

#include <algorithm>
#include <vector>

#include "wallboard/model/box.hpp"

namespace wallboard {

/// From left to right, in u.
struct Span {
    float left = 0;
    float right = 0;
};

/// From the edges of a box to its columns, and between these.
struct ColumnRoom {
    float pad = 0;
    float gap = 0;
};

/// Where each column stands in a box; those without a width (0) share what the others leave.
template <class Columns>
std::vector<Span> column_spans(const Columns& columns, const Box& box, const ColumnRoom& room)
{
    float fixed = 0;
    float open = 0;
    for (const auto& column : columns) {
        fixed += column.width;
        open += column.width > 0 ? 0.0f : 1.0f;
    }
    const float gaps = room.gap * (static_cast<float>(columns.size()) - 1);
    const float rest = std::max(0.0f, box.w - 2 * room.pad - fixed - gaps) / std::max(1.0f, open);
    std::vector<Span> spans;
    float x = box.x + room.pad;
    for (const auto& column : columns) {
        const float width = column.width > 0 ? column.width : rest;
        spans.push_back({x, x + width});
        x += width + room.gap;
    }
    return spans;
}

}  // namespace wallboard
