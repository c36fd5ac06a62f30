#pragma once

#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/live_parts.hpp"

namespace wallboard::desk {

/// The counts of the day behind the figures of one queue, and the limits it is judged by.
std::vector<PanelItem> queue_facts(const LiveInput& in, const Queue& queue, bool narrow);

}  // namespace wallboard::desk
