#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "daemon/audit/signed_head.hpp"

namespace callwatch {

/// Writes where the journal ends, signed by the collector's own key, to a file that lies elsewhere:
/// whoever cuts the journal short, or puts another one in its place, cannot change that too. After
/// a commit, at most once `every`, and on a clean stop; the file is there as a whole or as before.
/// A thread of its own, for a share may hang and nothing else shall wait for it. What cannot be
/// written is logged and tried again; the collector goes on.
///
/// A head that the journal does not pass through is never written over: it is the proof that the
/// journal was changed.
class HeadExport {
public:
    struct Parts {
        std::filesystem::path file;
        std::string journal_path;
        keys::Key key;
        std::function<Instant()> now;
        std::chrono::milliseconds every = std::chrono::minutes{1};
    };
    explicit HeadExport(Parts parts);
    ~HeadExport();  ///< Ends the thread; a head that waits is not written.
    HeadExport(const HeadExport&) = delete;
    HeadExport& operator=(const HeadExport&) = delete;

    /// The loop's: the journal is durable up to here. Does not wait.
    void durable(const JournalHead& head);

    /// Ends the thread and writes where the journal has ended.
    void stop(const JournalHead& end);

private:
    void run();
    bool write(const JournalHead& head);
    void refuse_other_heads() const;
    void end_thread();

    const Parts with_;
    JournalHead told_;     ///< The loop's own.
    std::string written_;  ///< The writer's own: what stands in the file.

    std::mutex mutex_;  ///< Guards what follows but the thread.
    std::condition_variable woken_;
    JournalHead waiting_;  ///< Position 0: nothing is.
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace callwatch
