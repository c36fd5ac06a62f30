#pragma once

#include <vector>

#include "wallboard/model/desk/knowledge.hpp"
#include "wallboard/model/desk/page_parts.hpp"

namespace wallboard::desk {

/// What is wrong with a mailbox, and what somebody does about it.
struct Trouble {
    Standing standing = Standing::warning;
    std::string word;   ///< Of its badge; the wall counts it under the same word.
    std::string wrong;  ///< A sentence.
    std::string to_do;  ///< A sentence.
};

/// The worst first; empty: it is as it must be, or nothing is asked of it.
std::vector<Trouble> troubles_of(const Knowledge& known, const std::string& location,
                                 const Mailbox& mailbox);

/// "calls back 16:00–17:00", "away until Wed 08:00, key 0", "not known"
std::string says_words(const Knowledge& known, const std::string& location, const Mailbox& mailbox);

/// "Ada Ruiz", else the mailbox's id.
const std::string& whose(const Rows& rows, const Mailbox& mailbox);

/// A mailbox in words: what is wrong and what to do, what the greeting says, what happened to it.
std::vector<PanelItem> life_of(const Knowledge& known, const std::string& location,
                               const Mailbox& mailbox);

}  // namespace wallboard::desk
