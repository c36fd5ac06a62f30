#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace callwatch {

/// What a person signs when she signs a day: text that she can read, and that anybody can make
/// again from the record. Hashes are SHA-256, 64 hex digits.
struct DayStatement {
    struct Exception {
        std::string message;
        std::string reason;  ///< As she wrote it.
    };
    std::string location;
    std::string date;  ///< "2026-11-20"
    std::uint32_t revision = 0;
    std::string verdict;      ///< "CLEAR", "VIOLATIONS", "UNKNOWN"
    std::string record_hash;  ///< Of the check as the journal keeps it.
    std::string by;
    bool on_behalf = false;
    std::vector<Exception> exceptions;
    std::string note;
};

/// Hash of a text.
using TextHash = std::string (*)(std::string_view text);

/// Lines "key value", each ended by a line feed; free text only as its hash, so that a text that
/// was erased for privacy can no longer be read, and one that is kept can be proved.
std::string describe(const DayStatement& statement, TextHash hash);

}  // namespace callwatch
