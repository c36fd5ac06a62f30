#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, item 2 (requirements TS-2, TS-2b): "operators answer all
// calls to the main number; such callers, including those who chose "0", do not go to voice mail".
// A call that entered by a main number, or chose option "0", and hears a greeting or leaves a
// message is MAIN_TO_VM, at once; outside business hours it is information, unless
// main_to_vm_scope says always. Exempt is one whom an operator answered first and then transferred
// to a personal mailbox. One whose way was not seen from its beginning is not known.

void follow(const Known& known, const Event& event, const CallArrived& said, Facts& out);
void follow(const Known& known, const Event& event, const IvrOptionChosen& said, Facts& out);
void follow(const Known& known, const Event& event, const CallRouted& said, Facts& out);
void follow(const Known& known, const Event& event, const CallEstablished& said, Facts& out);
void follow(const Known& known, const Event& event, const CallTransferred& said, Facts& out);
void follow(const Known& known, const Event& event, const CallCleared& said, Facts& out);
void follow(const Known& known, const Event& event, const VoicemailReached& said, Facts& out);
void follow(const Known& known, const Event& event, const VoicemailLeft& said, Facts& out);

}  // namespace callwatch
