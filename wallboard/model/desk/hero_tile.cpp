#include "wallboard/model/desk/hero_tile.hpp"

#include <algorithm>

namespace wallboard::desk {

Tile tile_of(const Hero& hero, std::size_t at)
{
    Tile tile{.word = hero.word, .figure = {}, .context = {}, .standing = hero.standing};
    // Amber has its word in the badge: the tile has one place for both.
    if (hero.badge && hero.badge->standing == Standing::warning)
        tile.word = {hero.badge->word, {}};
    else
        tile.badge = hero.badge;
    if (hero.figures.empty()) return tile;
    const HeroFigure& figure = hero.figures[std::min(at, hero.figures.size() - 1)];
    tile.figure = figure.figure;
    tile.context = figure.subject.full.empty() ? Label{figure.context, {}} : figure.subject;
    return tile;
}

}  // namespace wallboard::desk
