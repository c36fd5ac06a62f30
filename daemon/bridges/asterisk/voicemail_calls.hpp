#pragma once

#include <optional>
#include <string>

#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

/// What the telephone side says of voicemail: counts, a message that a caller has just left, and
/// who was in a mailbox's menu. MessageWaiting is a report of state: only one on the channel of a
/// caller who is in VoiceMail for that mailbox says that a message was left; one on the channel of
/// staff comes once, at the end of a session, whatever happened in it; one without a channel is a
/// reload or another program.
class VoicemailCalls {
public:
    explicit VoicemailCalls(Pbx& pbx) : pbx_{pbx} {}

    void take_message_waiting(const AmiEvent& event);
    /// Reply to MailboxCount.
    void take_response(const AmiEvent& event);

    /// The call that announced a message in this mailbox for which no file was seen yet, by what
    /// the file says of it: the caller's number and when the recording began, to the second. Empty
    /// if there is none, or more than one.
    std::string announced_call(const std::string& mailbox, std::string_view number,
                               Instant began) const;
    /// Counts of an entry of VoicemailUsersList.
    void take_user_entry(const AmiEvent& event, const std::string& mailbox);
    /// The file of this call's message in this mailbox was seen: true if the call had announced it,
    /// and each announcement counts once. Later announcements of it say nothing new.
    bool bind(const std::string& mailbox, const std::string& call);
    /// Extension of the telephone whose session with this mailbox ended at most two seconds before.
    std::string session(const std::string& mailbox, Instant at) const;
    /// When the mailbox was last touched by a call; its files may be seen a moment later.
    std::optional<Instant> last_touched(const std::string& mailbox) const;

private:
    struct Announcement {
        bool file_came_first = false;
        std::string mailbox;
        std::string call;
        std::string number;  ///< As the telephone system shows it.
        Instant at;
    };
    struct Session {
        std::string agent;
        Instant at;
    };

    bool leaves_message(const AmiEvent& event, const std::string& mailbox,
                        std::uint32_t new_messages);
    void tell_left(const AmiEvent& event, const std::string& mailbox);
    void tell_counts(const AmiEvent& event, const std::string& mailbox, std::uint32_t urgent,
                     std::uint32_t fresh, std::uint32_t old);

    Pbx& pbx_;
    RecentMap<Announcement> announced_{4'096, 0};  ///< By mailbox and call.
    RecentMap<Session> sessions_{20'000, 0};
    RecentMap<Instant> touched_{20'000, 0};
    RecentMap<std::uint32_t> new_counts_{20'000, 0};  ///< By mailbox.
};

}  // namespace callwatch::asterisk
