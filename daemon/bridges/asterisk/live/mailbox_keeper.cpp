#include "daemon/bridges/asterisk/live/mailbox_keeper.hpp"

namespace callwatch::asterisk {

void MailboxKeeper::take(const std::string& mailbox, MailboxListing listing, Instant as_of,
                         Instant at, Events& out)
{
    Kept& kept = kept_[mailbox];
    for (const auto& change : compare(mailbox, kept.listing, listing, at))
        translator_.take(change, out);
    kept.listing = std::move(listing);
    if (kept.sent_at && at - *kept.sent_at < snapshot_every) return;
    kept.sent_at = at;
    translator_.listed(mailbox, as_of, at, out);
}

void MailboxKeeper::want_all()
{
    for (auto& [mailbox, kept] : kept_) kept.sent_at.reset();
}

}  // namespace callwatch::asterisk
