#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "callwatch/v1/event.pb.h"
#include "daemon/bridges/asterisk/replay.hpp"

namespace callwatch::bridge {

/// What a replay came to.
struct Summary {
    std::map<std::string, std::uint64_t> events;  ///< By name in the contract: "call_queued".
    std::uint64_t head = 0;                       ///< Of the spool.
    std::uint64_t acknowledged = 0;
    bool complete = false;  ///< The recording was played to its end.

    void count(const v1::Event& event);
};

/// For people, several lines: what was sent, and what was not understood.
std::string text_of(const Summary& summary, const asterisk::Replay& replay);

/// Keys: events {name: count}, head, acknowledged, complete, ami {messages, lines_without_key,
/// oversized, malformed}, not_understood {events, headers, unreadable, left_out}, each {name:
/// count}.
std::string json_of(const Summary& summary, const asterisk::Replay& replay);

}  // namespace callwatch::bridge
