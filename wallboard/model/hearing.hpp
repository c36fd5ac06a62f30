#pragma once

#include "wallboard/model/view_words.hpp"

namespace wallboard {

/// What keeps this wall from hearing its collector, as far as the connection itself tells. The last
/// reason stands until a connection is made.
enum class Hearing {
    unhindered,        ///< Connected, or nobody is there to connect to.
    not_admitted,      ///< The collector refuses this wall's key.
    keys_on_one_side,  ///< One of the two has keys, the other none.
    hung_up,           ///< It hangs up in the handshake: most likely another collector's key.
};

/// A sentence, and its short form; both empty while nothing hinders.
Label words_of(Hearing hearing);

}  // namespace wallboard
