#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <vector>

#include "daemon/model/result.hpp"

namespace callwatch {

/// Counts what was refused and keeps, for the log, one sentence per code and minute. Bounded by the
/// number of codes.
class SourceRefusals {
public:
    void count(const Refusal& refusal, std::chrono::steady_clock::time_point now);

    /// Since the start; the metric refused_total{code}.
    std::uint64_t total(Refusal::Code code) const;
    const std::map<Refusal::Code, std::uint64_t>& totals() const { return totals_; }

    /// To be logged now; each is given once.
    std::vector<Refusal> drain();

private:
    std::map<Refusal::Code, std::uint64_t> totals_;
    std::map<Refusal::Code, std::chrono::steady_clock::time_point> told_;
    std::vector<Refusal> untold_;
};

}  // namespace callwatch
