#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "daemon/engine/input.hpp"
#include "daemon/model/organisation.hpp"
#include "daemon/model/policy.hpp"

namespace callwatch::test {

template <class Items, class IdType>
auto* find_by_id(Items& items, const IdType& id)
{
    const auto found =
        std::find_if(items.begin(), items.end(), [&](const auto& one) { return one.id == id; });
    return found == items.end() ? nullptr : &*found;
}

/// What the requirements say of one message, once and for all.
struct SlowMessage {
    MailboxId mailbox;
    LocationId location;
    Party caller;
    Instant received_at;
    MsgId msg_id;
    Millis duration{};
    LocalDate due_date;
    Instant deadline;
    bool is_duty = true;
    CallId returned_by;
    std::optional<Instant> returned_at;
    bool by_delegate = false;
    std::optional<Instant> attempted_at;
    bool overdue = false;
    /// A call whose end may have been lost in a gap decides it; when that end was told matters.
    bool overdue_depends_on_arrival = false;
    /// A loss that was told long after the call, and may reach back to it by what the collector
    /// knows, though its source had meanwhile claimed to have seen all.
    bool return_depends_on_arrival = false;
    std::set<Instant> undecided_since;  ///< Calls that are up, and too short to tell.

    bool waits_for_call(Instant before) const
    {
        return !undecided_since.empty() && *undecided_since.begin() < before;
    }
};

struct SlowDay {
    bool is_settled = false;
    std::string verdict;
    std::set<std::string> open;
    std::set<std::string> violations;
    std::set<std::string> doubts;  ///< For people who read a failure.
    bool is_proved = false;        ///< One violation at least, whatever else is to come.
};

/// A second implementation of requirements 1, 1.1, TS-3 and TS-7, for tests: slow, of another
/// shape, and sharing no rule with the daemon. It has no state that grows with events: it looks at
/// everything that was heard at once, and asks of each message and each day what is true. It has a
/// calendar of its own, good for October and November 2026 in Chicago and New York.
class SlowRules {
public:
    SlowRules(Organisation organisation, Policy policy, Instant watched_from,
              const std::vector<Input>& heard);

    /// By the collector's id: mailbox, '#', and the call's id without the telephone system's.
    const std::map<std::string, SlowMessage>& messages() const { return messages_; }
    SlowDay day(const LocationId& location, LocalDate date) const;

private:
    struct Call {
        OutboundEstablished said;
        Instant answered_at;
        std::optional<Millis> talk;  ///< Over, and how long it was by whichever clock says more.
    };
    struct Attempt {
        OutboundFailed said;
        Instant ended_at;
    };
    struct Blind {
        Instant from;
        std::optional<Instant> to;
        Instant claimed;  ///< How far the source had said it was.
    };
    enum class Long { yes, no, not_known_yet, never_known };

    void read(const std::vector<Input>& heard);
    void read_messages(const Event& event);
    void note_message(const VoicemailLeft& left);
    void read_gaps(const SourceId& source, const std::vector<Input>& heard);
    void place(SlowMessage& message) const;
    void find_return(SlowMessage& message) const;
    void judge_deadline(SlowMessage& message) const;

    Instant deadline_of(const Location& location, Instant received_at, LocalDate& due) const;
    const Person* user_of(const DeviceId& device) const;
    bool may_return_alone(const Person& person, const SlowMessage& message) const;
    bool may_return(const DeviceId& device, Instant started_at, const SlowMessage& message,
                    bool& by_delegate) const;
    bool concerns(const Party& dialled, const DeviceId& device, Instant started_at,
                  const SlowMessage& message, bool& by_delegate) const;
    bool may_have_ended_unseen(const Call& call) const;
    bool is_claimed_to_be_seen(const Call& call) const;
    Long is_long_enough(const Call& call) const;
    bool have_passed(const LocationId& location, Instant at) const;
    std::set<SourceId> sources_of_returns(const LocationId& location) const;
    bool returns_are_known(const LocationId& location, Instant before) const;
    std::vector<Instant> callers_done_by(const LocationId& location, Instant check) const;
    bool somebody_speaks(const LocationId& location, Instant check) const;
    void doubt_gaps(const LocationId& location, Instant check, SlowDay& day) const;
    void doubt_lists(const LocationId& location, Instant check, SlowDay& day) const;
    bool counts_differ(const MailboxId& mailbox, Instant check) const;

    Organisation organisation_;
    Policy policy_;
    Instant watched_from_;
    std::map<std::string, SlowMessage> messages_;
    std::map<CallId, Call> calls_;
    std::map<CallId, Attempt> attempts_;
    std::map<SourceId, Instant> passed_;
    std::map<SourceId, std::vector<Blind>> blind_;
    std::map<MailboxId, Instant> newest_list_;
    std::map<MailboxId, std::vector<Event>> about_mailbox_;
    std::vector<std::pair<SourceId, Instant>> unwatched_;
    std::map<std::string, std::pair<MailboxId, Instant>> greeted_;  ///< By what would be her id.
};

}  // namespace callwatch::test
