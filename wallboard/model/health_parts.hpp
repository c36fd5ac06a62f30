#pragma once

#include "wallboard/model/health.hpp"
#include "wallboard/model/health_view.hpp"

namespace wallboard {

/// What the parts of the page Health are made from. Lives as long as one call of make_health().
struct HealthInput {
    const Snapshot& snapshot;
    const Moment& moment;
    const Layout& layout;
    std::size_t turn;  ///< Which part of what does not fit.

    Instant now() const { return moment.figures; }
    std::chrono::seconds offset() const
    {
        const Location* home = home_of(snapshot);
        return home == nullptr ? std::chrono::seconds{0} : home->utc_offset;
    }
};

/// Sources with what is the matter with them, the worst first.
struct Ranked {
    const Source* source;
    Trouble trouble;
};
std::vector<Ranked> worst_first(const Snapshot& snapshot);

Table make_sources_table(const HealthInput& in, const Box& box);
Meanings make_meanings(const HealthInput& in, const Box& box);
Record make_record(const HealthInput& in, const Box& box);

/// "+0.02 s", "−5.40 s", "+3 min".
std::string skew_text(Micros skew);

/// "61 GB", "512 MB".
std::string room_text(std::uint64_t bytes);

}  // namespace wallboard
