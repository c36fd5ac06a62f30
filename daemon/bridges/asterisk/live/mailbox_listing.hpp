#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/bridges/asterisk/spool_change.hpp"
#include "daemon/model/types.hpp"

namespace callwatch::asterisk {

/// A message as its mailbox holds it, from a msgNNNN.txt or from VoicemailBoxSummary.
struct ListedMessage {
    std::string folder;          ///< "INBOX"
    std::string file;            ///< "msg0003"; empty in a list of the manager interface.
    std::string caller_id;       ///< "\"Name\" <number>", or a bare number.
    std::string caller_channel;  ///< Empty in a list of the manager interface.
    Instant began;               ///< When the recording began, to the second (origtime).
    std::int64_t duration_ms = 0;
    bool operator==(const ListedMessage&) const = default;
};

/// Everything that lies in one mailbox, by msg_id.
using MailboxListing = std::map<std::string, ListedMessage, std::less<>>;

/// Kept of one mailbox; Asterisk's own limit is 9 999 a folder.
constexpr std::size_t listed_messages_max = 10'000;

/// What happened between two listings of "106@default", the second taken at `at`: what is new, has
/// moved to another folder or has another file now, and what is gone, in that order; by msg_id.
std::vector<SpoolChange> compare(const std::string& mailbox, const MailboxListing& before,
                                 const MailboxListing& after, Instant at);

/// "Sun Nov 22 01:09:27 AM UTC 2026", as app_voicemail writes a message's date, always in UTC.
/// Nothing if it is not that.
std::optional<Instant> parse_voicemail_date(std::string_view text);

}  // namespace callwatch::asterisk
