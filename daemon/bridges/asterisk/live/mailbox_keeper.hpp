#pragma once

#include <map>
#include <string>

#include "daemon/bridges/asterisk/live/mailbox_listing.hpp"
#include "daemon/bridges/asterisk/translator.hpp"

namespace callwatch::asterisk {

/// The last listing of every mailbox, and what a new one changes: changes go to the translator as
/// those of a recorded spool log do, and every five minutes, or when wanted, the listing as a
/// whole.
class MailboxKeeper {
public:
    explicit MailboxKeeper(Translator& translator) : translator_{translator} {}

    /// `as_of`: when the reading of it began; `at`: now. Neither goes back.
    void take(const std::string& mailbox, MailboxListing listing, Instant as_of, Instant at,
              Events& out);
    /// Every mailbox is sent as a whole when it is read next: after a gap, or a reload.
    void want_all();

    static constexpr Micros snapshot_every = std::chrono::seconds{300};

private:
    struct Kept {
        MailboxListing listing;
        std::optional<Instant> sent_at;
    };
    Translator& translator_;
    std::map<std::string, Kept, std::less<>> kept_;
};

}  // namespace callwatch::asterisk
