#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Telephone Customer Service Standards, item 3 (requirement TS-3): every message is returned the
/// same workday it is received. At the deadline itself, once every source that may tell of
/// a return has passed it, a message that was not returned before is UNRETURNED: raised once, never
/// taken back. An attempt before the deadline meets it where the policy lets a ring-out count; what
/// was due before the location was monitored is not judged (Action 3). A call that was answered
/// before the deadline and is still too short to tell is waited for.
///
/// Costs nothing when no deadline is due: messages are kept in the order of their deadlines, and
/// those whose sources are not there yet are looked at only when something has happened.
class ReturnJudge {
public:
    /// `news`: something a deadline may rest on has changed since the last call (Engine::judge).
    void judge(const Known& known, bool news, Facts& out);

private:
    Instant next_ = Instant::min();  ///< The first deadline that had not passed.
};

/// How a message's deadline was met without a return: "attempted", "not_monitored"; empty: it was
/// not. counts_if_message_left is the same as does_not_count: no telephone system says whether a
/// message was left on the other side, and nothing is guessed.
std::string deadline_met_by(const Known& known, const Message& message);

}  // namespace callwatch
