#pragma once

#include <string_view>

#include "wallboard/model/alarms.hpp"
#include "wallboard/model/hero.hpp"

namespace wallboard {

/// What people did about the red alarms of a kind ("queue/", "overdue/", ...) that a hero stands
/// for. While one of them is new the hero blinks, whatever was done about the others. All
/// acknowledged: solid, "seen 08:12" in place of the context line, without a name. All shelved:
/// neutral, "shelved until 15:00"; they come back by themselves.
void tell_handled(const Alarms& alarms, std::string_view kind, const Snapshot& snapshot,
                  const Moment& moment, Hero& hero);

}  // namespace wallboard
