#include "wallboard/model/returns_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/days.hpp"
#include "wallboard/model/handled.hpp"
#include "wallboard/model/levels.hpp"
#include "wallboard/model/returns_parts.hpp"
#include "wallboard/model/words.hpp"
#include "wallboard/model/work.hpp"

namespace wallboard {
namespace {

constexpr float hero_height = 260;

struct Duties {
    std::size_t known = 0;  ///< Locations that are monitored and heard.
    std::size_t unknown = 0;
    std::uint64_t overdue = 0, due = 0, due_all = 0, promises_missed = 0;
    std::size_t offices_overdue = 0, at_risk = 0;
    const Location* oldest = nullptr;  ///< Of those with something overdue.
    const Location* first_to_close = nullptr;
    bool several_closes = false;
};

bool is_older(const Location& a, const Location* b)
{
    if (b == nullptr) return true;
    return said(a.overdue_oldest_at) &&
           (!said(b->overdue_oldest_at) || a.overdue_oldest_at < b->overdue_oldest_at);
}

void count_close(const Location& location, Instant now, Duties& duties)
{
    const auto left = time_left(location, now);
    if (!left) return;
    const auto* first = duties.first_to_close;
    if (first != nullptr && first->closes_at != location.closes_at) duties.several_closes = true;
    if (first == nullptr || location.closes_at < first->closes_at)
        duties.first_to_close = &location;
}

Duties look_at(const Snapshot& snapshot, Instant now)
{
    Duties duties;
    for (const Location& location : snapshot.locations) {
        count_close(location, now, duties);
        if (location.hours == Hours::not_yet_monitored) continue;
        if (!is_known(location, snapshot)) {
            ++duties.unknown;
            continue;
        }
        ++duties.known;
        duties.due += location.due_today;
        duties.due_all += std::max(location.due_today_all, location.due_today);
        duties.at_risk += is_at_risk(location, now) ? 1 : 0;
        duties.promises_missed += location.promises_missed;
        if (location.overdue == 0) continue;
        duties.overdue += location.overdue;
        ++duties.offices_overdue;
        if (is_older(location, duties.oldest)) duties.oldest = &location;
    }
    return duties;
}

HeroFigure figure(std::string text, Tone tone, Label subject, std::string context)
{
    return {.figure = std::move(text),
            .tone = tone,
            .subject = std::move(subject),
            .trend = Mark::none,
            .context = std::move(context)};
}

HeroFigure count_figure(std::uint64_t n, Label subject, std::string context)
{
    return figure(short_count_text(n), n == 0 ? Tone::third : Tone::text, std::move(subject),
                  std::move(context));
}

/// Nothing can be said: every office is silent, or none is watched yet.
bool tell_nothing_known(const Duties& duties, Hero& hero)
{
    if (duties.known > 0) return false;
    if (duties.unknown > 0) {
        hero.standing = Standing::unknown;
        hero.figures = {
            figure(std::string{not_known}, Tone::text, {"messages", {}}, "not known, not zero")};
    } else {
        hero.figures = {
            figure(std::string{nothing_offered}, Tone::third, {"not yet monitored", {}}, {})};
    }
    return true;
}

Badge offices_not_known(std::size_t n)
{
    return {Standing::unknown, fmt::format("{} not known", n), {}};
}

Hero start(const Box& box, std::string word)
{
    Hero hero;
    hero.box = box;
    hero.compact = box.h < hero_compact_below;
    hero.word = {std::move(word), {}};
    hero.figure_right = true;
    return hero;
}

Hero make_overdue(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                  const Duties& duties, const Box& box)
{
    Hero hero = start(box, "overdue");
    if (tell_nothing_known(duties, hero)) return hero;
    if (duties.overdue == 0) {
        if (duties.unknown > 0) hero.badge = offices_not_known(duties.unknown);
        hero.figures = {count_figure(0, {"none overdue", {}}, {})};
        return hero;
    }
    const Location& place = *duties.oldest;
    hero.standing = Standing::action;
    hero.word = {"OVERDUE", {}};
    std::string context =
        said(place.overdue_oldest_at)
            ? "left " + when_text(place.overdue_oldest_at, moment.figures, place.utc_offset)
            : "since when is not known";
    const std::size_t more = duties.offices_overdue - 1;
    Label subject{place.name, place.short_name};
    if (more > 0)
        subject = {
            fmt::format("{} + {} more", place.name, more),
            fmt::format("{} + {}", place.short_name.empty() ? place.name : place.short_name, more)};
    hero.figures = {count_figure(duties.overdue, subject, std::move(context))};
    tell_handled(alarms, "overdue/", snapshot, moment, hero);
    return hero;
}

/// "3 promises missed": in the place of what was returned, which gives way to the second line.
void tell_missed(const Duties& duties, Hero& hero)
{
    const auto n = duties.promises_missed;
    HeroFigure& due = hero.figures.front();
    const std::string& returned = due.subject.full;
    constexpr std::uint64_t short_below = 100'000;  // A longer one leaves no room for both.
    if (duties.due_all > 0 && duties.due_all < short_below)
        due.context = returned + " " + due.context;
    due.subject = {short_count_text(n) + (n == 1 ? " promise missed" : " promises missed"),
                   short_count_text(n) + " missed"};
}

Hero make_due(const Duties& duties, const Box& box)
{
    Hero hero = start(box, "due today");
    hero.word.brief = "due";
    if (tell_nothing_known(duties, hero)) return hero;
    if (duties.at_risk > 0) {
        hero.standing = Standing::warning;
        hero.badge = Badge{Standing::warning, fmt::format("{} AT RISK", duties.at_risk), {}};
    } else if (duties.promises_missed > 0) {
        hero.standing = Standing::warning;
        hero.badge =
            Badge{Standing::warning, short_count_text(duties.promises_missed) + " MISSED", {}};
    } else if (duties.unknown > 0 && duties.overdue > 0) {
        hero.badge = offices_not_known(duties.unknown);
    }
    const std::uint64_t returned = duties.due_all - duties.due;
    const std::string of = "of " + short_count_text(duties.due_all);
    hero.figures = {count_figure(
        duties.due, {short_count_text(returned) + " returned", {}},
        duties.due_all == 0 ? "none was due" : of + (duties.unknown > 0 ? " known" : ""))};
    if (duties.promises_missed > 0) tell_missed(duties, hero);
    return hero;
}

Hero make_close(const Snapshot& snapshot, Instant now, const Duties& duties, const Box& box)
{
    Hero hero = start(box, duties.several_closes ? "to first close" : "to close");
    hero.figure_right = false;
    const Location* place = duties.first_to_close;
    if (place != nullptr) {
        const Micros left = place->closes_at - now;
        hero.aside =
            hour_minute_text(place->closes_at, place->utc_offset) + " " + place->zone_abbreviation;
        hero.figures = {figure(countdown_text(left), Tone::text, {}, {})};
        hero.progress = left >= countdown_from
                          ? 0.0f
                          : 1.0f - static_cast<float>(std::max(left, Micros{0}).count()) /
                                       static_cast<float>(countdown_from.count());
        return hero;
    }
    hero.word = {"to close", {}};
    hero.figures = {figure(std::string{nothing_offered}, Tone::third, {"closed", {}}, {})};
    const Location* home = home_of(snapshot);
    if (home != nullptr && said(home->opens_at) && home->opens_at > now)
        hero.figures[0].context = "opens " + when_text(home->opens_at, now, home->utc_offset);
    return hero;
}

struct Places {
    Box overdue, due, close, table, work, footline;
};

Places place(const Layout& layout, std::size_t offices)
{
    Places at;
    const auto below = [&](float y) { return layout.h - page_bottom - y; };
    float y = below_header;
    if (layout.wide()) {
        at.overdue = columns(layout.w, 0, 4, y, hero_height);
        at.due = columns(layout.w, 4, 4, y, hero_height);
        at.close = columns(layout.w, 8, 4, y, hero_height);
        y += hero_height + tile_gap;
        at.table = columns(layout.w, 0, 12, y, below(y));
    } else if (layout.upright()) {
        const float foot = footline_height + tile_gap;
        at.overdue = columns(layout.w, 0, 12, y, hero_height);
        y += hero_height + tile_gap;
        at.due = columns(layout.w, 0, 7, y, hero_height);
        at.close = columns(layout.w, 7, 5, y, hero_height);
        y += hero_height + tile_gap;
        const float room = below(y) - foot;
        // Half for the rows, half for their bars; where the rows need more, they have it all.
        const float rows = 2 * hairline_row_pad + 64 * static_cast<float>(offices + 1);
        const float half = (room - tile_gap) / 2;
        at.table = columns(layout.w, 0, 12, y, rows <= half ? half : room);
        if (rows <= half) at.work = columns(layout.w, 0, 12, at.table.bottom() + tile_gap, half);
        at.footline =
            columns(layout.w, 0, 12, layout.h - page_bottom - footline_height, footline_height);
    } else {
        const FarPlaces far = place_far(layout);
        at.overdue = far.first;
        at.due = far.second;
        at.table = far.list;
    }
    return at;
}

}  // namespace

ReturnsView make_returns(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                         const PageChoice& choice, const Layout& layout)
{
    const Places at = place(layout, snapshot.locations.size());
    const Duties duties = look_at(snapshot, moment.figures);
    ReturnsView view;
    view.layout = layout;
    view.frame = make_frame(snapshot, moment, alarms, choice);
    view.overdue = make_overdue(snapshot, moment, alarms, duties, at.overdue);
    view.due = make_due(duties, at.due);
    view.close = make_close(snapshot, moment.figures, duties, at.close);
    const ReturnsInput in{snapshot, moment, layout, choice.turn};
    view.table = make_returns_table(in, at.table);
    view.work = make_work_table(in, at.work);
    if (layout.upright()) view.footline = make_footline(snapshot, moment, at.footline, view.frame);
    return view;
}

}  // namespace wallboard
