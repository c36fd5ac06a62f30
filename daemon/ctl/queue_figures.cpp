#include "daemon/ctl/queue_figures.hpp"

#include <algorithm>

#include "daemon/ctl/figures.hpp"

namespace callwatch::ctl {

std::optional<double> answered_percentage(const callwatch::v1::QueueRow& row)
{
    const std::uint64_t left = std::uint64_t{row.answered()} + row.abandoned() + row.timed_out() +
                               row.left_by_key() + row.left_otherwise();
    return percentage(row.answered(), left);
}

std::optional<double> service_level(const callwatch::v1::QueueRow& row)
{
    if (row.service_level_variant() != "SL4") return std::nullopt;
    const std::uint64_t early = std::min(row.abandoned(), row.abandoned_in_threshold());
    const std::uint64_t judged = std::uint64_t{row.answered()} + row.abandoned() - early;
    return percentage(row.answered_in_threshold(), judged);
}

}  // namespace callwatch::ctl
