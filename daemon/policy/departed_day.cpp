#include "daemon/policy/departed_day.hpp"

#include <algorithm>

namespace callwatch {
namespace {

auto find_in(std::vector<DayDeparture>& departed, const MailboxId& mailbox)
{
    return std::find_if(departed.begin(), departed.end(),
                        [&](const DayDeparture& one) { return one.mailbox == mailbox; });
}

}  // namespace

std::vector<DayDeparture> departed_on(const Known& known, const DayChecked& check,
                                      const DayChecked* before)
{
    std::vector<DayDeparture> departed;
    for (const auto& [mailbox, departure] : known.board.departures().all()) {
        const auto& opened = departure.opened;
        if (opened.location != check.location || opened.effective_at > check.check_at ||
            departure.ended_at().value_or(Instant::max()) <= check.check_at)
            continue;
        if (departed.size() == departed_max) break;
        departed.push_back({.mailbox = mailbox,
                            .person = opened.person,
                            .cover = departure.cover ? departure.cover->person : PersonId{},
                            .requested = departure.requested.has_value()});
    }
    if (before == nullptr) return departed;
    for (const auto& one : before->departed)
        if (const auto found = find_in(departed, one.mailbox); found != departed.end())
            found->cover = one.cover;
    return departed;
}

void count_departed(DayChecked& check, const MailboxId& mailbox, bool is_open)
{
    if (check.departed.empty()) return;
    const auto found = find_in(check.departed, mailbox);
    if (found == check.departed.end()) return;
    ++found->due;
    found->open += is_open ? 1 : 0;
}

}  // namespace callwatch
