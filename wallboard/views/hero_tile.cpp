#include "wallboard/views/hero_tile.hpp"

#include <algorithm>

#include "wallboard/widgets/badge.hpp"
#include "wallboard/widgets/countdown.hpp"
#include "wallboard/widgets/marks.hpp"
#include "wallboard/widgets/sparkline.hpp"
#include "wallboard/widgets/text.hpp"
#include "wallboard/widgets/tile.hpp"

namespace wallboard {
namespace {

constexpr float spark_width = 220;
constexpr float spark_height = 126;
constexpr float beside_figure = 24;
constexpr float between_figures = 40;
constexpr float word_mark = 43;
constexpr float least_aside = 120;
constexpr float least_gap = 16;

struct Ink {
    TileInk tile;
    bool alarm;  ///< White on red: nothing is quiet.
};

Colour figure_colour(const Canvas& canvas, const Ink& ink, Tone tone)
{
    return tone == Tone::text || ink.alarm ? ink.tile.text : colour_of(canvas.theme(), tone);
}

TextStyle subject_style(const Ink& ink) { return {Face::bold, Step::one, ink.tile.text}; }

TextStyle context_style(const Ink& ink)
{
    return {ink.alarm ? Face::condensed_medium : Face::condensed, Step::one, ink.tile.quiet};
}

/// The word and its mark, or a quiet label, and the badge if there is one.
void draw_word(Canvas& canvas, const Hero& hero, const Ink& ink, float left, float right)
{
    const float top = hero.box.y + tile_padding;
    if (hero.standing == Standing::action) {
        draw_mark(canvas, Mark::square, left, top + 2, word_mark, ink.tile.text);
        const float x = left + word_mark + 18;
        fitted_text(canvas, {Face::bold, Step::one_and_half, ink.tile.text}, x, top, right - x,
                    hero.word);
        return;
    }
    float x = left;
    const float badge = hero.badge ? badge_width(canvas, *hero.badge, BadgeHeight::tall) : 0;
    for (const std::string* const word : {&hero.word.full, &hero.word.brief}) {
        const float width = text_width(canvas, Face::regular, Step::one, *word);
        if (word->empty() || (hero.badge && x + width + 24 + badge > right)) continue;
        text_at_cap(canvas, {Face::regular, Step::one, ink.tile.quiet}, x, top, *word);
        x += width + 24;
        break;
    }
    if (hero.badge)
        draw_badge(canvas, *hero.badge, BadgeHeight::tall, hero.figure_right ? right : x + badge,
                   top + 15.5f);
}

/// What word, mark and badge would like to have; the aside gives way to it.
float word_width(const Canvas& canvas, const Hero& hero)
{
    if (hero.standing == Standing::action)
        return word_mark + 18 + text_width(canvas, Face::bold, Step::one_and_half, hero.word.full);
    return text_width(canvas, Face::regular, Step::one, hero.word.full) +
           (hero.badge ? badge_width(canvas, *hero.badge, BadgeHeight::tall) : 0);
}

/// Two lines at the right of a figure; the last line stands on the figure's base line. Returns the
/// width.
float draw_lines(Canvas& canvas, const HeroFigure& figure, const Ink& ink, float x, float base,
                 float width, Align align)
{
    const float arrow = figure.trend == Mark::none ? 0 : 31 + 16;
    const float room = width - arrow;
    const TextStyle subject{figure.trend == Mark::none ? Face::bold : Face::medium, Step::one,
                            ink.tile.text};
    const float edge = align == Align::right ? x + width : x;
    // One line alone stands on the base line too.
    const float subject_top = figure.context.empty() ? base - 31 : base - 78;
    const float used = fitted_text(canvas, subject, edge, subject_top, room, figure.subject, align);
    if (arrow > 0) draw_mark(canvas, figure.trend, x + used + 16, subject_top, 31, ink.tile.text);
    float context = 0;
    if (!figure.context.empty())
        context = fitted_text(canvas, context_style(ink), edge, base - 31, width,
                              {figure.context, figure.brief_context}, align);
    return std::max(used + arrow, context);
}

/// What the two lines would like to have.
float lines_width(const Canvas& canvas, const HeroFigure& figure, const Ink& ink)
{
    const float arrow = figure.trend == Mark::none ? 0 : 31 + 16;
    const Face face = figure.trend == Mark::none ? Face::bold : Face::medium;
    return std::max(text_width(canvas, face, Step::one, figure.subject.full) + arrow,
                    text_width(canvas, context_style(ink).face, Step::one, figure.context));
}

/// What the figures of a tile and the least of their words need at this step.
float least_width(const Canvas& canvas, const Hero& hero, const Ink& ink, Step step)
{
    constexpr float least_words = 150;
    constexpr float least_name = 260;  // A longer name is cut before the figure gets smaller.
    float wanted = 0;
    for (const HeroFigure& figure : hero.figures) {
        // A name gives way to its brief form; the second line has none. Of two, the first gives
        // way.
        const float words = hero.figures.size() > 1 ? 0
                                                    : text_width(canvas, context_style(ink).face,
                                                                 Step::one, figure.context);
        wanted += text_width(canvas, Face::bold, step, figure.figure);
        const float subject = text_width(canvas, Face::bold, Step::one, figure.subject.full);
        const bool is_one_line = hero.figures.size() == 1 && figure.context.empty();
        const std::string& brief =
            figure.subject.brief.empty() ? figure.subject.full : figure.subject.brief;
        const float name =
            std::min(least_name, text_width(canvas, Face::condensed_bold, Step::one, brief));
        const float least = is_one_line ? std::min(least_words, subject)
                                        : std::max(least_words, hero.figures.size() > 1 ? 0 : name);
        if (least > 0) wanted += beside_figure + std::max(least, words);
    }
    return wanted;
}

/// What several figures need so that the words of none are cut to a letter.
float whole_width(const Canvas& canvas, const Hero& hero, const Ink& ink, Step step)
{
    constexpr float least_words = 150;
    float wanted = least_words - between_figures - lines_width(canvas, hero.figures.front(), ink);
    for (const HeroFigure& figure : hero.figures)
        wanted += between_figures + beside_figure + lines_width(canvas, figure, ink) +
                  text_width(canvas, Face::bold, step, figure.figure);
    return wanted;
}

/// Key figures are step three; where a long one leaves no room for its words, all are day figures,
/// and smaller still before a word is cut.
Step figure_step(const Canvas& canvas, const Hero& hero, const Ink& ink, float width)
{
    for (const Step step : {Step::three, Step::two}) {
        const bool is_whole =
            hero.figures.size() < 2 || whole_width(canvas, hero, ink, step) <= width;
        if (is_whole && least_width(canvas, hero, ink, step) <= width) return step;
    }
    return Step::one_and_half;
}

void draw_figures(Canvas& canvas, const Hero& hero, const Ink& ink, float left, float right)
{
    const float base = hero.box.bottom() - tile_padding;
    if (!hero.spark.empty()) right -= spark_width + 32;
    float x = left;
    const Step step = figure_step(canvas, hero, ink, right - left);
    for (std::size_t i = 0; i < hero.figures.size(); ++i) {
        const HeroFigure& figure = hero.figures[i];
        const TextStyle style{Face::bold, step, figure_colour(canvas, ink, figure.tone)};
        x += text_at_cap(canvas, style, x, base - cap_of(step), figure.figure) + beside_figure;
        float room = right - x;
        // The figures that follow keep their place; a long name gives way.
        for (std::size_t k = i + 1; k < hero.figures.size(); ++k)
            room -= between_figures + beside_figure + lines_width(canvas, hero.figures[k], ink) +
                    text_width(canvas, Face::bold, step, hero.figures[k].figure);
        const Align align = hero.figure_right ? Align::right : Align::left;
        x +=
            draw_lines(canvas, figure, ink, x, base, std::max(0.0f, room), align) + between_figures;
    }
}

/// No height for the word above the figure: it takes the place of the subject's line.
void draw_compact(Canvas& canvas, const Hero& hero, const Ink& ink, float left, float right)
{
    if (hero.figures.empty()) return;
    const HeroFigure& figure = hero.figures.front();
    const float base = hero.box.y + (hero.box.h + 93) / 2;
    const TextStyle style{Face::bold, Step::three, figure_colour(canvas, ink, figure.tone)};
    float x = left;
    if (hero.standing != Standing::normal && hero.standing != Standing::unknown) {
        draw_mark(canvas, mark_of(hero.standing), x, base - 93 + 25, word_mark, ink.tile.text);
        x += word_mark + 18;
    }
    x += text_at_cap(canvas, style, x, base - 93, figure.figure) + beside_figure;
    const Label word = hero.badge ? Label{hero.badge->word, {}} : hero.word;
    fitted_text(canvas, subject_style(ink), x, base - 78, right - x, word);
    fitted_text(canvas, context_style(ink), x, base - 31, right - x,
                {figure.subject.full + (figure.context.empty() ? "" : ", " + figure.context),
                 figure.subject.brief.empty() ? figure.subject.full : figure.subject.brief});
}

void draw_spark(Canvas& canvas, const Hero& hero, const Ink& ink)
{
    if (hero.spark.empty()) return;
    const float right = hero.box.right() - tile_padding;
    const float base = hero.box.bottom() - tile_padding;
    text_at_cap(canvas, context_style(ink), right, hero.box.y + tile_padding, hero.spark_title,
                Align::right);
    draw_sparkline(canvas, {right - spark_width, base - spark_height, spark_width, spark_height},
                   hero.spark, ink.tile.text);
}

}  // namespace

void draw_hero_tile(Canvas& canvas, const Hero& hero)
{
    if (hero.box.empty()) return;
    const Ink ink{draw_tile(canvas, hero.box, hero.standing, hero.outlined),
                  hero.standing == Standing::action};
    const float left = content_left(hero.box, hero.standing);
    const float right = hero.box.right() - tile_padding;
    if (hero.compact) return draw_compact(canvas, hero, ink, left, right);
    const float title =
        hero.spark.empty()
            ? 0
            : text_width(canvas, context_style(ink).face, Step::one, hero.spark_title) + 24;
    float word_right = right - title;
    const float aside_room = right - left - word_width(canvas, hero) - least_gap;
    if (!hero.aside.empty() && aside_room >= least_aside)
        word_right -= 24 + fitted_text(canvas, context_style(ink), right, hero.box.y + tile_padding,
                                       aside_room, {hero.aside, {}}, Align::right);
    draw_word(canvas, hero, ink, left, word_right);
    draw_figures(canvas, hero, ink, left, right);
    draw_spark(canvas, hero, ink);
    if (hero.progress) draw_countdown_bar(canvas, hero.box, *hero.progress, ink.tile.text);
}

}  // namespace wallboard
