#pragma once

#include "wallboard/model/desk/page_parts.hpp"
#include "wallboard/model/desk/state.hpp"
#include "wallboard/model/layout.hpp"

namespace wallboard::desk {

/// Before anything is shown: whose key it is, and its passphrase.
struct Unlock {
    Me me;
    TextField passphrase;
    std::string fault;        ///< Why it did not open.
    bool is_opening = false;  ///< It takes about a second.
};

/// True once somebody wants to open the key with what was typed.
bool press(Unlock& unlock, const Touch& touch);

Panel make_unlock(const Unlock& unlock, const Layout& layout);

}  // namespace wallboard::desk
