#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/departures_parts.hpp"
#include "wallboard/model/handled.hpp"
#include "wallboard/model/hero_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

const char* mailboxes(std::uint64_t n) { return n == 1 ? "mailbox" : "mailboxes"; }

std::string workdays(std::uint32_t n) { return counted(n, "workday", "workdays"); }

/// Why they are red: a message after the confirmation, the time, or both.
HeroFigure red_figure(const Departed& departed)
{
    const std::uint64_t n = std::max(departed.red, departed.reopened);
    if (departed.reopened == n)
        return hero_count(n, fmt::format("{}: a message came", mailboxes(n)),
                          "after the confirmation");
    if (departed.red_after_workdays == 0)
        return hero_count(n, mailboxes(n), "long after the person left");
    const bool is_short = n >= 1'000;
    return hero_count(n, fmt::format("{}, more than", mailboxes(n)),
                      workdays(departed.red_after_workdays) +
                          (is_short ? " after leaving" : " after the person left"));
}

/// Amber from the first day: nothing about a departed mailbox is ever normal but its end.
void tell_connected(const Departed& departed, Hero& hero)
{
    const std::uint64_t still = departed.pending - std::min(departed.pending, departed.seen_off);
    if (still == 0) {
        hero.figures = {hero_count(0, "all disconnected",
                                   short_count_text(departed.pending) + " to be confirmed")};
        return;
    }
    hero.standing = Standing::warning;
    hero.word = {};
    hero.badge = Badge{Standing::warning, "STILL CONNECTED", {}};
    hero.figures = {hero_count(still, mailboxes(still),
                               departed.red_after_workdays == 0
                                   ? "none for too long"
                                   : "red after " + workdays(departed.red_after_workdays))};
}

}  // namespace

Hero make_connected(const DeparturesInput& in, const Departed& departed, const Box& box)
{
    Hero hero = start_hero(box, "still connected");
    if (tell_nothing_known(departed.known, departed.unknown, hero)) return hero;
    hero.aside = departed.red_at.words();
    if (departed.red > 0 || departed.reopened > 0) {
        hero.standing = Standing::action;
        hero.word = {"STILL CONNECTED", "CONNECTED"};
        if (departed.reopened >= departed.red) hero.word = {"REOPENED", {}};
        hero.figures = {red_figure(departed)};
        tell_handled(in.alarms, "departed/", in.snapshot, in.moment, hero);
        return hero;
    }
    if (departed.pending > 0) {
        tell_connected(departed, hero);
        return hero;
    }
    if (departed.unknown > 0)
        hero.badge = Badge{
            Standing::unknown, counted(departed.unknown, "office", "offices") + " not known", {}};
    const bool any = departed.confirmed_today > 0 || departed.unverified > 0;
    hero.figures = {hero_count(0, any ? "all disconnected" : "nobody left",
                               any ? "" : "whose mailbox is open")};
    return hero;
}

Hero make_answered(const Departed& departed, const Box& box)
{
    Hero hero = start_hero(box, "who answers them today");
    if (tell_nothing_known(departed.known, departed.unknown, hero)) return hero;
    if (departed.pending == 0) {
        hero.figures = {
            hero_figure(std::string{nothing_offered}, Tone::third, "nothing to answer", {})};
        return hero;
    }
    const std::string of = short_count_text(departed.pending) +
                           (departed.pending < 1'000 ? " departed " : " ") +
                           mailboxes(departed.pending);
    if (departed.unanswered == 0) {
        hero.figures = {hero_count(0, "without an answer", "of " + of)};
        return hero;
    }
    hero.standing = Standing::warning;
    hero.word = {};
    hero.badge = Badge{Standing::warning, "NOBODY ANSWERS", {}};
    hero.aside = departed.unanswered_at.words();
    hero.figures = {
        hero_count(departed.unanswered, "of " + of,
                   departed.unanswered == 1 ? "has no cover today" : "have no cover today")};
    return hero;
}

}  // namespace wallboard
