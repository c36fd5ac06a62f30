#include "daemon/bridges/asterisk/live/spool_watcher.hpp"

#include <algorithm>

namespace callwatch::asterisk {
namespace {

using namespace std::chrono_literals;

/// Mailboxes read in one turn: the manager's socket comes in between.
constexpr int mailboxes_per_turn = 16;
/// What could not be vouched for is read again so soon: a rename or a write takes less.
constexpr auto again_after = 100ms;
/// Files change just before Asterisk says who did it: a hint waits for that word.
constexpr auto hint_waits = 250ms;
/// Without a spool: how soon it is looked for again.
constexpr auto trouble_every = 5s;

/// Subject of hints that say that directories came or went.
const std::string everything;

}  // namespace

SpoolWatcher::SpoolWatcher(Settings settings)
    : settings_{std::move(settings)},
      reader_{settings_.root}
{
}

void SpoolWatcher::turn(Steady now, const Take& take)
{
    if (hints_) {
        const auto said = hints_->read();
        if (hinted_.empty()) hinted_at_ = now + hint_waits;
        hinted_.insert(said.subjects.begin(), said.subjects.end());
        if (said.overflow) thorough_at_ = {};
    }
    if (now >= hinted_at_) {
        if (hinted_.erase(everything) > 0) thorough_at_ = {};
        marked_.merge(hinted_);
    }
    if (now >= thorough_at_) begin_round(now);
    if (polls() && now >= poll_at_) {
        poll_at_ = now + settings_.poll_every;
        for (const auto& [name, mailbox] : mailboxes_) marked_.insert(name);
    }
    if (now >= again_at_) marked_.merge(again_);
    for (int i = 0; i < mailboxes_per_turn && !marked_.empty(); ++i) {
        const std::string name = std::move(marked_.extract(marked_.begin()).value());
        const auto mailbox = mailboxes_.find(name);
        if (mailbox == mailboxes_.end()) continue;
        if (!polls()) watch(mailbox->second);
        if (const auto listing = reader_.list(mailbox->second)) {
            take(name, *listing);
        } else {
            again_.insert(name);
            again_at_ = now + again_after;
        }
    }
}

void SpoolWatcher::begin_round(Steady now)
{
    trouble_ = reader_.trouble();
    if (!trouble_.empty()) {
        thorough_at_ = now + trouble_every;
        hints_.reset();
        hinted_.clear();
        marked_.clear();
        again_.clear();
        return;
    }
    thorough_at_ = now + settings_.thorough_every;
    if (!hints_) {
        hints_ = std::make_unique<SpoolHints>();
        // A network file system says nothing of what other machines do.
        all_watched_ = !is_network_file_system(settings_.root);
    }
    mailboxes_.clear();
    if (!polls()) all_watched_ = hints_->watch(settings_.root, everything);
    for (auto& mailbox : reader_.mailboxes()) {
        if (!polls()) all_watched_ = hints_->watch(settings_.root / mailbox.context, everything);
        std::string name = mailbox.name();
        mailboxes_.emplace(std::move(name), std::move(mailbox));
    }
    for (const auto& name : known_) {
        const auto at = name.find('@');
        const bool is_a_path = name.find('/') != std::string::npos || name.front() == '.';
        if (at == 0 || at == std::string::npos || is_a_path) continue;
        mailboxes_.emplace(name, MailboxDirectory{name.substr(at + 1), name.substr(0, at)});
    }
    for (const auto& [name, mailbox] : mailboxes_) marked_.insert(name);
}

void SpoolWatcher::read_all(const std::set<std::string>& known)
{
    known_ = known;
    thorough_at_ = {};
}

void SpoolWatcher::watch(const MailboxDirectory& mailbox)
{
    const auto path = reader_.path(mailbox);
    bool watched = hints_->watch(path, mailbox.name());
    std::error_code error;
    for (std::filesystem::directory_iterator one{path, error}, end; !error && one != end;
         one.increment(error)) {
        std::error_code ignored;
        if (one->is_directory(ignored) && one->path().filename() != "tmp")
            watched = hints_->watch(one->path(), mailbox.name()) && watched;
    }
    // A directory that went meanwhile is no reason: without watches to be had it is polled.
    if (!watched && std::filesystem::exists(path, error)) all_watched_ = false;
}

Steady SpoolWatcher::next_at() const
{
    if (!marked_.empty()) return {};
    Steady next = thorough_at_;
    if (trouble_.empty() && polls()) next = std::min(next, poll_at_);
    if (!again_.empty()) next = std::min(next, again_at_);
    if (!hinted_.empty()) next = std::min(next, hinted_at_);
    return next;
}

}  // namespace callwatch::asterisk
