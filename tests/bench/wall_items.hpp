#pragma once

#include "tests/bench/report.hpp"

namespace callwatch::bench {

// The wallboard's items of the table. They are a program of their own: it shares no C++ with the
// collector's, and neither needs what the other is linked with.

void measure_frame(int rounds, Report& report);  // P7
void measure_rest(int rounds, Report& report);   // P8

}  // namespace callwatch::bench
