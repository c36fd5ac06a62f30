#include "wallboard/model/service_level.hpp"

#include <fmt/format.h>

namespace wallboard {
namespace {

std::uint64_t less(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : 0; }

}  // namespace

std::optional<Share> service_level(const Queue& q)
{
    const std::uint64_t both = std::uint64_t{q.answered} + q.abandoned;
    const std::uint64_t in_time = q.answered_in_threshold;
    const auto& variant = q.service_level_variant;
    if (variant == "SL1") return Share{in_time + q.abandoned_in_threshold, both};
    if (variant == "SL2") return Share{in_time, q.answered};
    if (variant == "SL3") return Share{in_time, both};
    if (variant == "SL4") return Share{in_time, less(both, q.abandoned_in_threshold)};
    if (variant == "SL5") return Share{in_time + q.short_abandoned, both};
    if (variant == "SL6") return Share{in_time, less(both, q.short_abandoned)};
    return std::nullopt;
}

Share answered_share(const Queue& q)
{
    return {q.answered, std::uint64_t{q.answered} + q.abandoned + q.left_otherwise};
}

Queue sum_of(std::span<const Queue* const> queues)
{
    Queue sum;
    bool first = true;
    bool same = true;
    for (const Queue* q : queues) {
        sum.offered += q->offered;
        sum.answered += q->answered;
        sum.abandoned += q->abandoned;
        sum.short_abandoned += q->short_abandoned;
        sum.answered_in_threshold += q->answered_in_threshold;
        sum.abandoned_in_threshold += q->abandoned_in_threshold;
        sum.left_otherwise += q->left_otherwise;
        if (first) {
            sum.service_level_variant = q->service_level_variant;
            sum.service_level_s = q->service_level_s;
        }
        same = same && sum.service_level_variant == q->service_level_variant &&
               sum.service_level_s == q->service_level_s;
        first = false;
    }
    if (!same) {
        sum.service_level_variant.clear();
        sum.service_level_s = 0;
    }
    return sum;
}

std::string service_level_title(std::span<const Queue* const> queues)
{
    const Queue sum = sum_of(queues);
    if (sum.service_level_variant.empty()) return "service level";
    return fmt::format("{} {} s", sum.service_level_variant, sum.service_level_s);
}

}  // namespace wallboard
