#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace callwatch::bench {

/// What a reference does in a process of its own, as the collector does: `callwatch_bench part NAME
/// ...`. Prints when it had taken everything, ns of CLOCK_MONOTONIC.
///
///   receive ENDPOINT EVENTS          ZeroMQ receive and Protobuf parse into a reused message
///   rows ENDPOINT EVENTS FILE        the same, and a row an event into SQLite (WAL, FULL), on a
///                                    thread of its own that commits whatever has gathered
///   chain ENDPOINT EVENTS FILE TO    the same, and the queue's row published at TO when committed
int play_part(const std::vector<std::string>& arguments);

}  // namespace callwatch::bench
