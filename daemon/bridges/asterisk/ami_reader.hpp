#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "daemon/bridges/asterisk/ami_message.hpp"

namespace callwatch::asterisk {

/// What a reader accepts. Beyond it a message is counted, skipped to its end and forgotten. The
/// largest message seen in recordings is a Command's response of 2.7 kB; some such responses are
/// long.
struct AmiLimits {
    std::size_t line_bytes_max = 16u * 1024;
    std::size_t message_bytes_max = 1024u * 1024;
    std::size_t headers_max = 8192;
};

/// Turns the bytes of the Asterisk Manager Interface, split anywhere, into messages. Lines end with
/// CRLF and with nothing else (a value may hold a bare LF), messages with an empty line, and the
/// very first line of a connection is a banner that no empty line follows. Never fails: what is not
/// AMI is counted.
class AmiReader {
public:
    struct Counters {
        std::uint64_t messages = 0;
        std::uint64_t lines_without_key = 0;  ///< In a message that is kept without them.
        std::uint64_t oversized = 0;          ///< Messages skipped because of a limit.
        std::uint64_t malformed = 0;          ///< Messages with lines, none of which is a header.
        bool operator==(const Counters&) const = default;
    };

    explicit AmiReader(AmiLimits limits = {}) : limits_{limits} {}

    /// Adds received bytes. Call next() until it gives nothing before feeding again: views of
    /// earlier messages end here.
    void feed(std::string_view bytes);

    /// The next whole message, or null. Valid until the next call of next(), feed() or restart().
    const AmiMessage* next();

    /// A new connection: the half message that was waiting is forgotten, a banner is expected.
    void restart();

    /// "Asterisk Call Manager/11.0.0", or empty if the stream did not begin with one.
    const std::string& banner() const { return banner_; }
    const Counters& counters() const { return counters_; }
    /// Bytes kept of a message that has not ended yet; bounded by the limits.
    std::size_t waiting() const { return buffer_.size() - begin_; }

private:
    /// A message while its lines are read.
    struct Reading {
        std::size_t end = 0;  ///< Where the next one begins.
        std::size_t without_key = 0;
        bool oversized = false;
    };
    bool read_lines(Reading& reading);
    void read_line(std::string_view line, Reading& reading);
    bool is_kept(const Reading& reading);
    void bound_waiting();

    AmiLimits limits_;
    std::string buffer_;
    std::size_t begin_ = 0;    ///< Where the message being waited for begins.
    std::size_t scanned_ = 0;  ///< No message ends before this.
    bool skipping_ =
        false;  ///< The message being waited for is over a limit; its end is looked for.
    bool at_start_ = true;
    AmiMessage message_;
    std::string banner_;
    Counters counters_;
};

}  // namespace callwatch::asterisk
