#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "daemon/bridges/asterisk/ami_message.hpp"
#include "daemon/bridges/asterisk/live/action_schedule.hpp"
#include "daemon/bridges/asterisk/live/mailbox_listing.hpp"

namespace callwatch::asterisk {

/// What a telephone system is asked for, and when. At the beginning of a session, after it has
/// booted and after a reload: its channels, queues and their members, devices and mailboxes; then
/// every queue again within 30 s, evenly spread, the mailboxes every five minutes, and one mailbox
/// whenever something has happened in it. Replies are matched by ActionID; what is not answered in
/// time, or refused, is noted as missing and not waited for.
class Rounds {
public:
    using Ask = std::function<std::string(Action, ActionSchedule::Urgency)>;
    /// A mailbox as VoicemailBoxSummary lists it; `asked`: when it was asked for.
    using TakeMailbox =
        std::function<void(const std::string& mailbox, MailboxListing listing, Instant asked)>;

    /// How mailboxes are listed: with VoicemailBoxSummary, or not by asking.
    struct Settings {
        bool may_summarise = true;
        std::string mailbox_context = "default";
    };
    Rounds(Settings settings, Ask ask, TakeMailbox take_mailbox);

    /// A session has begun, or the telephone system says that it has booted.
    void begin(Steady now, Instant at);
    /// The session is over; nothing is outstanding any more.
    void end();
    void take(const AmiMessage& message, Steady now, Instant at);
    /// Queues and mailboxes may be others now: they are listed again at the next turn.
    void renew_lists() { lists_at_ = {}; }
    /// Asks what is due.
    void turn(Steady now, Instant at);
    Steady next_at() const;

    /// Everything of the beginning was answered, refused or given up; not the single mailboxes.
    bool settled() const { return begun_ && beginning_ == 0; }
    /// The telephone system does not list its channels for us.
    bool lacks_channels() const { return missing_.count("CoreShowChannels") != 0; }
    /// What it offers; nothing while that is not known.
    std::optional<bool> summarises() const { return summarises_; }
    /// Mailboxes are being listed here, and the last answers came.
    bool lists_mailboxes() const;
    /// Actions that were refused or not answered, with the reason: "Permission denied".
    const std::map<std::string, std::string>& missing() const { return missing_; }
    /// A complete list of the mailboxes has come; true once for each.
    bool took_mailbox_list();
    const std::set<std::string>& queues() const { return queues_; }
    const std::set<std::string>& offered() const { return offered_; }

    static constexpr std::size_t queues_max = 2'000;
    static constexpr std::size_t mailboxes_max = 20'000;

private:
    struct Outstanding {
        std::string action;
        std::string subject;  ///< A queue or a mailbox.
        Instant asked;
        Steady deadline;
        bool of_beginning = false;
        MailboxListing listing;
    };

    void ask(Action action, const std::string& subject, ActionSchedule::Urgency urgency,
             bool of_beginning, Steady now, Instant at);
    void ask_queue(const std::string& queue, bool of_beginning, Steady now, Instant at);
    void ask_mailbox(const std::string& mailbox, ActionSchedule::Urgency urgency, Steady now,
                     Instant at);
    void take_item(const AmiMessage& message, Outstanding& of);
    void take_response(const AmiMessage& message, const std::string& id, Steady now, Instant at);
    void take_commands(const AmiMessage& message);
    void complete(const std::string& id, Steady now, Instant at);
    void finish(std::map<std::string, Outstanding>::iterator of);
    void give_up(Steady now);

    Settings settings_;
    Ask ask_;
    TakeMailbox take_mailbox_;
    bool begun_ = false;
    std::size_t beginning_ = 0;
    std::map<std::string, Outstanding> outstanding_;  ///< By ActionID.
    std::map<std::string, std::string> missing_;
    std::optional<bool> summarises_;
    std::set<std::string> offered_;
    std::set<std::string> queues_;
    std::set<std::string> arriving_queues_;
    std::set<std::string> mailboxes_;
    std::set<std::string> arriving_mailboxes_;
    std::vector<std::string> queue_round_;  ///< Not asked yet in this round, the next last.
    bool took_list_ = false;
    Steady queue_at_{};
    Steady queue_round_at_{};
    Steady lists_at_{};
    Steady give_up_at_{};
};

}  // namespace callwatch::asterisk
