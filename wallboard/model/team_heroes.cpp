#include <algorithm>

#include "wallboard/model/hero_parts.hpp"
#include "wallboard/model/team_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

/// A count of operators that are seen, beside those that are not.
Hero operators_hero(const Answering& answering, const Box& box, const Label& word, std::uint64_t n)
{
    Hero hero = start_hero(box, word.full);
    if (answering.open == 0) {
        hero.figures = {hero_figure(std::string{nothing_offered}, Tone::third, {})};
    } else if (answering.unknown == answering.open) {
        hero.standing = Standing::unknown;
        hero.figures = {hero_figure(std::string{not_known}, Tone::text, {})};
    } else {
        hero.figures = {hero_count(n, {})};
        if (answering.unknown == 0) return hero;
        constexpr std::uint64_t short_below = 1'000;  // A longer one leaves no room beside it.
        if (n < short_below)
            hero.figures[0].subject.full = "+ ?";
        else
            hero.word.full = word.brief + " + ?";
    }
    return hero;
}

std::string free_context(const Answering& answering)
{
    if (answering.free == 0) return hero_count(answering.on_call, {}).figure + " on a call";
    if (answering.weak > 0) return hero_count(answering.weak, {}).figure + " phone only";
    return {};
}

}  // namespace

Hero make_free_hero(const LiveInput& in, const Answering& answering, const Box& box)
{
    Hero hero = start_hero(box, "free now");
    if (tell_who_is_missing(in, answering, hero)) return hero;
    if (answering.free == 0) {
        hero.standing = Standing::warning;
        hero.word = {};
        hero.badge = Badge{Standing::warning, "NOBODY FREE", {}};
    }
    // Who is on a break is logged on too: free, on a call and on a break add up to it.
    std::string of = "of " + short_count_text(answering.staffed + answering.paused);
    if (hero.badge) of = "free " + of;
    hero.figures = {hero_count(answering.free, {}, free_context(answering))};
    hero.figures[0].subject = {of + " logged on", of};
    return hero;
}

Hero make_on_call_hero(const Answering& answering, const Box& box)
{
    return operators_hero(answering, box, {"on a call", "calls"}, answering.on_call);
}

Hero make_on_break_hero(const Answering& answering, const Box& box)
{
    return operators_hero(answering, box, {"on a break", "breaks"}, answering.paused);
}

Hero make_call_and_break_hero(const Answering& answering, const Box& box)
{
    constexpr float two_figures_from = 684;  // Inner width where both fit, at step two.
    Hero hero = make_on_call_hero(answering, box);
    if (answering.open == 0 || answering.unknown == answering.open) {
        hero.word = {"on a call, on a break", "on a call"};
        return hero;
    }
    const char* more = answering.unknown > 0 ? " + ?" : "";
    if (hero.compact || box.w - 2 * tile_padding < two_figures_from) {
        Label& beside = hero.figures[0].subject;
        if (!beside.full.empty()) beside.full += ", ";
        beside.full += short_count_text(answering.paused) + " on a break";
        return hero;
    }
    hero.word = {"busy or on a break", {}};
    hero.figures = {hero_count(answering.on_call, std::string{"on a call"} + more),
                    hero_count(answering.paused, std::string{"on a break"} + more)};
    return hero;
}

Hero make_away_hero(const AwaySum& sum, const Box& box)
{
    Hero hero = start_hero(box, "away today");
    if (tell_nothing_known(sum.known, sum.unknown, hero)) return hero;
    if (sum.no_cover > 0) {
        hero.standing = Standing::warning;
        hero.word = {};
        hero.badge =
            Badge{Standing::warning, short_count_text(sum.no_cover) + " without cover", {}};
        hero.figures = {hero_count(sum.away, "away today")};
        hero.figures[0].subject.brief = "away";
        if (sum.unknown > 0)
            hero.figures[0].context = counted(sum.unknown, "office not known", "offices not known");
        return hero;
    }
    if (sum.unknown > 0)
        hero.badge = Badge{
            Standing::unknown, counted(sum.unknown, "office not known", "offices not known"), {}};
    constexpr std::uint64_t short_below = 1'000;  // A longer one leaves no room for the sentence.
    hero.figures = {hero_count(sum.away, sum.away == 0   ? "nobody"
                                         : sum.away == 1 ? "person"
                                                         : "people")};
    if (sum.away == 0 && sum.unknown > 0)
        hero.figures[0].context = "in the other offices";
    else if (sum.away > 0 && sum.away < short_below)
        hero.figures[0].context = "nobody without cover";
    if (hero.badge) hero.figures[0].subject.full += " away";
    return hero;
}

}  // namespace wallboard
