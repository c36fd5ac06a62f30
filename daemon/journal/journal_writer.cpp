#include "daemon/journal/journal_writer.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <system_error>

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

int make_descriptor()
{
    const int descriptor = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (descriptor >= 0) return descriptor;
    throw JournalError{"the journal thread: no event descriptor (" +
                       std::generic_category().message(errno) + "): raise the limit of open files"};
}

/// What one row, and the vault's transaction before it, takes at most.
constexpr std::size_t changes_per_batch_max = JournalWriter::changes_waiting_max / 4;

void move_to_end(FactBytes& from, FactBytes& to)
{
    if (to.empty())
        to = std::move(from);
    else
        to.append(from);
}

}  // namespace

JournalWriter::JournalWriter(Journal& journal, Vault* vault) : journal_{journal}, vault_{vault}
{
    completed_ = journal.head();
    submitted_ = completed_.position;
    descriptor_ = make_descriptor();
    try {
        thread_ = std::thread{[this] { run(); }};
    } catch (const std::system_error& error) {
        ::close(descriptor_);
        throw JournalError{std::string{"the journal thread cannot be started: "} + error.what()};
    }
}

JournalWriter::~JournalWriter()
{
    stop();
    ::close(descriptor_);
}

bool JournalWriter::accepts() const
{
    const std::lock_guard lock{mutex_};
    return waiting_.fits_into({facts_per_row_max, row_bytes_max, changes_per_batch_max});
}

Position JournalWriter::submit(FactBytes facts, VaultChanges changes, std::string month)
{
    check();
    if (facts.empty() && changes.empty()) return submitted_;
    CALLWATCH_CHECK(changes.empty() || vault_);
    const Load load = load_of(facts, changes);
    CALLWATCH_CHECK(load.fits_into({facts_per_row_max, row_bytes_max, changes_per_batch_max}));
    {
        const std::lock_guard lock{mutex_};
        CALLWATCH_CHECK(!stopping_);
        waiting_ += load;
        CALLWATCH_CHECK(
            waiting_.fits_into({facts_waiting_max, bytes_waiting_max, changes_waiting_max}));
        turns_.push_back({std::move(facts), std::move(changes), std::move(month), load});
    }
    gathered_.notify_one();
    submitted_ += load.facts;
    return submitted_;
}

JournalHead JournalWriter::take_completed()
{
    std::uint64_t count = 0;
    // Reset before looking: what completes in between is seen now and signalled again, never
    // missed.
    static_cast<void>(::read(descriptor_, &count, sizeof count) == 0);
    const std::lock_guard lock{mutex_};
    return completed_;
}

void JournalWriter::check() const
{
    const std::lock_guard lock{mutex_};
    if (failure_) std::rethrow_exception(failure_);
}

void JournalWriter::stop()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    gathered_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void JournalWriter::run()
{
    Turn batch;
    try {
        while (take_batch(batch)) write(batch);
    } catch (...) {
        const std::lock_guard lock{mutex_};
        failure_ = std::current_exception();
    }
    signal();
}

/// Waits for turns and moves as many into `batch` as fit into one row, at least one. False:
/// stopped, and nothing is left.
bool JournalWriter::take_batch(Turn& batch)
{
    batch = {};
    std::unique_lock lock{mutex_};
    gathered_.wait(lock, [this] { return stopping_ || !turns_.empty(); });
    while (!turns_.empty()) {
        Turn& turn = turns_.front();
        if (!turn.month.empty()) {
            if (batch.load.facts + batch.load.changes > 0) break;
            batch.month = std::move(turn.month);
        }
        Load together = batch.load;
        together += turn.load;
        if (!together.fits_into({facts_per_row_max, row_bytes_max, changes_per_batch_max})) break;
        batch.load = together;
        waiting_ -= turn.load;
        move_to_end(turn.facts, batch.facts);
        batch.changes.insert(batch.changes.end(), std::make_move_iterator(turn.changes.begin()),
                             std::make_move_iterator(turn.changes.end()));
        turns_.pop_front();
    }
    return batch.load.facts + batch.load.changes > 0;
}

void JournalWriter::write(Turn& batch)
{
    const auto erasures = std::stable_partition(
        batch.changes.begin(), batch.changes.end(),
        [](const VaultChange& change) { return change.what != VaultChange::What::erase; });
    const VaultChanges erased{std::make_move_iterator(erasures),
                              std::make_move_iterator(batch.changes.end())};
    batch.changes.erase(erasures, batch.changes.end());
    if (!batch.changes.empty()) vault_->write(batch.changes);
    write_row(batch);
    if (!erased.empty()) vault_->write(erased);
}

void JournalWriter::write_row(const Turn& batch)
{
    if (batch.facts.empty()) return;
    if (!batch.month.empty()) journal_.begin_segment(batch.month);
    const JournalHead head = journal_.append(batch.facts);
    {
        const std::lock_guard lock{mutex_};
        completed_ = head;
    }
    signal();
}

void JournalWriter::signal() const
{
    const std::uint64_t one = 1;
    // Only a counter at its limit could refuse, and then the loop has been told often enough.
    static_cast<void>(::write(descriptor_, &one, sizeof one) == 0);
}

JournalWriter::Load JournalWriter::load_of(const FactBytes& facts, const VaultChanges& changes)
{
    return {.facts = facts.size(), .bytes = facts.bytes().size(), .changes = changes.size()};
}

JournalWriter::Load& JournalWriter::Load::operator+=(const Load& more)
{
    facts += more.facts;
    bytes += more.bytes;
    changes += more.changes;
    return *this;
}

JournalWriter::Load& JournalWriter::Load::operator-=(const Load& less)
{
    facts -= less.facts;
    bytes -= less.bytes;
    changes -= less.changes;
    return *this;
}

bool JournalWriter::Load::fits_into(const Load& bound) const
{
    return facts <= bound.facts && bytes <= bound.bytes && changes <= bound.changes;
}

}  // namespace callwatch
