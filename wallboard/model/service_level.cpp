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

void QueueSum::add(const Queue& queue)
{
    sum_.offered += queue.offered;
    sum_.answered += queue.answered;
    sum_.abandoned += queue.abandoned;
    sum_.short_abandoned += queue.short_abandoned;
    sum_.answered_in_threshold += queue.answered_in_threshold;
    sum_.abandoned_in_threshold += queue.abandoned_in_threshold;
    sum_.left_otherwise += queue.left_otherwise;
    if (++count_ == 1) {
        sum_.service_level_variant = queue.service_level_variant;
        sum_.service_level_s = queue.service_level_s;
    }
    agree_ = agree_ && sum_.service_level_variant == queue.service_level_variant &&
             sum_.service_level_s == queue.service_level_s;
    if (agree_) return;
    sum_.service_level_variant.clear();
    sum_.service_level_s = 0;
}

Queue sum_of(const std::vector<Queue>& queues)
{
    QueueSum sum;
    for (const Queue& queue : queues) sum.add(queue);
    return sum.get();
}

std::string service_level_title(const Queue& sum)
{
    if (sum.service_level_variant.empty()) return "service level";
    return fmt::format("{} {} s", sum.service_level_variant, sum.service_level_s);
}

}  // namespace wallboard
