#pragma once

#include <cstdint>
#include <string>

#include "wallboard/model/hero.hpp"

namespace wallboard {

/// A quiet tile with its word; compact where the box is too low.
Hero start_hero(const Box& box, std::string word);

HeroFigure hero_figure(std::string text, Tone tone, std::string subject, std::string context = {});

/// A count in short, grey when it is zero.
HeroFigure hero_count(std::uint64_t n, std::string subject, std::string context = {});

/// True, and said, if nothing can be known: every office is silent ("?"), or none is watched yet
/// ("–").
bool tell_nothing_known(std::size_t known, std::size_t unknown, Hero& hero);

}  // namespace wallboard
