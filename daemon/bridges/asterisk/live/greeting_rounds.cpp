#include "daemon/bridges/asterisk/live/greeting_rounds.hpp"

namespace callwatch::asterisk {
namespace {

/// Read in one turn: the manager's socket comes in between.
constexpr int mailboxes_per_turn = 16;

/// Empty: the name is no path below the spool.
std::filesystem::path place_of(const std::filesystem::path& spool, const std::string& mailbox)
{
    const auto at = mailbox.find('@');
    const bool is_a_path = mailbox.find('/') != std::string::npos || mailbox.front() == '.';
    if (at == 0 || at == std::string::npos || is_a_path) return {};
    return spool / mailbox.substr(at + 1) / mailbox.substr(0, at);
}

}  // namespace

void GreetingRounds::turn(Steady now, Instant as_of, const std::set<std::string>& mailboxes,
                          const Tell& tell)
{
    if (waiting_.empty() && now >= round_at_) {
        round_at_ = now + round_every;
        std::error_code error;
        // Gone as a whole, it is not mounted: no greeting was removed.
        if (std::filesystem::is_directory(spool_, error))
            waiting_.assign(mailboxes.begin(), mailboxes.end());
    }
    for (int i = 0; i < mailboxes_per_turn && !waiting_.empty(); ++i) {
        const auto mailbox = std::move(waiting_.back());
        waiting_.pop_back();
        const auto place = place_of(spool_, mailbox);
        if (place.empty()) continue;
        auto files = read_greetings(place);
        if (!files) continue;
        if (const auto change = watch_.take(mailbox, std::move(*files), as_of))
            tell(mailbox, *change);
    }
}

}  // namespace callwatch::asterisk
