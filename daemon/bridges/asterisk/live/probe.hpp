#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "daemon/bridges/asterisk/live/ami_link.hpp"
#include "daemon/bridges/asterisk/settings.hpp"

namespace callwatch::asterisk {

/// What trying a connection shows, gathered from the messages that come: which actions this user
/// may use, which classes of events it is told, and what there is.
class Probe {
public:
    /// Asks for everything, once; call when the link is ready.
    void begin(AmiLink& link);
    void take(const AmiMessage& message);
    /// Everything that was asked has been answered.
    bool complete() const { return begun_ && open_.empty(); }

    const std::string& version() const { return version_; }
    /// Actions that may be used; "VoicemailBoxSummary" among them.
    const std::set<std::string>& offered() const { return offered_; }
    /// Refused actions, and why.
    const std::map<std::string, std::string>& refused() const { return refused_; }
    /// Classes of events that came: "call", "agent", "dialplan".
    const std::set<std::string>& classes() const { return classes_; }
    std::size_t queues() const { return queues_; }
    std::size_t mailboxes() const { return mailboxes_; }
    bool has_timestamps() const { return has_timestamps_; }
    bool is_booted() const { return is_booted_; }

private:
    bool begun_ = false;
    std::map<std::string, std::string> open_;  ///< By ActionID: the action.
    std::string version_;
    std::set<std::string> offered_;
    std::map<std::string, std::string> refused_;
    std::set<std::string> classes_;
    std::size_t queues_ = 0;
    std::size_t mailboxes_ = 0;
    bool has_timestamps_ = false;
    bool is_booted_ = false;
};

/// One line of a report.
struct Finding {
    bool good;
    std::string text;
};

/// What a probe of a connected Asterisk means, in sentences; `lists` says how mailboxes are to be
/// listed.
std::vector<Finding> findings(const Probe& probe, const std::string& spool_trouble,
                              MailboxLists lists);

}  // namespace callwatch::asterisk
