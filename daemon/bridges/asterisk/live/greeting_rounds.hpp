#pragma once

#include <functional>
#include <set>
#include <vector>

#include "daemon/bridges/asterisk/live/action_schedule.hpp"
#include "daemon/bridges/asterisk/live/greeting_files.hpp"

namespace callwatch::asterisk {

/// Looks through every mailbox's greetings once a minute, wherever its messages are listed: nobody
/// says on the manager interface that one was recorded. Without the voicemail directory, as on a
/// machine beside the telephone system, nothing is said of greetings.
class GreetingRounds {
public:
    explicit GreetingRounds(std::filesystem::path spool) : spool_{std::move(spool)} {}

    using Tell = std::function<void(const std::string& mailbox, const GreetingWatch::Change&)>;
    /// Some mailboxes' worth; call again at next_at(). `mailboxes`: "106@default", ... as known
    /// now.
    void turn(Steady now, Instant as_of, const std::set<std::string>& mailboxes, const Tell& tell);
    Steady next_at() const { return waiting_.empty() ? round_at_ : Steady{}; }

    static constexpr std::chrono::seconds round_every{60};

private:
    std::filesystem::path spool_;
    GreetingWatch watch_;
    std::vector<std::string> waiting_;  ///< Of the round that runs; the next is the last.
    Steady round_at_{};
};

}  // namespace callwatch::asterisk
