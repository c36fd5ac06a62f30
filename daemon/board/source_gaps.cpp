#include "daemon/board/source_gaps.hpp"

#include <algorithm>

#include "daemon/calendar/business_calendar.hpp"

namespace callwatch {
namespace {

constexpr std::size_t gaps_told = 20;

/// Everything up to here is on a list of every mailbox; the epoch if one was never listed.
Instant listed_until(const Engine& engine, const Source& source)
{
    Instant until = Instant::max();
    for (const auto& location : source.locations)
        for (const auto& mailbox : engine.directory().mailboxes_of(location)) {
            const auto* state = engine.board().mailboxes().find(mailbox);
            if (state == nullptr || !state->listed) return {};
            until = std::min(until, state->listed->as_of);
        }
    return until;
}

bool is_over(const Gap& gap) { return gap.to != Instant{} && gap.to != Instant::max(); }

}  // namespace

void fill_gaps(SourceVitals& vitals, const Engine& engine, const Source& source, Instant now)
{
    vitals.gaps.clear();
    vitals.gaps_healed_today = 0;
    vitals.upstream_lost_since = {};
    const auto* state = engine.board().sources().find(source.id);
    if (state == nullptr || state->gaps.empty() || source.locations.empty()) return;
    const auto& calendar = engine.directory().calendar(source.locations.front());
    const auto today = calendar.local_date(now);
    const Instant listed = listed_until(engine, source);
    for (const auto& gap : state->gaps) {
        if (gap.to == Instant::max()) vitals.upstream_lost_since = gap.from;
        if (!is_over(gap) || gap.to > listed)
            vitals.gaps.push_back(gap);
        else if (calendar.local_date(gap.to) == today)
            ++vitals.gaps_healed_today;
    }
    if (vitals.gaps.size() > gaps_told)
        vitals.gaps.erase(vitals.gaps.begin(), vitals.gaps.end() - gaps_told);
}

}  // namespace callwatch
