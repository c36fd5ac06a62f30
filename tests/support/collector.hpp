#pragma once

#include <map>
#include <string>
#include <vector>

#include "daemon/engine/engine.hpp"
#include "tests/support/organisation.hpp"

namespace callwatch::test {

inline Party from(const std::string& number) { return {.number = {number}, .extension = {}}; }
inline Party extension(const std::string& number) { return {.number = {}, .extension = number}; }
inline Party withheld() { return {.number = {}, .extension = {}, .withheld = true}; }

/// A whole collector with the world taken away: the real engine, a clock that is set by hand, facts
/// kept in memory, and a telephone system that knows what its mailboxes hold. Clock times are
/// northside's (America/Chicago); the first day is Friday 2026-11-20, where 17:00 is 23:00 UTC.
/// Every sentence is one input of the engine, at the time the clock shows.
class Collector {
public:
    explicit Collector(Policy policy = {}, Organisation organisation = two_locations());

    // ---- time
    Collector& on(const std::string& date);        ///< "2026-11-23": the local date from now on.
    Collector& at(const std::string& clock_time);  ///< "16:59:59" or "16:59:59.999999"; never back.
    Collector& after(Micros span);
    Collector& tick();  ///< Only time passed.
    Collector& beat();  ///< Every source that lives has seen it all.
    Collector& beat(const std::string& source);
    Collector& claims(const std::string& source, Instant watermark);  ///< To have come so far.
    Collector& restart();  ///< A new process: replays the facts, requires that they give what was.

    // ---- callers and their messages; the name is the call's id and the msg_id
    Collector& message(const std::string& name, const Party& caller, const std::string& in);
    /// The same, of a call that began earlier.
    Collector& message(const std::string& name, const Party& caller, const std::string& in,
                       const std::string& call_began);
    Collector& listed(const std::string& name, Millis duration = Millis{20'000});
    Collector& heard(const std::string& name, const std::string& by = "");
    Collector& moved(const std::string& name, const std::string& folder);
    Collector& deleted(const std::string& name, const std::string& by = "");
    /// One message left for two mailboxes: the other has it under the same msg_id.
    Collector& copy(const std::string& name, const std::string& in);
    Collector& reaches_greeting(const std::string& call, const std::string& mailbox);
    /// What the mailbox holds, without that anybody is told: only lists and counts show it.
    Collector& unseen_message(const std::string& name, const Party& caller, const std::string& in);
    Collector& forgotten_by_telephones(const std::string& name);  ///< Gone, and nobody is told.
    Collector& lists();  ///< A complete list of every mailbox.
    Collector& list(const std::string& mailbox, const std::string& as_of = "");
    Collector& counts(const std::string& mailbox, std::uint32_t fresh, std::uint32_t old);

    // ---- calls out
    /// Dialled and answered now, over after `talk`; the clock goes on to the end of it.
    Collector& calls_back(const std::string& device, const std::string& number, Micros talk);
    Collector& rings_out(const std::string& device, const std::string& number, Micros ring);
    Collector& answered(const std::string& call, const std::string& device,
                        const std::string& number);
    Collector& calls(const std::string& call, const std::string& device, const Party& whom);
    Collector& hangs_up(const std::string& call);

    // ---- queues and operators
    Collector& joins(const std::string& call, const std::string& queue_name = "main");
    Collector& leaves(const std::string& call, DequeueCause cause,
                      const std::string& queue_name = "main");
    Collector& waiting_list(const std::vector<std::string>& calls, const std::string& as_of = "");
    Collector& member_list(const std::vector<QueueSnapshot::Member>& members,
                           const std::string& as_of = "");
    Collector& logs_on(const std::string& device, const std::string& queue_name = "main");
    Collector& logs_off(const std::string& device, const std::string& queue_name = "main");
    Collector& pauses(const std::string& device, const std::string& queue_name = "main");
    Collector& resumes(const std::string& device, const std::string& queue_name = "main");

    Collector& telephone(const std::string& device, bool is_on);  ///< Registered, not disturbed.

    // ---- the way of a caller
    Collector& arrives(const std::string& call, const std::string& number);
    Collector& presses(const std::string& call, const std::string& key);
    Collector& is_sent(const std::string& call, RouteKind kind, const std::string& to);
    Collector& is_answered(const std::string& call, const std::string& device);
    Collector& is_transferred(const std::string& call, const std::string& device);
    Collector& hears_greeting(const std::string& call, const std::string& mailbox,
                              const std::string& transferred_by = "");
    /// A message without a greeting before it.
    Collector& leaves_message(const std::string& call, const std::string& mailbox);

    // ---- people; each answers "done", or the word of the refusal
    Collector& has_key(const std::string& person, Role role);  ///< Admitted on the machine.
    static KeyId key_of(const std::string& person);
    std::string says_returned(const std::string& person, const std::string& name,
                              const std::string& stated_at = "");
    std::string says_attempted(const std::string& person, const std::string& name);
    std::string resolves(const std::string& person, const std::string& name, ResolveReason reason);
    std::string defers(const std::string& person, const std::string& name, const std::string& to);
    std::string carries(const std::string& person, const std::string& name);
    std::string notes_call_time(const std::string& person, const std::string& name,
                                const std::string& at);
    std::string claims_caller(const std::string& person, const std::string& name);
    std::string releases(const std::string& person, const std::string& name);
    std::string reopens(const std::string& person, const std::string& name);
    /// The check of today as it stands, northside's; `exceptions`: messages that stay open.
    std::string signs(const std::string& person, const std::vector<std::string>& exceptions = {},
                      const std::string& remark = "", bool on_behalf = false);
    // Northside's mailboxes, by their numbers.
    std::string leaves_location(const std::string& manager, const std::string& person,
                                const std::string& at);
    std::string covers(const std::string& who, const std::string& mailbox,
                       const std::string& by_person);
    std::string requests_disconnection(const std::string& who, const std::string& mailbox);
    std::string confirms_disconnection(const std::string& who, const std::string& mailbox);
    std::string hands_over(const std::string& who, const std::string& mailbox,
                           const std::string& successor);
    std::string records_absence(const std::string& who, const std::string& person,
                                const std::string& from, const std::string& cover = "");
    std::string ends_absence(const std::string& who, const std::string& person);
    std::string moves(const std::string& manager, const std::string& person,
                      const std::string& to_location, const std::string& at);
    std::string is_shown_number(const std::string& person, const std::string& name);
    std::string applies_config(const std::string& manager, const std::string& version);
    /// What a greeting says; "" is what it does not say.
    std::string attests_in_office(const std::string& who, const std::string& mailbox,
                                  const std::string& from = "", const std::string& to = "");
    std::string attests_away(const std::string& who, const std::string& mailbox,
                             const std::string& returns_on = "", const std::string& key = "");
    std::string attests_script(const std::string& who, const std::string& version);
    std::string records_training(const std::string& who, const std::string& person,
                                 const std::string& on);
    std::string acknowledges(const std::string& who, const std::string& alarm);
    /// `until`: a clock time; "" as not said.
    std::string shelves(const std::string& who, const std::string& alarm, const std::string& until);
    std::string unshelves(const std::string& who, const std::string& alarm);
    /// "" if there is none.
    std::string greeting_fault(const std::string& mailbox) const;
    std::string script() const;  ///< Northside's state, in a word.
    /// "0 to pbx1/103: departed", of northside.
    std::vector<std::string> bad_routes() const;
    /// The telephone system's list of all the mailboxes it has.
    Collector& mailboxes_are(const std::vector<std::string>& mailboxes);
    std::string departure(const std::string& mailbox) const;  ///< Its state's word.
    std::string asks(const std::string& person, CommandBody what);
    std::string repeats_command();  ///< The last one, with the same id.

    // ---- what telephone systems and rosters say beside calls
    Collector& records_greeting(const std::string& mailbox);  ///< Again, with the telephone.
    Collector& routes_are(const std::vector<Route>& routes);  ///< Northside's.
    Collector& joins_from(const std::string& call, const Party& caller);
    Collector& answers(const std::string& call, const std::string& device, Millis ring = {});
    Collector& misses(const std::string& call, const std::string& device, Millis ring,
                      bool taken_back = false);
    Collector& asks_for_call(const std::string& name, const Party& caller,
                             const std::string& of_person = "");
    /// The message or request that `name` asked for.
    const Message& the_request(const std::string& name) const;
    Collector& joined(const std::string& person, const std::string& location,
                      const std::string& extension, const std::string& from);
    Collector& departed(const std::string& person, const std::string& location,
                        const std::string& from);

    // ---- the vault
    Collector& numbers_unused(const std::vector<std::string>& numbers);  ///< For long enough.

    // ---- sources
    Collector& cannot_see(const std::string& from);  ///< The bridge has lost its telephone system.
    Collector& sees_again(const std::string& from, const std::string& to);
    Collector& by_source(const std::string& source);  ///< Who says what follows.
    Collector& loses(std::uint64_t events);           ///< The source no longer has its next events.
    Collector& source_silent(const std::string& source = "pbx1");  ///< And beats no more.
    Collector& source_speaks(const std::string& source = "pbx1");
    Collector& source_ends();
    Collector& new_spool();
    Collector& says(EventBody what, const std::string& kind = "other");
    /// Said now, of an earlier time.
    Collector& says_of(const std::string& clock_time, EventBody what);
    /// The same event once more: refused as a duplicate.
    std::optional<Refusal> repeats_last();

    // ---- what came of it
    /// What was decided, in words, without the plain "pbx1 #1 ..." that accompany every event.
    std::vector<std::string> told() const;
    std::vector<std::string> told_about(const std::string& word) const;
    const Message& the(const std::string& name) const;
    const Message& the(const std::string& name, const std::string& mailbox) const;
    std::string state(const std::string& name) const { return word(the(name).state()); }
    std::string state(const std::string& name, const std::string& mailbox) const
    {
        return word(the(name, mailbox).state());
    }
    const DayChecked* day(const std::string& date = "2026-11-20",
                          const std::string& location = "northside") const;
    std::string verdict(const std::string& date = "2026-11-20",
                        const std::string& location = "northside") const;
    std::vector<std::string> reasons(const std::string& date = "2026-11-20",
                                     const std::string& location = "northside") const;
    /// Coverage as recorded: "09:00:00 uncovered paused", northside's clock, oldest first.
    std::vector<std::string> coverage(const std::string& date = "2026-11-20",
                                      const std::string& location = "northside") const;
    /// Callers of the main number: "10:00:00 violation c1".
    std::vector<std::string> main_line(const std::string& date = "2026-11-20",
                                       const std::string& location = "northside") const;
    const Board& board() const { return engine_->board(); }
    const Engine& engine() const { return *engine_; }
    const Facts& facts() const { return facts_; }
    Instant now() const { return now_; }
    Instant time(const std::string& clock_time) const;
    Policy& policy() { return policy_; }  ///< In force from the next restart on.
    Organisation& organisation() { return organisation_; }

private:
    struct Held {
        std::string msg_id;
        MailboxId mailbox;
        Party caller;
        Instant received_at;
        CallId call;
        std::string folder = "INBOX";
        Millis duration{20'000};
        bool gone = false;
    };
    struct Speaker {
        std::uint64_t epoch = 1'000;
        std::uint64_t sequence = 0;
        bool alive = true;
    };
    struct Out {
        DeviceId device;
        Instant established_at;
    };

    std::optional<Refusal> step(const Input& input);
    void start();
    Collector& says_at(Instant occurred_at, EventBody what, const std::string& kind);
    Held& held(const std::string& name);

    Policy policy_;
    Organisation organisation_;
    std::optional<Engine> engine_;
    Facts facts_;
    std::size_t told_from_ = 0;
    LocalDate date_;
    Instant now_;
    std::map<std::string, Held> held_;
    std::map<std::string, Speaker> speakers_;
    std::map<std::string, Out> out_;
    std::string speaker_;
    std::optional<Event> last_;
    int calls_made_ = 0;
    int commands_made_ = 0;
    std::optional<Command> last_command_;
};

}  // namespace callwatch::test
