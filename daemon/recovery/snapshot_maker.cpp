#include "daemon/recovery/snapshot_maker.hpp"

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>

#include <spdlog/spdlog.h>

#include "daemon/journal/journal_file.hpp"
#include "daemon/recovery/recovery.hpp"

namespace callwatch {
namespace {

constexpr int rest_factor = 9;  // At most a tenth of a core.
constexpr int lowest_priority = 19;

}  // namespace

SnapshotMaker::SnapshotMaker(std::string journal_path, std::filesystem::path folder, Position every,
                             Position last)
    : journal_path_{std::move(journal_path)},
      folder_{std::move(folder)},
      every_{every},
      next_{last + every},
      thread_{[this] { run(); }}
{
}

SnapshotMaker::~SnapshotMaker() { stop(); }

void SnapshotMaker::durable(Position position)
{
    if (position < next_) return;
    next_ = position + every_;
    {
        const std::lock_guard lock{mutex_};
        wanted_ = true;
    }
    woken_.notify_one();
}

void SnapshotMaker::stop()
{
    {
        const std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    woken_.notify_one();
    if (thread_.joinable()) thread_.join();
}

void SnapshotMaker::run()
{
    // Of this thread alone (setpriority(2), Linux); a failure costs others a little time.
    static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), lowest_priority));
    while (true) {
        {
            std::unique_lock lock{mutex_};
            woken_.wait(lock, [this] { return wanted_ || stopping_; });
            if (stopping_) return;
            wanted_ = false;
        }
        const auto begin = std::chrono::steady_clock::now();
        try {
            make();
        } catch (const Stopped&) {
            return;
        } catch (const std::exception& error) {
            spdlog::error("no snapshot of the state was made: {}", error.what());
        }
        // The second state is given back at once.
        ::malloc_trim(0);
        if (!rest(rest_factor * (std::chrono::steady_clock::now() - begin))) return;
    }
}

void SnapshotMaker::make()
{
    const auto begin = std::chrono::steady_clock::now();
    const auto journal = observe_journal(journal_path_);
    const auto found = recover(*journal, folder_, {.now_and_then = [this] {
        if (is_stopping()) throw Stopped{};
    }});
    write_snapshot(folder_, found.board, found.head);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    spdlog::info("snapshot of the state at position {} in {:.2f} s", found.head.position,
                 took.count());
}

bool SnapshotMaker::rest(std::chrono::steady_clock::duration span)
{
    std::unique_lock lock{mutex_};
    return !woken_.wait_for(lock, span, [this] { return stopping_; });
}

bool SnapshotMaker::is_stopping()
{
    const std::lock_guard lock{mutex_};
    return stopping_;
}

}  // namespace callwatch
