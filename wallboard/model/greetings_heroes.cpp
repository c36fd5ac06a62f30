#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/greetings_parts.hpp"
#include "wallboard/model/handled.hpp"
#include "wallboard/model/hero_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

Badge offices_not_known(std::size_t n)
{
    return {Standing::unknown, fmt::format("{} not known", n), {}};
}

/// Never 100 while one of them does not conform, nor 0 while one does.
std::string conforming_text(const GreetingShares& shares)
{
    if (shares.conform == shares.asked) return "100";
    const std::string text = percent_text(shares.conform, shares.asked);
    if (text == "100.0") return "99.9";
    return text == "0.0" && shares.conform > 0 ? "0.1" : text;
}

/// "80 of 86"; where both are long the percentage has told the one.
std::string of_text(std::uint64_t part, std::uint64_t whole)
{
    if (whole >= 1'000) return "of " + short_count_text(whole);
    return fmt::format("{} of {}", part, whole);
}

Label place_and_more(const Location& place, std::size_t more)
{
    const std::string& brief = place.short_name.empty() ? place.name : place.short_name;
    if (more == 0) return {place.name, brief};
    return {fmt::format("{} + {} more", place.name, more), fmt::format("{} + {}", brief, more)};
}

}  // namespace

std::string route_words(const BadRoute& route, bool is_brief)
{
    const std::string who = route.option.empty() ? "main number" : "option " + route.option;
    constexpr std::size_t long_option = 6;  // Digits that leave no room for another word.
    if (is_brief) return (route.option.size() < long_option ? "first: " : "") + who;
    if (route.fault == "unknown") return who + " leads nowhere";
    if (route.fault == "departed") return who + " rings who left";
    if (route.fault == "empty") return who + " rings nobody";
    if (route.fault.empty()) return "which one is not told";
    return who + " is not right";
}

Hero make_routes_hero(const GreetingsInput& in, const GreetingsSum& sum, const Box& box)
{
    Hero hero = start_hero(box, "options of callers");
    if (tell_nothing_known(sum.known, sum.unknown, hero)) return hero;
    if (sum.bad_routes == 0) {
        if (sum.unknown > 0) {
            hero.word = {};
            hero.badge = offices_not_known(sum.unknown);
        }
        hero.figures = {hero_count(0, "bad routes", "all lead to somebody")};
        if (sum.unknown > 0) hero.figures[0].context = "in the other offices";
        return hero;
    }
    const Location& place = *sum.first_astray;
    hero.standing = Standing::action;
    hero.word = {sum.bad_routes == 1 ? "BAD ROUTE" : "BAD ROUTES", {}};
    hero.figures = {hero_count(
        sum.bad_routes, {}, route_words(place.greetings.bad_route_first, sum.bad_routes >= 100))};
    hero.figures[0].subject = place_and_more(place, sum.offices_led_astray - 1);
    tell_handled(in.alarms, "route/", in.snapshot, in.moment, hero);
    return hero;
}

Hero make_greetings_hero(const GreetingsSum& sum, const Box& box)
{
    Hero hero = start_hero(box, "greetings");
    if (tell_nothing_known(sum.known, sum.unknown, hero)) return hero;
    const GreetingShares& shares = sum.shares;
    if (shares.asked == 0) {
        hero.figures = {hero_figure(std::string{nothing_offered}, Tone::third, "nothing is asked")};
        return hero;
    }
    if (shares.not_known == shares.asked) {
        hero.standing = Standing::unknown;
        hero.figures = {hero_figure(std::string{not_known}, Tone::text, "nobody attested",
                                    "any of " + short_count_text(shares.asked))};
        return hero;
    }
    if (shares.faults > 0) {
        hero.standing = Standing::warning;
        hero.word = {};
        hero.badge = Badge{Standing::warning, short_count_text(shares.faults) + " TO CHANGE", {}};
    } else if (shares.not_known > 0) {
        hero.word = {};
        hero.badge =
            Badge{Standing::unknown, short_count_text(shares.not_known) + " NOT ATTESTED", {}};
    }
    hero.figures = {hero_figure(conforming_text(shares), Tone::text, "% conform",
                                of_text(shares.conform, shares.asked))};
    return hero;
}

Hero make_messages_hero(const GreetingsSum& sum, const Box& box)
{
    Hero hero = start_hero(box, "required messages");
    if (tell_nothing_known(sum.known, sum.unknown, hero)) return hero;
    const GreetingShares& shares = sum.shares;
    if (shares.asked == 0) {
        hero.figures = {hero_figure(std::string{nothing_offered}, Tone::third, "nothing is asked")};
        return hero;
    }
    const std::uint64_t missing = std::min(shares.asked, shares.not_known + sum.not_recorded());
    if (sum.not_recorded() > 0) {
        hero.standing = Standing::warning;
        hero.word = {};
        hero.badge = Badge{Standing::warning, "MISSING", short_count_text(sum.not_recorded())};
    }
    std::string by = "no date is set";
    if (const auto date = date_words(sum.deadline))
        by = (sum.several_deadlines ? "first by " : "by ") + *date;
    hero.figures = {hero_count(shares.asked - missing, {}, std::move(by))};
    const std::string of = "of " + short_count_text(shares.asked);
    hero.figures[0].subject = {of + " ready", of};
    return hero;
}

}  // namespace wallboard
