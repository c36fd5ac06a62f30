#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "daemon/model/fact.hpp"
#include "daemon/state/boxed.hpp"
#include "daemon/state/message_totals.hpp"

namespace callwatch {

/// Where a duty stands (requirements 1.1). RESOLVED, DEFERRED and CARRIED are a person's words.
/// Closed are returned and resolved; missed_call and information are no duties.
enum class DutyState : std::uint8_t {
    fresh,
    heard,
    attempted,
    returned,
    missed_call,
    information,
    resolved,
    deferred,
    carried
};
const char* word(DutyState state);  ///< "NEW", "HEARD", ..., "MISSED_CALL", "INFORMATION"

/// One thing that happened to a message, for its history.
struct MessageStep {
    enum class What : std::uint8_t {
        left,
        listed,
        heard,
        moved,
        deleted,
        attempted,
        returned,
        overdue,
        claimed,
        released,
        resolved,
        deferred,
        carried,
        reopened,
        rescheduled
    };
    Instant at;
    What what = What::left;
    DeviceId device;
    PersonId person;
    CallId call;  ///< Evidence, where a call is one.
    SharedText detail;
    RemarkToken remark = {};  ///< What a person wrote.
    bool operator==(const MessageStep&) const = default;
};
const char* word(MessageStep::What what);

/// One caller's message. The duty (who must call back, by when, has it been done) and the presence
/// (what the mailbox still holds) are two things: deleting or hearing a message returns nothing.
struct Message {
    MessageLeft left;   ///< As it began; fixes owner, due day and deadline.
    MsgId msg_id;       ///< Empty: provisional, no list has shown it.
    SharedText folder;  ///< "INBOX", ...; meaningful with msg_id and not gone.
    Millis duration{};
    bool gone = false;  ///< Deleted on the telephone system.
    /// The source's time of the last thing that was said of its presence: older lists prove
    /// nothing.
    Instant presence_at;
    /// Its first sign was a list, not the telephone: an announcement may still come.
    bool begun_by_list = false;
    SharedText no_duty;    ///< Why it asks for nothing ("too_short", "internal"); else empty.
    bool overdue = false;  ///< The violation was raised; stays for ever.
    std::optional<Instant> heard_at;
    /// In order; the first, and the last of attempts_max.
    std::vector<Instant> attempts;
    Boxed<MessageReturned> returned;
    Boxed<MessageClaimed> claimed;  ///< The last claim; it may have run out.
    Boxed<MessageResolved> resolved;
    Boxed<MessageDeferred> deferred;     ///< The last one; decides when it is due.
    Boxed<MessageCarried> carried;       ///< The last one.
    std::optional<Instant> reopened_at;  ///< Calls from before prove nothing any more.
    std::vector<MessageStep>
        history;  ///< At most history_max; the middle is dropped, never the ends.

    bool is_open() const { return !returned && !resolved && no_duty.empty(); }
    /// When it was returned or resolved, whichever came first; nothing while it is open.
    std::optional<Instant> closed_at() const;
    LocalDate due_date() const { return deferred ? deferred->due_date : left.due_date; }
    Instant deadline() const { return deferred ? deferred->deadline : left.deadline; }
    /// When it was due, as that stood just before `at`.
    LocalDate due_date_before(Instant at) const;
    /// Claimed by somebody who still has the time to call.
    bool is_claimed(Instant now) const { return is_open() && claimed && now < claimed->until; }
    DutyState state() const;
    /// The state it had just before `at`, by the source's times.
    DutyState state_before(Instant at) const;
    /// Unheard, where message waiting counts it.
    bool is_in_new_folder() const { return folder == "INBOX" || folder == "Urgent"; }
    bool is_still_new() const { return returned && !gone && is_in_new_folder(); }
    /// Would this return, or attempt, be news? Also of a returned message, if it came earlier.
    bool is_open_before(Instant at, const CallId& call) const;
    bool operator==(const Message&) const = default;

    static constexpr std::size_t history_max = 64;
    static constexpr std::size_t attempts_max = 32;
};

/// Messages in INBOX and Urgent, and in Old: to hold against MailboxCounted.
struct PresenceCounts {
    std::uint32_t fresh = 0;
    std::uint32_t old = 0;
};

/// Callers are the same if their numbers or extensions are; withheld ones never are. Empty: cannot
/// match.
SharedText caller_key(const Party& party);

/// Every duty we know of, open and lately closed. Changes only by applying facts.
class MessageBook {
public:
    void apply(const MessageLeft& fact);
    void apply(const MessageBound& fact);
    void apply(const MessageHeard& fact);
    void apply(const MessageMoved& fact);
    void apply(const MessageGone& fact);
    void apply(const MessageNoDuty& fact);
    void apply(const MessageAttempted& fact);
    void apply(const MessageReturned& fact);
    void apply(const MessageOverdue& fact);
    void apply(const DeadlineMet& fact);
    void apply(const MessageClaimed& fact);
    void apply(const MessageReleased& fact);
    void apply(const MessageResolved& fact);
    void apply(const MessageDeferred& fact);
    void apply(const MessageCarried& fact);
    void apply(const MessageReopened& fact);
    void apply(const MessageRescheduled& fact);
    /// Closed messages that were due more than `closed_days_kept` before a checked day, and that
    /// the mailbox no longer holds, are forgotten.
    void apply(const DayChecked& fact);

    const Message* find(const MessageId& id) const;
    const Message* find(const MailboxId& mailbox, const MsgId& msg_id) const;
    /// Every message of this call in this mailbox, the oldest first.
    std::vector<const Message*> of_call(const MailboxId& mailbox, const CallId& call) const;
    /// Announced, and no list has shown them yet.
    std::vector<const Message*> unlisted(const MailboxId& mailbox) const;
    /// A new id for a message of `call` in `mailbox`: unique also if one call leaves several;
    /// `begun` of them are decided and not applied yet.
    MessageId id_for(const MailboxId& mailbox, const CallId& call, const MsgId& msg_id,
                     std::size_t begun = 0) const;

    /// Ordered by id: iteration order is output.
    const std::map<MessageId, Message>& all() const { return messages_; }
    /// Messages of one caller (caller_key) that are duties, open and returned, ordered by id.
    std::vector<const Message*> of_caller(const SharedText& caller) const;
    /// Not judged yet, and not returned in time; earliest first.
    const std::set<std::pair<Instant, MessageId>>& deadlines() const { return deadlines_; }
    /// What the mailbox holds, as far as we know: msg_id to duty.
    const std::map<MsgId, MessageId>& presence(const MailboxId& mailbox) const;

    /// Unheard and heard messages that the mailbox holds, as message waiting counts them.
    PresenceCounts count_presence(const MailboxId& mailbox) const;

    /// Grows with every fact about a message of the location: "has anything changed since I
    /// looked?"
    std::uint64_t changes(const LocationId& location) const;
    /// Grows with every fact about any message.
    std::uint64_t changes() const { return changes_of_all_; }

    /// What the location's messages come to.
    const MessageTotals& totals(const LocationId& location) const;

    static constexpr int closed_days_kept = 40;

    bool operator==(const MessageBook&) const = default;

private:
    friend struct BoardCodec;  ///< Snapshots: wire/board_codec.hpp.
    /// While it lives, one message may be changed; what its location's come to follows.
    class Changing;
    Changing change(const MessageId& id);
    void forget(const MessageId& id, const Message& message);
    void drop_presence(const Message& message);

    std::map<LocationId, std::uint64_t> changes_;
    std::uint64_t changes_of_all_ = 0;
    std::map<LocationId, MessageTotals> totals_;
    std::map<MessageId, Message> messages_;
    std::map<SharedText, std::set<MessageId>> by_caller_;
    std::set<std::pair<Instant, MessageId>> deadlines_;
    std::map<MailboxId, std::map<MsgId, MessageId>> by_msg_id_;  ///< Also gone ones.
    std::map<MailboxId, std::map<MsgId, MessageId>> presence_;
    std::map<std::pair<MailboxId, CallId>, std::vector<MessageId>> by_call_;
};

}  // namespace callwatch
