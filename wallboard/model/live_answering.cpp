#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/handled.hpp"
#include "wallboard/model/live_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

/// Nobody yet, for less than what is an alarm: said quietly.
HeroFigure just_now_figure(const LiveInput& in, const Location& place)
{
    HeroFigure figure;
    figure.figure = duration_text(in.now() - place.no_operator_since);
    figure.tone = Tone::second;
    figure.subject = {place.name, place.short_name};
    figure.context = "nobody now";
    return figure;
}

HeroFigure no_hours_figure(const LiveInput& in)
{
    HeroFigure figure;
    figure.figure = std::string{nothing_offered};
    figure.tone = Tone::third;
    const Location* home = home_of(in.snapshot);
    if (home == nullptr) {
        figure.subject = {"no locations", {}};
    } else if (home->hours == Hours::not_yet_monitored) {
        figure.subject = {"not yet monitored", {}};
    } else {
        figure.subject = {"closed", {}};
        if (said(home->opens_at) && home->opens_at > in.now())
            figure.context = "opens " + when_text(home->opens_at, in.now(), home->utc_offset);
    }
    return figure;
}

void add(const LiveInput& in, const Location& location, Answering& out)
{
    if (location.hours != Hours::open) return;
    ++out.open;
    if (!is_known(location, in.snapshot) || !sees_operators(location)) {
        ++out.unknown;
        return;
    }
    out.staffed += location.operators_staffed;
    out.on_call += location.operators_on_call;
    out.weak += std::min(location.operators_weak, location.operators_staffed);
    out.free += free_operators(location);
    out.paused += location.operators_paused;
    if (!is_without_operator(location)) return;
    ++out.without;
    const bool longer =
        out.worst == nullptr || location.no_operator_since < out.worst->no_operator_since;
    if (longer) out.worst = &location;
    out.level = std::max(out.level, operator_level(location, in.now()));
}

}  // namespace

Answering look_at_operators(const LiveInput& in)
{
    Answering out;
    for (const Location& location : in.snapshot.locations) add(in, location, out);
    return out;
}

Answering look_at_operators(const LiveInput& in, const Location& location)
{
    Answering out;
    add(in, location, out);
    return out;
}

std::string answering_context(const Answering& answering)
{
    std::string text = counted(answering.on_call, "on call", "on call");
    if (answering.weak > 0) text += ", " + counted(answering.weak, "phone on", "phones on");
    return text;
}

HeroFigure no_operator_figure(const LiveInput& in, const Location& place)
{
    HeroFigure figure;
    figure.figure = std::string{not_known};
    figure.context = "since when is not known";
    if (said(place.no_operator_since)) {
        figure.figure = duration_text(in.now() - place.no_operator_since);
        figure.context = "since " + clock_text(place.no_operator_since, place.utc_offset);
    }
    figure.subject = {place.name, place.short_name};
    return figure;
}

bool tell_who_is_missing(const LiveInput& in, const Answering& answering, Hero& hero)
{
    hero.standing = standing_of(answering.level);
    if (answering.level != Level::normal) {
        if (answering.level == Level::red)
            hero.word = {"NO OPERATOR", {}};
        else
            hero.badge = Badge{Standing::warning, "NO OPERATOR", {}};
        hero.figure_right = true;
        hero.figures = {no_operator_figure(in, *answering.worst)};
        if (answering.without > 1)
            hero.figures[0].context = fmt::format("and {} more", answering.without - 1);
        tell_handled(in.alarms, "operators/", in.snapshot, in.moment, hero);
        return true;
    }
    if (answering.open == 0) {
        hero.figures = {no_hours_figure(in)};
        return true;
    }
    if (answering.unknown == answering.open) {
        show_nothing_known(hero, "operators");
        return true;
    }
    if (answering.unknown > 0)
        hero.badge = Badge{Standing::unknown,
                           counted(answering.unknown, "office not known", "offices not known"),
                           {}};
    if (answering.worst == nullptr) return false;
    hero.figures = {just_now_figure(in, *answering.worst)};
    return true;
}

Hero make_answering_hero(const LiveInput& in, const Box& box)
{
    const Answering answering = look_at_operators(in);
    Hero hero;
    hero.box = box;
    hero.compact = box.h < hero_compact_below;
    hero.word = {"can answer now", {}};
    if (tell_who_is_missing(in, answering, hero)) return hero;
    // A telephone that is on is not yet a person.
    const std::uint64_t sure = answering.staffed - answering.weak;
    hero.figures = {{.figure = count_text(static_cast<std::int64_t>(sure)),
                     .tone = sure == 0 ? Tone::third : Tone::text,
                     .subject = {sure == 1 ? "operator" : "operators", {}},
                     .trend = Mark::none,
                     .context = answering_context(answering)}};
    return hero;
}

}  // namespace wallboard
