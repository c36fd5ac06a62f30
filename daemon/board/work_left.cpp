#include "daemon/board/work_left.hpp"

#include "daemon/policy/at_risk.hpp"

namespace callwatch {

void set_work_left(v1::LocationRow& row, const BoardView& view, const MessageTotals& totals,
                   const std::optional<BusinessHours>& hours)
{
    const auto date = hours ? hours->date : LocalDate{};
    const ReturnWork work{.open = totals.open() - totals.open_due_after(date),
                          .each = view.engine.policy().avg_return};
    row.set_due_today_all(totals.due_on(date).all);
    row.set_work_needed_s(static_cast<std::uint32_t>(work.needed().count()));
    row.set_at_risk(row.hours() == v1::LocationRow::OPEN && hours &&
                    is_at_risk(work, hours->closes, view.now));
    if (const auto oldest = totals.oldest_overdue())
        row.set_overdue_oldest_received_at_us(to_us(*oldest));
}

}  // namespace callwatch
