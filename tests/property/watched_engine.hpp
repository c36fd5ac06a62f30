#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "daemon/engine/engine.hpp"
#include "tests/property/random_world.hpp"

namespace callwatch::test {

/// The real engine, with the invariants of requirements 8 looked at after every step: I1 (one
/// state, one due day), I2 (open = left - closed), I3 (what a CLEAR rests on), I4 (one check a day,
/// numbered revisions, settled stays settled), I6 (facts replayed give the board), I8 (queue
/// depth), I10 (a violation is raised once and stays). Fails the test that runs it by throwing.
class WatchedEngine {
public:
    explicit WatchedEngine(const World& world);

    std::optional<Refusal> step(const Input& input);
    /// Says the same once more: it must be refused, and change nothing but what time alone changes.
    void repeat(const Input& input);
    /// Says what cannot be taken: it must be refused, and leave the ledger as it was.
    void say_nonsense(const Input& input);
    void restart();  ///< A new process on the facts of the old one; sources will beat again.
    void let_pass(Micros span) { now_ += span; }
    void not_before(Instant at) { now_ = std::max(now_, at); }

    const Engine& engine() const { return *engine_; }
    const Board& board() const { return engine_->board(); }
    const Facts& facts() const { return facts_; }
    Instant now() const { return now_; }

private:
    struct Mailbox {
        int left = 0;
        int closed = 0;
    };

    void look_at(std::size_t from);
    void look_at(const MessageLeft& fact);
    void look_at(const MessageReturned& fact);
    void look_at(const MessageNoDuty& fact);
    void look_at(const MessageOverdue& fact);
    void look_at(const DayChecked& fact);
    void look_at(const QueueCallJoined& fact) { ++waiting_[fact.queue]; }
    void look_at(const QueueCallLeft& fact) { --waiting_[fact.queue]; }
    template <class Other>
    void look_at(const Other&)
    {
    }
    void close(const MessageId& id);
    void look_at_board() const;

    const World& world_;
    std::optional<Engine> engine_;
    Facts facts_;
    Instant now_;
    std::map<MessageId, MessageLeft> left_;
    std::set<MessageId> closed_;
    std::map<MailboxId, Mailbox> mailboxes_;
    std::set<MessageId> overdue_;
    std::map<std::pair<LocationId, LocalDate>, DayChecked> days_;
    std::map<QueueId, int> waiting_;
};

/// Fails the history that is running.
void require(bool holds, const std::string& what);

}  // namespace callwatch::test
