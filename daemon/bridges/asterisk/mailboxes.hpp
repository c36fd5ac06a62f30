#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "daemon/bridges/asterisk/pbx.hpp"
#include "daemon/bridges/asterisk/spool_change.hpp"
#include "daemon/bridges/asterisk/voicemail_calls.hpp"

namespace callwatch::asterisk {

/// How changes of mailboxes come to be known, and so when a complete snapshot can be vouched for.
enum class MailboxWatch : std::uint8_t {
    none,      ///< Not at all: there are no snapshots. An empty one would say that nobody has left
               ///< anything.
    recorded,  ///< A recorded spool log: at the start, every five minutes, after a reload, at the
               ///< end.
    live,      ///< Whoever reads the mailboxes says when one was read: Translator::listed().
};

/// The mailboxes there are and what lies in them: MailboxList from VoicemailUsersList, messages
/// from changes of the spool or of lists, and complete snapshots.
class Mailboxes {
public:
    Mailboxes(Pbx& pbx, VoicemailCalls& calls, MailboxWatch watch)
        : pbx_{pbx},
          calls_{calls},
          watch_{watch}
    {
    }

    void take_user_entry(const AmiEvent& event);
    void take_list_complete(const AmiEvent& event);
    void take(const SpoolChange& change);
    /// A connection has ended: a list that was half said is forgotten.
    void forget_listing() { listing_.clear(); }

    /// Snapshots of all mailboxes as soon as their files can be trusted to be in the list.
    void want_snapshots() { wanted_ = known_; }
    /// Sends what is wanted and due at `now`.
    void send_due(Instant now);
    /// Sends all, whatever is still expected.
    void send_all(Instant now);
    /// "106@default" was read as a whole: every change up to `as_of` was given to take().
    void listed(const std::string& mailbox, Instant as_of, Instant now);
    /// "106@default", ...: as the last complete VoicemailUsersList had them.
    const std::set<std::string>& known() const { return known_; }

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
    Message describe(const SpoolChange& change, const std::string& mailbox) const;
    void appear(const SpoolChange& change, const std::string& mailbox);
    void move(const SpoolChange& change, const std::string& mailbox);
    void go(const SpoolChange& change, const std::string& mailbox);
    void send(const std::string& mailbox, Instant as_of, Instant now);

    Pbx& pbx_;
    VoicemailCalls& calls_;
    MailboxWatch watch_;
    std::set<std::string> known_;    ///< "106@default"
    std::set<std::string> listing_;  ///< The list that is arriving.
    std::set<std::string> wanted_;
    std::map<std::string, Contents> contents_;
    std::optional<Instant> last_round_;
};

}  // namespace callwatch::asterisk
