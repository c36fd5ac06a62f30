#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace callwatch {

/// Puts events together to the bytes of a v1::EventBatch without parsing them: a spool has them as
/// bytes, and a field of a Protobuf message is its tag, its length and its bytes.
class BatchBytes {
public:
    BatchBytes(std::string_view source_id, std::int64_t epoch_us);

    /// The frame for the events socket.
    std::string batch(std::span<const std::string> events) const;
    /// The same as a v1::SourceToCollector with `resent`.
    std::string resent(std::span<const std::string> events) const;

private:
    std::string prefix_;  ///< What every batch of this source begins with.
};

}  // namespace callwatch
