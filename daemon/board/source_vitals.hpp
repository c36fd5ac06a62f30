#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "daemon/state/sources.hpp"

namespace callwatch {

/// How a source does, as the shell measures it once a second: shown, never judged by. None of it is
/// in the journal.
struct SourceVitals {
    Micros lag{};                              ///< The collector's time less the watermark.
    std::vector<std::uint32_t> lag_by_10s_ms;  ///< The worst of each, at most 60, oldest first.
    bool clock_known = false;                  ///< Never while time follows a recording.
    Micros clock_skew{};                       ///< Its clock less ours.
    bool clock_doubt = false;
    bool spool_watch_alive = false;
    std::uint64_t fetched_again = 0;
    std::string trouble;    ///< Cleaned and bounded; empty: it says that it is up.
    std::vector<Gap> gaps;  ///< Not healed, the newest 20, oldest first.
    std::uint32_t gaps_healed_today = 0;
    Instant upstream_lost_since{};  ///< The epoch: it sees its telephone system.
};

/// What the collector knows of itself.
struct CollectorVitals {
    std::string software;
    Instant started_at{};
    std::uint64_t journal_position = 0;
    std::string chain_head;  ///< Hex.
    std::uint64_t refused = 0;
    std::string time_mode;
    Instant written_at{};
    std::chrono::milliseconds commit{};
    std::uint64_t room_left_bytes = 0;  ///< 0: not known.
    bool clock_doubt = false;
};

}  // namespace callwatch
