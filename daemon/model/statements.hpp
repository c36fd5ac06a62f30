#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace callwatch {

// What people sign: texts that they can read, and that anybody can make again from the record and
// hold against the signature. Lines "key value", each ended by a line feed. Free text stands in
// them only as its SHA-256 (64 hex digits): one that was erased for privacy can no longer be read,
// one that is kept can be proved. Times are microseconds since 1970 UTC.

/// Hash of a text, as hex digits.
using TextHash = std::string (*)(std::string_view text);

/// A supervisor signs that she has checked a day (Standards, item 7).
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
std::string describe(const DayStatement& statement, TextHash hash);

/// A manager signs that the voicemail of somebody who left is off (item 9).
struct DisconnectionStatement {
    std::string mailbox;
    std::string location;
    std::string person;  ///< Who left.
    std::int64_t left_at_us = 0;
    std::string requested_by;
    std::int64_t requested_at_us = 0;
    bool verified = false;  ///< The telephone system's list no longer has it.
    std::string by;
    std::string note;
};
std::string describe(const DisconnectionStatement& statement, TextHash hash);

/// A manager signs that the mailbox of somebody who left has another owner (item 9).
struct HandOverStatement {
    std::string mailbox;
    std::string location;
    std::string person;  ///< Who left.
    std::int64_t left_at_us = 0;
    std::string successor;
    std::string by;
};
std::string describe(const HandOverStatement& statement);

/// The collector signs where its journal ended.
struct HeadStatement {
    std::uint64_t position = 0;
    std::string hash;  ///< Of the row that ends there, 64 hex digits.
    std::string time;  ///< "2026-11-20T23:00:00.000000Z", by the collector's machine.
};
std::string describe(const HeadStatement& statement);

}  // namespace callwatch
