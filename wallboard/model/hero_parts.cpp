#include "wallboard/model/hero_parts.hpp"

#include "wallboard/model/words.hpp"

namespace wallboard {

Hero start_hero(const Box& box, std::string word)
{
    Hero hero;
    hero.box = box;
    hero.compact = box.h < hero_compact_below;
    hero.word = {std::move(word), {}};
    return hero;
}

HeroFigure hero_figure(std::string text, Tone tone, std::string subject, std::string context)
{
    return {.figure = std::move(text),
            .tone = tone,
            .subject = {std::move(subject), {}},
            .trend = Mark::none,
            .context = std::move(context)};
}

HeroFigure hero_count(std::uint64_t n, std::string subject, std::string context)
{
    // Five digits would leave the words no room.
    const bool is_long = n >= 10'000 && n < 100'000;
    return hero_figure(is_long ? std::to_string(n / 1'000) + " k" : short_count_text(n),
                       n == 0 ? Tone::third : Tone::text, std::move(subject), std::move(context));
}

bool tell_nothing_known(std::size_t known, std::size_t unknown, Hero& hero)
{
    if (known > 0) return false;
    if (unknown > 0) {
        hero.standing = Standing::unknown;
        hero.figures = {
            hero_figure(std::string{not_known}, Tone::text, "not known", "which is not zero")};
    } else {
        hero.figures = {
            hero_figure(std::string{nothing_offered}, Tone::third, "not yet monitored")};
    }
    return true;
}

}  // namespace wallboard
