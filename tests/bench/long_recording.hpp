#pragma once

#include <cstdint>
#include <string>

namespace callwatch::bench {

/// The recorded session of tests/data several times over, as one recording: each time an hour
/// later, and with call ids of its own.
struct LongRecording {
    std::string ami;     ///< The bytes of the connection.
    std::string chunks;  ///< JSON lines, when they arrived.
    std::uint64_t messages = 0;
};
LongRecording make_long_recording(int times);

/// Where it lies, and the configuration that belongs to it.
std::string recorded_day_folder();

}  // namespace callwatch::bench
