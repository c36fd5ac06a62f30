#include "tests/property/watched_engine.hpp"

#include <algorithm>
#include <stdexcept>

#include "daemon/model/describe.hpp"
#include "daemon/state/ledger_text.hpp"

namespace callwatch::test {

void require(bool holds, const std::string& what)
{
    if (!holds) throw std::logic_error{what};
}

WatchedEngine::WatchedEngine(const World& world)
    : world_{world},
      engine_{std::in_place, *Directory::make(world.organisation), world.policy, Board{}},
      now_{world.begins}
{
    step(ProcessStarted{.software = "test", .time_mode = "system", .tzdata_version = "test"});
}

std::optional<Refusal> WatchedEngine::step(const Input& input)
{
    const auto from = facts_.size();
    auto refusal = engine_->step(input, now_, facts_);
    look_at(from);
    return refusal;
}

void WatchedEngine::repeat(const Input& input)
{
    step(Tick{});  // What is due by now is not the refusal's doing.
    auto twin = *engine_;
    Facts by_time;
    twin.step(Tick{}, now_, by_time);

    const auto from = facts_.size();
    require(step(input).has_value(), "what was said before is refused");
    require(std::equal(facts_.begin() + static_cast<std::ptrdiff_t>(from), facts_.end(),
                       by_time.begin(), by_time.end()) &&
                board() == twin.board(),
            "a refusal changes nothing but time");
}

void WatchedEngine::say_nonsense(const Input& input)
{
    step(Tick{});
    const auto before = ledger_text(board());
    require(step(input).has_value(), "nonsense is refused");
    require(ledger_text(board()) == before, "nonsense leaves the ledger as it was");
}

void WatchedEngine::restart()
{
    Board replayed;
    for (const auto& fact : facts_) replayed.apply(fact);
    require(replayed == board() && ledger_text(replayed) == ledger_text(board()) &&
                operational_text(replayed) == operational_text(board()),
            "I6: the facts replayed give what was");
    engine_.emplace(*Directory::make(world_.organisation), world_.policy, std::move(replayed));
    step(ProcessStarted{.software = "test", .time_mode = "system", .tzdata_version = "test"});
}

void WatchedEngine::look_at(std::size_t from)
{
    for (auto i = from; i < facts_.size(); ++i)
        std::visit([&](const auto& fact) { look_at(fact); }, facts_[i].fact.any());
    look_at_board();
}

void WatchedEngine::look_at(const MessageLeft& fact)
{
    require(left_.emplace(fact.message, fact).second, "I1: a duty begins once");
    ++mailboxes_[fact.mailbox].left;
}

void WatchedEngine::close(const MessageId& id)
{
    if (closed_.insert(id).second) ++mailboxes_[left_.at(id).mailbox].closed;
}

void WatchedEngine::look_at(const MessageReturned& fact) { close(fact.message); }
void WatchedEngine::look_at(const MessageNoDuty& fact) { close(fact.message); }

void WatchedEngine::look_at(const MessageOverdue& fact)
{
    require(overdue_.insert(fact.message).second, "I10: a violation is raised once");
    require(fact.deadline <= now_, "a violation is raised at its deadline, not before");
}

void WatchedEngine::look_at(const DayChecked& fact)
{
    const std::pair key{fact.location, fact.date};
    const auto before = days_.find(key);
    const auto expected = before == days_.end() ? 1 : before->second.revision + 1;
    require(fact.revision == expected, "I4: revisions are numbered one by one");
    require(before == days_.end() || before->second.provisional || !fact.provisional,
            "I4: settled stays settled");
    require(before == days_.end() || before->second.check_at == fact.check_at,
            "I4: a day has one check instant");
    require(now_ >= fact.check_at, "I4: no day is checked before its check");
    days_[key] = fact;
    if (fact.verdict != Verdict::clear) return;
    require(!fact.provisional && fact.reasons.empty() && fact.sources > 0 &&
                fact.sources == fact.sources_fresh && fact.mailboxes == fact.mailboxes_agree,
            "I3: CLEAR rests on every source and every list");
    require(std::none_of(fact.open.begin(), fact.open.end(),
                         [&](const DayMessage& one) {
                             return one.violation || one.state != "ATTEMPTED" ||
                                    world_.policy.no_answer != Policy::NoAnswer::counts;
                         }),
            "I3: CLEAR leaves nothing open but attempts that count");
}

void WatchedEngine::look_at_board() const
{
    std::map<MailboxId, int> open;
    for (const auto& [id, message] : board().messages().all()) {
        require(message.left == left_.at(id), "I1: what fixes the due day never changes");
        require(message.is_open() != closed_.contains(id), "I1: open or closed, by its facts");
        require(message.overdue == overdue_.contains(id), "I10: a violation stays");
        open[message.left.mailbox] += message.is_open() ? 1 : 0;
    }
    for (const auto& [mailbox, count] : mailboxes_)
        require(open[mailbox] == count.left - count.closed, "I2: open = left - closed");
    for (const auto& [queue, count] : waiting_) {
        require(count >= 0, "I8: nobody leaves a queue that she is not in");
        require(board().queues().find(queue)->waiting.size() == static_cast<std::size_t>(count),
                "I8: depth = joins - leaves");
    }
    for (const auto& [key, day] : days_)
        require(*board().days().find(key.first, key.second) == day, "I4: the newest revision");
}

}  // namespace callwatch::test
