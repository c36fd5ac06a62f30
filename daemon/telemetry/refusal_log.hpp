#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "daemon/model/result.hpp"
#include "daemon/model/types.hpp"

namespace callwatch {

/// Counts what was refused, and lets at most one log line per code and minute out, so that a flood
/// of bad messages neither hides other lines nor fills the disk.
class RefusalLog {
public:
    static constexpr std::chrono::minutes quiet_time{1};

    /// Counts `refusal`. Returns the line to log, or nothing if its code had a line less than
    /// quiet_time ago; the next line says how many had none. `origin` says who sent it: a source or
    /// an endpoint. `now` never goes back.
    std::optional<std::string> take(const Refusal& refusal, std::string_view origin, Instant now);

    /// Since the start; for refused_total{code=…}.
    std::uint64_t count(Refusal::Code code) const;

private:
    struct Entry {
        std::uint64_t count = 0;
        std::uint64_t silent = 0;  ///< Since the last line.
        std::optional<Instant> line_at;
    };

    static constexpr std::size_t codes = static_cast<std::size_t>(Refusal::Code::full) + 1;
    std::array<Entry, codes> entries_;
};

}  // namespace callwatch
