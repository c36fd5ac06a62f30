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

/// What is the matter with them all, and how the journal is.
Hero make_sources_hero(const HealthInput& in, const Box& box);
Hero make_journal_hero(const HealthInput& in, const Box& box);

/// The figures of one source; "?" for what nobody knows while it is silent.
struct SourceCells {
    Cell state;
    Cell age;  ///< How old what it told is; how long it has said nothing.
    Cell lag;  ///< A line, to `top_ms`.
    Cell sequence;
    Cell gaps;
    Cell fetched;
    Cell clock;
};
SourceCells make_source_cells(const HealthInput& in, const Ranked& ranked, std::uint32_t top_ms);

/// One scale for the lines of all sources, a round number of seconds; "2 s", "5 min".
std::uint32_t line_top_ms(const Snapshot& snapshot);
std::string line_top_text(std::uint32_t top_ms);

/// What is the matter with one source and what follows from it; that it is heard, where nothing is.
Meaning make_meaning(const HealthInput& in, const Ranked& ranked);
/// What is not as it should be with the collector itself; empty where all is.
std::vector<Meaning> make_collector_meanings(const HealthInput& in);

/// "9e41 7c02 55a0 f3d8": as it is read out on the telephone.
std::string chain_head_text(const Collector& collector);

Table make_sources_table(const HealthInput& in, const Box& box);
Meanings make_meanings(const HealthInput& in, const Box& box);
Record make_record(const HealthInput& in, const Box& box);

/// "+0.02 s", "−5.40 s", "+3 min".
std::string skew_text(Micros skew);

/// "61 GB", "512 MB".
std::string room_text(std::uint64_t bytes);

}  // namespace wallboard
