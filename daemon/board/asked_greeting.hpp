#pragma once

#include "daemon/board/board_view.hpp"

namespace callwatch {

/// Whether the mailbox is somebody's own who works there, and not shared: it has a greeting that is
/// judged (requirement TS-4). `known` is of the view's time; a configured mailbox only.
inline bool is_greeting_asked(const BoardView& view, const Known& known, const MailboxId& id)
{
    return view.directory().mailbox(id)->group.empty() && !known.owner_of(id, view.now).empty();
}

}  // namespace callwatch
