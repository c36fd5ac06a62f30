#pragma once

#include <string>
#include <string_view>

namespace callwatch::asterisk {

struct CallerId {
    std::string name;    ///< Unescaped, at most 128 bytes; empty if there is none.
    std::string number;  ///< As written.
};

/// "\"Smith, John\" <0217000053>", "<0217000053>" or "0217000053", as a voicemail's text file has
/// it.
CallerId parse_caller_id(std::string_view text);

}  // namespace callwatch::asterisk
