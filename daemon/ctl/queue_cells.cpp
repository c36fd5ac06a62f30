#include "daemon/ctl/queue_cells.hpp"

#include "daemon/ctl/figures.hpp"

namespace callwatch::ctl {

using callwatch::v1::QueueRow;

Cell waiting_cell(const QueueRow& row)
{
    if (!row.data_known()) return {last_known(count(row.waiting())), Tone::doubt};
    switch (row.level_by_depth()) {
        case QueueRow::RED: return {"over " + count(row.waiting()), Tone::red};
        case QueueRow::AMBER: return {"many " + count(row.waiting()), Tone::amber};
        default: return {count(row.waiting()), row.waiting() == 0 ? Tone::quiet : Tone::strong};
    }
}

Cell longest_cell(const QueueRow& row, std::int64_t now_us)
{
    if (!row.data_known()) return {"?", Tone::doubt};
    if (row.oldest_joined_at_us() == 0) return {"–", Tone::quiet};
    const std::int64_t wait_ms = (now_us - row.oldest_joined_at_us()) / 1'000;
    const auto reaches = [&](std::uint32_t limit_s) {
        return limit_s > 0 && wait_ms >= std::int64_t{limit_s} * 1'000;
    };
    if (reaches(row.red_wait_s())) return {"over " + duration(wait_ms), Tone::red};
    if (reaches(row.amber_wait_s())) return {"long " + duration(wait_ms), Tone::amber};
    return {duration(wait_ms)};
}

Cell day_cell(const std::string& figure, const QueueRow& row)
{
    if (!row.data_known()) return {last_known(figure), Tone::doubt};
    return {figure, figure == "0" ? Tone::quiet : Tone::plain};
}

}  // namespace callwatch::ctl
