#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>

#include "daemon/bridges/asterisk/pbx.hpp"
#include "daemon/bridges/asterisk/spool_change.hpp"
#include "daemon/bridges/asterisk/voicemail_calls.hpp"

namespace callwatch::asterisk {

/// The mailboxes there are and what lies in them: MailboxList from VoicemailUsersList, messages
/// from changes of the spool, and complete snapshots at the start, every five minutes, after a
/// reload and at the end. Without a watched spool there are no snapshots: an empty one would say
/// that nobody has left anything.
class Mailboxes {
public:
    Mailboxes(Pbx& pbx, VoicemailCalls& calls, bool spool_is_watched)
        : pbx_{pbx},
          calls_{calls},
          spool_is_watched_{spool_is_watched}
    {
    }

    void take_user_entry(const AmiEvent& event);
    void take_list_complete(const AmiEvent& event);
    void take(const SpoolChange& change);

    /// Snapshots of all mailboxes as soon as their files can be trusted to be in the list.
    void want_snapshots() { wanted_ = known_; }
    /// Sends what is wanted and due at `now`.
    void send_due(Instant now);
    /// Sends all, whatever is still expected.
    void send_all(Instant now);

private:
    struct Message {
        std::string folder;
        v1::PhoneNumber caller;
        std::string caller_name;
        std::string call;
        Instant received;
        std::int64_t duration_ms = 0;
    };
    using Contents = std::map<std::string, Message, std::less<>>;  ///< By msg_id.

    std::string full_name(const std::string& mailbox) const;
    Message describe(const SpoolChange& change) const;
    void appear(const SpoolChange& change, const std::string& mailbox);
    void move(const SpoolChange& change, const std::string& mailbox);
    void go(const SpoolChange& change, const std::string& mailbox);
    void send(const std::string& mailbox, Instant now);

    Pbx& pbx_;
    VoicemailCalls& calls_;
    bool spool_is_watched_;
    std::set<std::string> known_;    ///< "106@default"
    std::set<std::string> listing_;  ///< The list that is arriving.
    std::set<std::string> wanted_;
    std::map<std::string, Contents> contents_;
    std::optional<Instant> last_round_;
};

}  // namespace callwatch::asterisk
