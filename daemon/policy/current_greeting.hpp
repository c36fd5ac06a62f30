#pragma once

#include <set>

#include "daemon/model/command.hpp"
#include "daemon/policy/known.hpp"

namespace callwatch {

// Telephone Customer Service Standards, item 4 (requirements TS-4a to c, TS-A1): voice mail is kept
// current. Who is in the office states when callers can expect a return call; who is away states
// when she is back and a key for immediate help. What a greeting says is a person's word; that it
// was recorded again, which ends her word, the telephone system's.
//
// Faults, judged while the location is monitored and the mailbox is somebody's who works there:
//   GREETING_NOT_CHANGED      away since absent_greeting_grace (from the beginning of the absence,
//                             within business hours), and it does not speak of that
//   GREETING_AWAY_INCOMPLETE  it does, without the time of return or the key
//   GREETING_STALE            the time of return has passed; or she is back for as long as the
//                             grace; or it was not recorded today, where greeting_refresh is daily;
//                             or the mailbox was handed over, and it is older than the departure
//   GREETING_NO_HOURS         in the office, and it states no hours
//   GREETING_NOT_RECORDED     nobody has said what it says, and messages_deadline has passed

/// Staff for their own mailboxes, a supervisor or manager. Refused: unknown_subject, implausible
/// (hours that are no hours of the location, a return in the past, the window of another state).
std::optional<Refusal> take(const Known& known, const Actor& actor, const AttestGreeting& said,
                            Facts& out);

/// The telephone system has another greeting than before.
void take(const Known& known, const Event& event, const GreetingModified& said, Facts& out);

/// What the greeting of one mailbox comes to at `known.now`.
struct GreetingLook {
    std::string code;  ///< Empty: no fault.
    Instant since{};
    Instant next = Instant::max();  ///< Before, only a fact changes it.
};
GreetingLook look_at_greeting(const Known& known, const MailboxId& id);

/// Looks at a mailbox when something of it has changed or its time has come, and costs nothing
/// otherwise, however many there are.
class GreetingJudge {
public:
    /// A fact that has been applied.
    void note(const Known& known, const Fact& fact);
    void judge(const Known& known, Facts& out);

private:
    void note_person(const Known& known, const PersonId& id);

    bool has_begun_ = false;
    std::set<MailboxId> touched_;
    std::set<std::pair<Instant, MailboxId>> due_;
    std::map<MailboxId, Instant> due_at_;  ///< As it stands in due_.
};

}  // namespace callwatch
