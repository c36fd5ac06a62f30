#include "daemon/wire/source_refusals.hpp"

#include <utility>

namespace callwatch {

void SourceRefusals::count(const Refusal& refusal, std::chrono::steady_clock::time_point now)
{
    ++totals_[refusal.code];
    const auto told = told_.find(refusal.code);
    if (told != told_.end() && now - told->second < std::chrono::minutes{1}) return;
    told_[refusal.code] = now;
    // A caller that never drains gets one sentence per code, not one per minute.
    for (const auto& waiting : untold_)
        if (waiting.code == refusal.code) return;
    untold_.push_back(refusal);
}

std::uint64_t SourceRefusals::total(Refusal::Code code) const
{
    const auto found = totals_.find(code);
    return found == totals_.end() ? 0 : found->second;
}

std::vector<Refusal> SourceRefusals::drain() { return std::exchange(untold_, {}); }

}  // namespace callwatch
