#include "wallboard/model/page_choice.hpp"

#include <algorithm>

#include "wallboard/model/days.hpp"
#include "wallboard/model/health.hpp"

namespace wallboard {
namespace {

/// Smaller is more urgent. `asleep`: the end-of-day page has nothing to say about this location.
enum class Turn { unsettled_or_bad, counting_down, unsigned_clear, in_rotation, asleep };

Turn turn_of(const Location& location, const Snapshot& snapshot, Instant now)
{
    const Day* day = day_of(snapshot, location, now);
    const Instant check = check_time(day, location);
    if (!said(check) || location.hours == Hours::not_yet_monitored) return Turn::asleep;
    if (now < check) {
        if (check - now <= full_screen_from) return Turn::counting_down;
        return check - now <= countdown_from ? Turn::in_rotation : Turn::asleep;
    }
    if (day == nullptr || !day->monitored) return Turn::asleep;
    const Instant shown_since = said(day->settled_at) ? day->settled_at : check;
    if (said(day->signed_at) || now - shown_since > full_screen_until) return Turn::in_rotation;
    return shown_verdict(*day) == Verdict::clear ? Turn::unsigned_clear : Turn::unsettled_or_bad;
}

bool has(const PagePolicy& policy, Page page)
{
    return std::find(policy.pages.begin(), policy.pages.end(), page) != policy.pages.end();
}

Turn most_urgent(const Snapshot& snapshot, Instant now)
{
    Turn worst = Turn::asleep;
    for (const Location& location : snapshot.locations)
        worst = std::min(worst, turn_of(location, snapshot, now));
    return worst;
}

/// True if `says` holds for a location that is monitored.
template <class Says>
bool any_location(const Snapshot& snapshot, Says says)
{
    return std::any_of(snapshot.locations.begin(), snapshot.locations.end(),
                       [&](const Location& location) {
                           return location.hours != Hours::not_yet_monitored && says(location);
                       });
}

bool is_awake(const Snapshot& snapshot, Page page, Turn end_of_day)
{
    switch (page) {
        case Page::end_of_day: return end_of_day != Turn::asleep;
        case Page::departures:
            return any_location(snapshot, [](const Location& location) {
                return is_under_way(location.departures);
            });
        case Page::greetings:
            return any_location(snapshot, [](const Location& location) {
                return needs_a_look(location.greetings);
            });
        case Page::team:
            return any_location(snapshot, [&](const Location& location) {
                return location.hours == Hours::open && is_known(location, snapshot) &&
                       sees_operators(location);
            });
        case Page::trends: return !snapshot.trends.empty();
        case Page::health: return needs_a_look(snapshot);
        case Page::live:
        case Page::returns: break;
    }
    return true;
}

std::int64_t seconds_of(Micros running)
{
    return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(running).count());
}

bool is_picked(const Pick& pick, const Alarms& alarms, const Moment& moment)
{
    return moment.running - pick.running < picked_for && alarms.newest_red <= pick.figures;
}

/// What a choice is made from.
struct Chooser {
    const PagePolicy& policy;
    const Snapshot& snapshot;
    const Moment& moment;
    Turn end_of_day = Turn::asleep;  ///< The most urgent of it.

    PageChoice alone(Page page) const
    {
        return finish({.page = page, .location = {}}, pace_of(policy, moment.running, 1));
    }
    PageChoice held(Page page) const
    {
        PageChoice choice = alone(page);
        choice.held = true;
        return choice;
    }
    PageChoice in_rotation() const
    {
        std::vector<Page> awake;
        for (const Page page : policy.pages)
            if (is_awake(snapshot, page, end_of_day)) awake.push_back(page);
        if (awake.empty()) return alone(policy.pages.empty() ? Page::live : policy.pages.front());
        const auto slot = static_cast<std::size_t>(
            seconds_of(moment.running) / std::max<std::int64_t>(1, policy.rotation.count()));
        const std::size_t at = slot % awake.size();
        return finish({.page = awake[at],
                       .location = {},
                       .index = static_cast<int>(at),
                       .count = static_cast<int>(awake.size())},
                      pace_of(policy, moment.running, awake.size()));
    }
    PageChoice finish(PageChoice choice, const Pace& pace) const
    {
        choice.turn = pace.turn;
        if (choice.page == Page::end_of_day)
            choice.location = end_of_day_location(snapshot, moment.figures, pace.visit);
        return choice;
    }
};

}  // namespace

Pace pace_of(const PagePolicy& policy, Micros running, std::size_t of)
{
    const auto rotation = std::max<std::int64_t>(1, policy.rotation.count());
    const auto s = seconds_of(running);
    const auto visit = static_cast<std::size_t>(
        s / (rotation * static_cast<std::int64_t>(std::max<std::size_t>(1, of))));
    const bool second_half = s % rotation * 2 >= rotation;
    return {visit, 2 * visit + (second_half ? 1 : 0)};
}

Page neighbour(const PagePolicy& policy, Page page, int by)
{
    const auto& pages = policy.pages;
    if (pages.empty()) return page;
    const auto found = std::find(pages.begin(), pages.end(), page);
    if (found == pages.end()) return pages.front();
    const auto n = std::ssize(pages);
    return pages[static_cast<std::size_t>(((found - pages.begin() + by) % n + n) % n)];
}

std::string end_of_day_location(const Snapshot& snapshot, Instant now, std::size_t visit)
{
    Turn worst = Turn::asleep;
    std::vector<const Location*> turns;
    for (const Location& location : snapshot.locations) {
        const Turn turn = turn_of(location, snapshot, now);
        if (turn < worst) turns.clear();
        worst = std::min(worst, turn);
        if (turn == worst) turns.push_back(&location);
    }
    if (turns.empty()) return {};
    return turns[visit % turns.size()]->id;
}

PageChoice choose_page(const PagePolicy& policy, const Snapshot& snapshot, const Alarms& alarms,
                       const Moment& moment, const std::optional<Pick>& pick)
{
    const Instant now = moment.figures;
    Chooser choose{policy, snapshot, moment};
    const auto recent = [&](Instant at) { return said(at) && now - at < release_page_after; };

    if (pick && is_picked(*pick, alarms, moment)) {
        PageChoice choice = choose.alone(pick->page);
        choice.picked = true;
        return choice;
    }
    const bool live = has(policy, Page::live);
    const bool red = alarms.any_red(Page::live);
    if (live && red && recent(alarms.newest_red)) return choose.held(Page::live);
    if (has(policy, Page::end_of_day)) choose.end_of_day = most_urgent(snapshot, now);
    if (choose.end_of_day < Turn::in_rotation) return choose.alone(Page::end_of_day);
    if (live && (red || recent(alarms.last_red_seen))) return choose.held(Page::live);
    for (const Page page : {Page::returns, Page::departures, Page::greetings})
        if (has(policy, page) && recent(alarms.newest_red_of(page))) return choose.held(page);
    return choose.in_rotation();
}

}  // namespace wallboard
