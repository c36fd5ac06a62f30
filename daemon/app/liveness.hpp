#pragma once

#include <map>
#include <vector>

#include "daemon/app/clock.hpp"
#include "daemon/board/board_view.hpp"
#include "daemon/model/policy.hpp"

namespace callwatch {

/// Who has been heard lately, measured on the machine's uptime: source_late_s is shown on the
/// board, source_stale_s decides (UNKNOWN). A source that was never heard counts from the start of
/// the process.
class Liveness {
public:
    Liveness(const std::vector<Source>& sources, const Policy& policy, Uptime start);

    void heard(const SourceId& source, Uptime uptime, Instant now);
    void ended(const SourceId& source);

    /// Changed since the last call: fallen silent, or back.
    struct Changes {
        std::vector<SourceId> quiet;
        std::vector<SourceId> spoke;
    };
    Changes look(Uptime uptime);

    /// As of the last look().
    const std::map<SourceId, SourceHealth>& health() const { return health_; }

private:
    struct Heard {
        Uptime at{};
        bool ever = false;
        bool is_quiet = false;
        bool has_ended = false;
    };
    v1::SourceRow::State state_of(const Heard& heard, Uptime silence) const;

    std::chrono::seconds late_;
    std::chrono::seconds stale_;
    std::map<SourceId, Heard> sources_;
    std::map<SourceId, SourceHealth> health_;
};

}  // namespace callwatch
