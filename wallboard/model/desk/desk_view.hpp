#pragma once

#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/layout.hpp"

namespace wallboard::desk {

/// One picture of the desk: its frame and the page in it.
struct View {
    Frame frame;
    Layout layout;
    PageParts page;
};

View make_view(const State& state, const Knowledge& known, const Moment& moment,
               const Alarms& alarms, const Layout& layout);

}  // namespace wallboard::desk
