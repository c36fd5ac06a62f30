#include "wallboard/model/page_choice.hpp"

#include <algorithm>

#include "wallboard/model/days.hpp"

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

std::size_t slot(const PagePolicy& policy, Micros running, std::size_t of)
{
    const auto rotation = std::max<std::int64_t>(1, policy.rotation.count());
    const auto s = std::chrono::floor<std::chrono::seconds>(running).count();
    return static_cast<std::size_t>(s / rotation) % of;
}

}  // namespace

std::string end_of_day_location(const PagePolicy& policy, const Snapshot& snapshot,
                                const Moment& moment)
{
    const Turn worst = most_urgent(snapshot, moment.figures);
    std::vector<const Location*> turns;
    for (const Location& location : snapshot.locations)
        if (turn_of(location, snapshot, moment.figures) == worst) turns.push_back(&location);
    if (turns.empty()) return {};
    return turns[slot(policy, moment.running, turns.size())]->id;
}

PageChoice choose_page(const PagePolicy& policy, const Snapshot& snapshot, const Alarms& alarms,
                       const Moment& moment)
{
    const Instant now = moment.figures;
    const Turn turn = most_urgent(snapshot, now);
    const bool live = has(policy, Page::live);
    const bool day_has_a_word = has(policy, Page::end_of_day) && turn != Turn::asleep;
    const int count = live && day_has_a_word ? 2 : 1;
    const auto show_live = [&](bool held) {
        return PageChoice{
            .page = Page::live, .location = {}, .held = held, .index = 0, .count = count};
    };
    const auto show_day = [&](int of) {
        return PageChoice{.page = Page::end_of_day,
                          .location = end_of_day_location(policy, snapshot, moment),
                          .held = false,
                          .index = of - 1,
                          .count = of};
    };
    const auto recent = [&](Instant at) { return said(at) && now - at < release_page_after; };

    if (!live) return show_day(1);
    if (alarms.any_red() && recent(alarms.newest_red)) return show_live(true);
    if (day_has_a_word && turn < Turn::in_rotation) return show_day(1);
    if (alarms.any_red() || recent(alarms.last_red_seen)) return show_live(true);
    if (count == 2 && slot(policy, moment.running, 2) == 1) return show_day(2);
    return show_live(false);
}

}  // namespace wallboard
