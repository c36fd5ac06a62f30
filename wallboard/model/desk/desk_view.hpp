#pragma once

#include <optional>

#include "wallboard/model/desk/frame.hpp"
#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/explain/explain_card.hpp"
#include "wallboard/model/layout.hpp"

namespace wallboard::desk {

/// One picture of the desk: its frame and the page in it.
struct View {
    Frame frame;
    Layout layout;
    PageParts page;
    std::optional<ExplainCard> card;  ///< A figure of the page is explained.
};

View make_view(const State& state, const Knowledge& known, const Moment& moment,
               const Alarms& alarms, const Layout& layout);

}  // namespace wallboard::desk
