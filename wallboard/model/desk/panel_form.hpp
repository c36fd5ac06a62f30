#pragma once

#include "wallboard/model/desk/forms.hpp"
#include "wallboard/model/desk/page_parts.hpp"

namespace wallboard::desk {

/// The panel while something is about to be recorded: the sentence first, then what is asked, then
/// the key that records. The same for all deeds. Of many fields those around the one that is
/// written in are shown.
Panel form_panel(const State& state, const Knowledge& known, const Box& box);

/// Buttons for what can be done with the selected row.
std::vector<Button> deed_buttons(const State& state, const Knowledge& known);

}  // namespace wallboard::desk
