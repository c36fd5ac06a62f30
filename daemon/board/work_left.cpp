#include "daemon/board/work_left.hpp"

#include <algorithm>

#include "daemon/board/board_view.hpp"
#include "daemon/policy/at_risk.hpp"

namespace callwatch {

void WorkLeft::count(const Message& message, LocalDate business_date)
{
    due_today_all += message.left.due_date == business_date ? 1 : 0;
    if (!message.is_open()) return;
    to_return += message.left.due_date <= business_date ? 1 : 0;
    if (message.overdue) overdue_oldest = std::min(overdue_oldest, message.left.received_at);
}

void WorkLeft::fill(v1::LocationRow& row, const Policy& policy,
                    const std::optional<BusinessHours>& hours, Instant now) const
{
    const ReturnWork work{.open = to_return, .each = policy.avg_return};
    row.set_due_today_all(due_today_all);
    row.set_work_needed_s(static_cast<std::uint32_t>(work.needed().count()));
    row.set_at_risk(row.hours() == v1::LocationRow::OPEN && hours &&
                    is_at_risk(work, hours->closes, now));
    if (overdue_oldest != Instant::max())
        row.set_overdue_oldest_received_at_us(to_us(overdue_oldest));
}

}  // namespace callwatch
