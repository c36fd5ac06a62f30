#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "callwatch/v1/event.pb.h"
#include "daemon/bridges/asterisk/replay.hpp"

namespace callwatch::bridge {

/// What a replay came to.
struct Summary {
    std::map<v1::Event::WhatCase, std::uint64_t> events;
    std::uint64_t head = 0;  ///< Of the spool.
    std::uint64_t acknowledged = 0;
    bool complete = false;  ///< The recording was played to its end.

    void count(const v1::Event& event) { ++events[event.what_case()]; }
};

/// For people, several lines: what was sent, and what was not understood.
std::string text_of(const Summary& summary, const asterisk::Replay& replay);

/// Keys: events {name in the contract, "call_queued": count}, head, acknowledged, complete, ami
/// {messages, lines_without_key, oversized, malformed}, not_understood {events, headers,
/// unreadable, left_out}, each {name: count}.
std::string json_of(const Summary& summary, const asterisk::Replay& replay);

}  // namespace callwatch::bridge
