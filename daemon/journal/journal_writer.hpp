#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "daemon/journal/journal.hpp"
#include "daemon/journal/vault.hpp"

namespace callwatch {

/// The journal thread: writes what the loop decided while the loop goes on, one batch in flight.
/// Whatever turns have gathered during a commit become the next row (natural group commit: no
/// timer, no polling). Where a row ends therefore depends on the disk; nothing but the chain may
/// depend on it.
///
/// All functions are the loop's and none waits, except stop(). Journal and vault writes belong to
/// the thread from construction until stop() has returned.
class JournalWriter {
public:
    /// Bounds of what may wait. accepts() says no from a quarter of them on, which is what one row
    /// takes: there is room for the turn that went over it and for ticks.
    static constexpr std::size_t facts_waiting_max = 4 * facts_per_row_max;
    static constexpr std::size_t bytes_waiting_max = 4 * row_bytes_max;
    static constexpr std::size_t changes_waiting_max = 65'536;

    /// Starts the thread. `vault` may be null if nothing is ever put into it. Throws JournalError
    /// if the system gives no descriptor or thread.
    explicit JournalWriter(Journal& journal, Vault* vault = nullptr);
    ~JournalWriter();  ///< As stop().
    JournalWriter(const JournalWriter&) = delete;
    JournalWriter& operator=(const JournalWriter&) = delete;

    /// Is there room for another turn? While not, the loop takes no input: sources keep what is not
    /// acknowledged.
    bool accepts() const;

    /// Hands over one turn and returns the position of its last fact, to be compared with what
    /// take_completed() says. Both together are one turn: what `changes` add is on disk before
    /// `facts`, what they erase goes after. Either may be empty. With a `month` ("2026-12") its
    /// segment is begun first (Journal::begin_segment). Throws what check() throws; more than the
    /// bounds is a mistake of ours (CALLWATCH_CHECK).
    Position submit(FactBytes facts, VaultChanges changes = {}, std::string month = {});

    /// Readable (poll) when there is something new for take_completed() or check().
    int completed_descriptor() const { return descriptor_; }

    /// Where the journal ends on disk: everything up to here may be acknowledged and published.
    JournalHead take_completed();

    /// Throws the JournalError or VaultError that ended the thread, if one did. Nothing that was
    /// not completed before may be acknowledged or published after it.
    void check() const;

    /// Writes what is waiting, then ends the thread. What went wrong meanwhile is for check().
    void stop();

private:
    struct Load {
        std::size_t facts = 0;
        std::size_t bytes = 0;
        std::size_t changes = 0;
        Load& operator+=(const Load& more);
        Load& operator-=(const Load& less);
        bool fits_into(const Load& bound) const;
    };
    struct Turn {
        FactBytes facts;
        VaultChanges changes;
        std::string month;
        Load load;
    };

    static Load load_of(const FactBytes& facts, const VaultChanges& changes);
    void run();
    bool take_batch(Turn& batch);
    void write(Turn& batch);
    void write_row(const Turn& batch);
    void signal() const;

    Journal& journal_;
    Vault* vault_;
    int descriptor_ = -1;
    Position submitted_ = 0;  ///< The loop's own.

    mutable std::mutex mutex_;  ///< Guards everything below but the thread itself.
    std::condition_variable gathered_;
    std::deque<Turn> turns_;
    Load waiting_;
    JournalHead completed_;
    std::exception_ptr failure_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace callwatch
