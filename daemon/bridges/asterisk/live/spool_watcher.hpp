#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

#include "daemon/bridges/asterisk/live/action_schedule.hpp"
#include "daemon/bridges/asterisk/live/spool_reader.hpp"

namespace callwatch::asterisk {

/// Hints of the kernel that something below the spool has changed. Never the truth: they may come
/// late, twice, or not at all (another machine writes, the queue overflows).
class SpoolHints {
public:
    /// Watches nothing yet; usable() is false if inotify is not to be had.
    SpoolHints();
    ~SpoolHints();
    SpoolHints(const SpoolHints&) = delete;
    SpoolHints& operator=(const SpoolHints&) = delete;

    bool usable() const { return fd_ >= 0; }
    int fd() const { return fd_; }
    /// False if it cannot be watched: too many watches, or it is gone.
    bool watch(const std::filesystem::path& directory, const std::string& subject);

    struct Read {
        std::set<std::string> subjects;  ///< As given to watch().
        bool overflow = false;
    };
    Read read();

private:
    int fd_ = -1;
    std::map<int, std::string> watches_;
};

/// Whether the file system tells this machine of every change: not if it is a network one.
bool is_network_file_system(const std::filesystem::path& path);

/// Reads every mailbox of the spool that may have changed. A hint makes one be read a quarter of a
/// second later; every one is read at the start, after an overflow, and every `thorough_every`;
/// without hints every `poll_every`.
class SpoolWatcher {
public:
    struct Settings {
        std::filesystem::path root;
        std::chrono::milliseconds poll_every{1'000};
        std::chrono::milliseconds thorough_every{60'000};
    };
    /// `listing`: what lies in "106@default" now.
    using Take = std::function<void(const std::string& mailbox, const MailboxListing& listing)>;

    explicit SpoolWatcher(Settings settings);

    /// Reads what is to be read now, some milliseconds' worth; call again until next_at().
    void turn(Steady now, const Take& take);
    Steady next_at() const;
    /// To wait on; -1 if there are no hints.
    int fd() const { return hints_ && hints_->usable() ? hints_->fd() : -1; }
    /// All mailboxes are read again. `known`, "106@default", are read even where nobody has left a
    /// message yet: a mailbox without a directory is an empty one.
    void read_all(const std::set<std::string>& known);
    void read(const std::string& mailbox) { marked_.insert(mailbox); }

    /// Why the spool cannot be read, in words; empty if it can.
    const std::string& trouble() const { return trouble_; }
    /// It is polled because there are no hints.
    bool polls() const { return !hints_ || !hints_->usable() || !all_watched_; }

private:
    void begin_round(Steady now);
    void watch(const MailboxDirectory& mailbox);

    Settings settings_;
    SpoolReader reader_;
    std::unique_ptr<SpoolHints> hints_;
    bool all_watched_ = true;
    std::map<std::string, MailboxDirectory> mailboxes_;  ///< By name.
    std::set<std::string> known_;                        ///< By the telephone system.
    std::set<std::string> hinted_;                       ///< To be read at hinted_at_.
    std::set<std::string> marked_;                       ///< To be read now.
    std::set<std::string> again_;                        ///< Could not be vouched for.
    Steady thorough_at_{};
    Steady again_at_{};
    Steady hinted_at_{};
    Steady poll_at_{};
    std::string trouble_;
};

}  // namespace callwatch::asterisk
