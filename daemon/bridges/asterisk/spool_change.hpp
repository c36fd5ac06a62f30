#pragma once

#include <cstdint>
#include <string>

#include "daemon/model/types.hpp"

namespace callwatch::asterisk {

/// One change of the voicemail spool, as comparing two listings of it shows: message ids within
/// mailboxes, never file names, because files are renumbered when others go.
struct SpoolChange {
    enum class Kind : std::uint8_t { appeared, moved, renumbered, gone };

    Instant at;  ///< When the listing that shows it was taken.
    Kind kind = Kind::appeared;
    std::string msg_id;
    std::string mailbox;         ///< "106" or "301@branch", as the spool has it.
    std::string folder;          ///< Where it is now; where it was, if gone.
    std::string from_folder;     ///< Only when moved.
    std::string caller_id;       ///< "\"Name\" <number>", or a bare number.
    std::string caller_channel;  ///< "PJSIP/trunk-00000000"
    Instant began;               ///< When the recording began, to the second (origtime).
    std::int64_t duration_ms = 0;
};

}  // namespace callwatch::asterisk
