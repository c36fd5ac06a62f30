#pragma once

#include <filesystem>

#include "daemon/app/clock.hpp"
#include "daemon/board/source_vitals.hpp"
#include "daemon/journal/journal.hpp"

namespace callwatch {

/// How the record does: where the journal ends, when and how fast it was last written, how much
/// room is left. For the board, once a second.
class RecordPulse {
public:
    /// `head`: where the journal ended when the replay was done.
    RecordPulse(std::filesystem::path data_directory, const JournalHead& head)
        : data_directory_{std::move(data_directory)},
          head_{head}
    {
    }

    /// Facts up to `position` were handed to the journal.
    void submitted(Position position, Uptime uptime);
    /// The journal is durable up to `head`.
    void durable(const JournalHead& head, Uptime uptime, Instant now);

    /// Brings vitals() up to date; does something once a second. `told` has what only the caller
    /// knows.
    void look(const CollectorVitals& told, Uptime uptime);
    const CollectorVitals& vitals() const { return vitals_; }

private:
    std::filesystem::path data_directory_;
    JournalHead head_;
    Instant written_at_{};  ///< In this life; the epoch: not yet.
    std::chrono::milliseconds commit_{};
    Position measured_ = 0;  ///< The turn whose way to the disk is timed; 0: none.
    Uptime measured_from_{};
    std::uint64_t room_left_bytes_ = 0;
    Uptime next_look_{};
    Uptime next_room_{};
    CollectorVitals vitals_;
};

}  // namespace callwatch
