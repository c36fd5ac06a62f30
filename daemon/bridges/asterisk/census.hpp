#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "daemon/bridges/asterisk/ami_event.hpp"

namespace callwatch::asterisk {

/// Counts what was not understood, by name, so that a new version of Asterisk does not change in
/// silence what we see. Header sets are configuration and not fixed: an unknown one is no fault, a
/// missing one that we need is.
class Census {
public:
    /// Different names kept per list; further ones are counted under "(more)".
    static constexpr std::size_t names_max = 64;
    using Tally = std::map<std::string, std::uint64_t, std::less<>>;

    /// Looks at one message: its name, and the names of its headers if its event is one of ours.
    void look_at(const AmiEvent& event);
    /// A header that is needed is missing or unreadable: "QueueCallerJoin.Queue".
    void unreadable(const AmiEvent& event, std::string_view header);
    /// Anything else that was left out: "spool: unknown change".
    void left_out(std::string_view what);

    std::uint64_t messages() const { return messages_; }
    const Tally& unknown_events() const { return unknown_events_; }
    const Tally& unknown_headers() const { return unknown_headers_; }
    const Tally& unreadable_headers() const { return unreadable_headers_; }
    const Tally& left_out() const { return left_out_; }

private:
    void look_at_headers(const AmiEvent& event);

    std::uint64_t messages_ = 0;
    Tally unknown_events_;
    Tally unknown_headers_;
    Tally unreadable_headers_;
    Tally left_out_;
    /// By kind: the header names of its last message when all of them were known.
    std::map<Kind, std::vector<std::string>> all_known_;
};

}  // namespace callwatch::asterisk
