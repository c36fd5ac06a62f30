#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace callwatch::asterisk {

/// A name or other free text as people write it: AMI escapes ', " and \ with a backslash in the
/// fields of a channel snapshot, and the SIP quoting of a display name is kept below that ("\"Q\"
/// Jones").
std::string unescaped(std::string_view text);

/// Valid UTF-8 of at most `bytes_max` bytes, cut between characters; what is not UTF-8 becomes
/// U+FFFD, and control characters a blank. Everything that goes into an event passes here: protobuf
/// refuses else.
std::string clean(std::string_view text, std::size_t bytes_max);

/// "<unknown>", "unknown", "" and "(null)" all say the same: nothing is known.
bool is_unknown(std::string_view text);

}  // namespace callwatch::asterisk
