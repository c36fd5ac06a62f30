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
    Collector& hangs_up(const std::string& call);

    // ---- queues and operators
    Collector& joins(const std::string& call, const std::string& queue_name = "main");
    Collector& leaves(const std::string& call, DequeueCause cause,
                      const std::string& queue_name = "main");
    Collector& waiting_list(const std::vector<std::string>& calls, const std::string& as_of = "");
    Collector& member_list(const std::vector<QueueSnapshot::Member>& members,
                           const std::string& as_of = "");

    // ---- the vault
    Collector& numbers_unused(const std::vector<std::string>& numbers);  ///< For long enough.

    // ---- sources
    Collector& by_source(const std::string& source);  ///< Who says what follows.
    Collector& loses(std::uint64_t events);           ///< The source no longer has its next events.
    Collector& source_silent(const std::string& source = "pbx1");  ///< And beats no more.
    Collector& source_speaks(const std::string& source = "pbx1");
    Collector& source_ends();
    Collector& new_spool();
    Collector& says(EventBody what, const std::string& kind = "other");
    /// The same event once more: refused as a duplicate.
    std::optional<Refusal> repeats_last();

    // ---- what came of it
    /// What was decided, in words, without the plain "pbx1 #1 ..." that accompany every event.
    std::vector<std::string> told() const;
    std::vector<std::string> told_about(const std::string& word) const;
    const Message& the(const std::string& name) const;
    std::string state(const std::string& name) const { return word(the(name).state()); }
    const DayChecked* day(const std::string& date = "2026-11-20",
                          const std::string& location = "northside") const;
    std::string verdict(const std::string& date = "2026-11-20",
                        const std::string& location = "northside") const;
    std::vector<std::string> reasons(const std::string& date = "2026-11-20",
                                     const std::string& location = "northside") const;
    const Board& board() const { return engine_->board(); }
    const Facts& facts() const { return facts_; }
    Instant now() const { return now_; }
    Instant time(const std::string& clock_time) const;
    Policy& policy() { return policy_; }  ///< In force from the next restart on.
    Organisation& organisation() { return organisation_; }

private:
    struct Held {
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
};

}  // namespace callwatch::test
