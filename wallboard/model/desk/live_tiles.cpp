#include "wallboard/model/desk/live_tiles.hpp"

#include <utility>

#include <fmt/format.h>

#include "wallboard/model/desk/hero_tile.hpp"

namespace wallboard::desk {
namespace {

/// Of a hero: wide enough for all its figures.
constexpr Box hero_box{0, 0, 2000, 260};

/// The two figures of the hero are two tiles: only the one that is judged has its colour.
std::vector<Tile> waiting_tiles(const LiveInput& in)
{
    const Hero hero = make_waiting_hero(in, hero_box);
    Tile longest = tile_of(hero, 0);
    longest.figures = {{"longest-wait", {}}, {"waiting", {}}};
    if (hero.standing == Standing::unknown) return {longest};
    longest.figures.pop_back();
    Tile number = tile_of(hero, 1);
    number.figures = {{"waiting", {}}};
    number.context = {hero.figures.back().context, {}};
    const auto calm = [&](Tile& tile, const char* word) {
        tile.word = {word, {}};
        tile.standing = Standing::normal;
        tile.badge.reset();
    };
    if (look_at_queues(in).is_by_number())
        calm(longest, "longest wait now");
    else
        calm(number, "waiting");
    return {longest, number};
}

Tile unreturned_tile(const LiveInput& in)
{
    const Unreturned duties = make_unreturned(in, hero_box);
    Tile tile{.word = {duties.open.label, {}}, .figure = duties.open.figure, .context = {}};
    tile.figures = {{"unreturned", {}}, {"time-to-close", {}}};
    if (duties.badge && duties.badge->standing == Standing::unknown) {
        tile.badge = duties.badge;
    } else if (duties.badge) {
        tile.standing = duties.badge->standing;
        tile.context = {duties.badge->figure.empty()
                            ? duties.badge->word
                            : duties.badge->figure + " " + duties.badge->word,
                        {}};
    } else if (duties.countdown) {
        tile.context = {duties.countdown->figure + " " + duties.countdown->label,
                        duties.countdown->figure};
    }
    return tile;
}

Tile offered_tile(const LiveInput& in)
{
    const DayFigures day = make_day_figures(in, hero_box);
    Tile tile{.word = {day.figures[0].label + " today", {}},
              .figure = day.figures[0].figure,
              .context = {day.figures[2].figure + " " + day.figures[2].label, {}}};
    tile.figures = {{"offered", {}}, {"abandoned", {}}};
    if (day.some_unknown) tile.badge = Badge{Standing::unknown, day.subtitle.full, {}};
    return tile;
}

/// Without room for "1 queue not known".
void shorten(Tile& tile, std::size_t unknown)
{
    if (tile.badge && tile.badge->standing == Standing::unknown)
        tile.badge->word = fmt::format("{} not known", unknown);
}

}  // namespace

std::vector<Tile> make_live_tiles(const LiveInput& in, bool narrow)
{
    auto waiting = waiting_tiles(in);
    Tile answering = tile_of(make_answering_hero(in, hero_box));
    answering.figures = {{"operators", {}}, {"coverage", {}}};
    if (answering.standing != Standing::normal)
        std::swap(answering.figures.front(), answering.figures.back());
    if (narrow) {
        shorten(waiting.front(), look_at_queues(in).unknown);
        shorten(answering, look_at_operators(in).unknown);
        if (answering.badge) answering.word.brief = "can answer";
    }
    std::vector<Tile> all{waiting.front(), answering};
    if (waiting.size() > 1) all.push_back(waiting.back());
    all.push_back(unreturned_tile(in));
    if (!narrow) all.push_back(offered_tile(in));
    return all;
}

}  // namespace wallboard::desk
