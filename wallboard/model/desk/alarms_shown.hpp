#pragma once

#include "wallboard/model/desk/deeds.hpp"

namespace wallboard::desk {

/// The alarm of this page, at the chosen location, that somebody should acknowledge: the newest red
/// one that nobody has handled. Null: there is none.
const Alarm* alarm_to_acknowledge(const State& state, const Knowledge& known);

/// One of this page that is shelved; else null.
const Alarm* alarm_shelved(const State& state, const Knowledge& known);

/// "no operator, Harbor"
std::string alarm_words(const Knowledge& known, const Alarm& alarm);

/// Acknowledge, shelve, take back: what a supervisor can do with the page's alarms.
void add_alarm_deeds(const State& state, const Knowledge& known, std::vector<Choice>& all);

}  // namespace wallboard::desk
