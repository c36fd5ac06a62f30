#pragma once

#include "daemon/policy/known.hpp"

namespace callwatch {

/// Telephone Customer Service Standards, item 4 (requirement TS-4d): a greeting says "between 3:30
/// and 5:00 today", and the caller can expect that. A message is promised those hours of its due
/// workday if the greeting said so when it was received, and they were not over then. At their end,
/// once every source that may tell of a return has passed it, one that was not returned is
/// PROMISE_MISSED: raised once, never taken back. An earlier return keeps the promise; so does an
/// attempt where the policy lets a ring-out count, a reason why no call is wanted, and a later day
/// at the caller's wish. The deadline is another matter and stays.
class PromiseJudge {
public:
    /// `news`: something a promise may rest on has changed since the last call (Engine::judge).
    void judge(const Known& known, bool news, Facts& out);

private:
    Instant next_ = Instant::min();  ///< The first end that had not passed.
};

/// What the greeting promised the caller of this message, which has just been left.
std::optional<MessagePromised> promise_for(const Known& known, const MessageLeft& message);

}  // namespace callwatch
