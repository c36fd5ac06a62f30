#pragma once

#include <cstdint>

#include "tests/bench/report.hpp"

namespace callwatch::bench {

struct Options {
    int rounds = 5;
    std::uint64_t facts = 1'000'000;  ///< Of the journal that is replayed (P3).
};

// Each measures one item of the table and adds its lines (README.md of tests/).

void measure_ingest(const Options& options, Report& report);   // P1
void measure_latency(const Options& options, Report& report);  // P2
void measure_restart(const Options& options, Report& report);  // P3
void measure_memory(const Options& options, Report& report);   // P4
void measure_cost(const Options& options, Report& report);     // P5
void measure_bridge(const Options& options, Report& report);   // P6
void measure_day(const Options& options, Report& report);      // P9

}  // namespace callwatch::bench
