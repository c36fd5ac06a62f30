#pragma once

#include <cstdint>
#include <map>
#include <optional>

#include "daemon/model/types.hpp"

namespace callwatch {

/// How far each source's own time has come: its watermark, the time of its telephone system's last
/// event or answer, counted only when every event before it has been accepted. Not part of the
/// state: a restarted collector hears it again within a second.
class Watch {
public:
    /// The newest claim counts, also if it takes an older one back: a telephone system whose clock
    /// ran ahead for a moment has not passed what it claimed to have passed.
    void heard(const SourceId& source, Instant watermark);
    std::optional<Instant> watermark(const SourceId& source) const;
    /// Grows whenever a watermark moves.
    std::uint64_t changes() const { return changes_; }

private:
    std::map<SourceId, Instant> watermarks_;
    std::uint64_t changes_ = 0;
};

}  // namespace callwatch
