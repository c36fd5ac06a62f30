#pragma once

#include "wallboard/model/desk/zones.hpp"

namespace wallboard {

/// The time zones of this computer (tzdata), read when the first one is asked for. A name that is
/// not there, or no tzdata at all, is said and never guessed.
desk::Zones iana_zones();

}  // namespace wallboard
