#pragma once

#include <cstddef>
#include <vector>

namespace callwatch::bench {

/// What several rounds measured, in the order of the rounds. Machines are noisy: a figure is said
/// as min/median/max, and two are compared by their ratio round by round, never across runs.
struct Series {
    std::vector<double> values;

    void add(double value) { values.push_back(value); }
    double min() const;
    double median() const;
    double max() const;
};

/// Round by round. Both must have as many rounds.
Series ratio(const Series& subject, const Series& reference);

/// The value below which `share` (0..1) of all lie; `values` is put in order.
double percentile(std::vector<double>& values, double share);

}  // namespace callwatch::bench
