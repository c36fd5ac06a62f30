#include <algorithm>

#include "daemon/board/rows.hpp"

namespace callwatch {
namespace {

/// Callers who heard a greeting today and left nothing.
std::uint32_t missed_calls(const BoardView& view, const LocationId& location)
{
    const auto& calendar = view.directory().calendar(location);
    const auto today = calendar.local_date(view.now);
    std::uint32_t missed = 0;
    for (const auto& mailbox : view.directory().mailboxes_of(location))
        if (const auto* state = view.board().mailboxes().find(mailbox))
            for (const auto& [call, at] : state->without_message)
                missed += calendar.local_date(at) == today ? 1 : 0;
    return missed;
}

/// The earliest of the instants it is told that are still to come.
class Next {
public:
    explicit Next(Instant now) : now_{now} {}
    void may_be(Instant at)
    {
        if (at > now_) next_ = std::min(next_, at);
    }
    Instant value() const { return next_; }

private:
    Instant now_;
    Instant next_ = Instant::max();
};

void look_at_owners(Next& next, const BoardView& view, const LocationId& location)
{
    for (const auto& mailbox : view.directory().mailboxes_of(location)) {
        next.may_be(view.directory().owner_changes_after(mailbox, view.now));
        const auto* departure = view.board().departures().find(mailbox);
        if (departure != nullptr && departure->handed_over) next.may_be(departure->handed_over->at);
    }
}

/// When time alone may change it: what is told of today ends at midnight, and departures, absences,
/// owners and promised hours begin or end at an instant.
Instant holds_until(const BoardView& view, const LocationId& location)
{
    const auto& calendar = view.directory().calendar(location);
    const auto tomorrow = calendar.local_date(view.now) + std::chrono::days{1};
    Next next{view.now};
    next.may_be(calendar.beginning_at(tomorrow, {}));
    look_at_owners(next, view, location);
    for (const auto& [mailbox, departure] : view.board().departures().all())
        if (departure.opened.location == location) next.may_be(departure.opened.effective_at);
    for (const auto& [person, absence] : view.board().absences().all()) {
        if (absence.recorded.location != location) continue;
        next.may_be(absence.recorded.from);
        next.may_be(absence.recorded.to);
        if (absence.ended_at) next.may_be(*absence.ended_at);
    }
    const auto& missed = view.board().promises().missed(location);
    if (const auto one = missed.upper_bound(view.now); one != missed.end()) next.may_be(*one);
    return next.value();
}

}  // namespace

LocationStanding make_location_standing(const BoardView& view, const Location& location)
{
    LocationStanding standing;
    set_standards(standing.row, view, location);
    standing.row.set_missed_calls(missed_calls(view, location.id));
    standing.until = holds_until(view, location.id);
    return standing;
}

}  // namespace callwatch
