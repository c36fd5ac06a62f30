#include "wallboard/model/health_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/health_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr float hero_height = 230;
constexpr float foot_height = 262;

HeroFigure figure(std::string text, Tone tone, std::string subject, std::string context)
{
    return {.figure = std::move(text),
            .tone = tone,
            .subject = {std::move(subject), {}},
            .trend = Mark::none,
            .context = std::move(context)};
}

Hero start(const Box& box, std::string word)
{
    Hero hero;
    hero.box = box;
    hero.compact = box.h < hero_compact_below;
    hero.word = {std::move(word), {}};
    return hero;
}

std::size_t count_of(const std::vector<Ranked>& all, Trouble trouble)
{
    return static_cast<std::size_t>(std::count_if(
        all.begin(), all.end(), [&](const Ranked& one) { return one.trouble == trouble; }));
}

/// The badge of the worst that is there, with how many sources it is about.
std::optional<Badge> badge_of(const std::vector<Ranked>& all)
{
    const auto badge = [&](Standing standing, Trouble trouble, const char* word) {
        return Badge{standing, fmt::format("{} {}", count_of(all, trouble), word), {}};
    };
    switch (all.front().trouble) {
        case Trouble::never_seen:
            return badge(Standing::unknown, Trouble::never_seen, "NEVER HEARD");
        case Trouble::silent: return badge(Standing::unknown, Trouble::silent, "SILENT");
        case Trouble::blind: return badge(Standing::unknown, Trouble::blind, "WITHOUT SWITCH");
        case Trouble::late: return badge(Standing::unknown, Trouble::late, "LATE");
        case Trouble::clock: return badge(Standing::warning, Trouble::clock, "CLOCK");
        case Trouble::gap: return badge(Standing::warning, Trouble::gap, "GAP");
        case Trouble::said: return badge(Standing::warning, Trouble::said, "IN TROUBLE");
        case Trouble::not_watched:
            return badge(Standing::warning, Trouble::not_watched, "MAILBOXES");
        case Trouble::catching_up: return badge(Standing::warning, Trouble::catching_up, "BEHIND");
        case Trouble::none:
        case Trouble::ended: break;
    }
    return std::nullopt;
}

/// What is to be said of the worst source: how long, how much.
HeroFigure worst_figure(const HealthInput& in, const Ranked& worst)
{
    const Source& source = *worst.source;
    const auto lasting = [&](Instant since, const std::string& context) {
        if (!said(since)) return figure(std::string{not_known}, Tone::text, source.id, context);
        HeroFigure one = figure(duration_text(in.now() - since), Tone::text, source.id,
                                context + " since " + clock_text(since, in.offset()));
        one.brief_context = context;
        return one;
    };
    switch (worst.trouble) {
        case Trouble::never_seen:
            return figure(std::string{not_known}, Tone::text, source.id, "never heard");
        case Trouble::silent:
        case Trouble::late: return lasting(source.silent_since, "silent");
        case Trouble::blind: return lasting(source.upstream_lost_since, "blind");
        case Trouble::clock:
            return figure(skew_text(source.clock_skew), Tone::text, source.id, "its clock is off");
        case Trouble::gap:
            return figure(count_text(source.gaps_open), Tone::text, source.id,
                          source.gaps_open == 1 ? "open gap" : "open gaps");
        case Trouble::said: return figure("1", Tone::text, source.id, "says what is wrong");
        case Trouble::not_watched:
            return figure("1", Tone::text, source.id, "does not watch mailboxes");
        case Trouble::catching_up:
            return figure(age_text(source.lag), Tone::text, source.id, "behind");
        case Trouble::none:
        case Trouble::ended: break;
    }
    return figure(source.lag_known ? age_text(source.lag) : std::string{nothing_offered},
                  source.lag_known ? Tone::text : Tone::third, "is the oldest", source.id);
}

const Source& oldest_of(const std::vector<Ranked>& all)
{
    return *std::max_element(all.begin(), all.end(), [](const Ranked& a, const Ranked& b) {
                return a.source->lag < b.source->lag;
            })->source;
}

}  // namespace

Hero make_sources_hero(const HealthInput& in, const Box& box)
{
    Hero hero = start(box, "sources");
    const auto all = worst_first(in.snapshot);
    if (all.empty()) {
        hero.figures = {figure(std::string{nothing_offered}, Tone::third, "no sources", {})};
        return hero;
    }
    const Trouble worst = all.front().trouble;
    const bool fine = worst == Trouble::none || worst == Trouble::ended;
    hero.badge = badge_of(all);
    if (hero.badge) hero.standing = hero.badge->standing;
    const auto heard = std::count_if(all.begin(), all.end(),
                                     [](const Ranked& one) { return !is_unknown(one.trouble); });
    const HeroFigure count =
        figure(count_text(heard), heard == 0 ? Tone::third : Tone::text,
               fine ? "all heard" : "heard", "of " + counted(all.size(), "source", "sources"));
    if (!fine) {
        hero.figures = {worst_figure(in, all.front()), count};
    } else if (worst == Trouble::ended) {
        hero.figures = {count};
    } else {
        hero.figures = {count, worst_figure(in, {&oldest_of(all), Trouble::none})};
    }
    if (box.w - 2 * tile_padding < 952) hero.figures.resize(1);
    return hero;
}

Hero make_journal_hero(const HealthInput& in, const Box& box)
{
    Hero hero = start(box, "journal");
    const Collector& collector = in.snapshot.collector;
    if (!collector.said) {
        hero.figures = {
            figure(std::string{nothing_offered}, Tone::third, "not told", "by this collector")};
        return hero;
    }
    if (has_little_room(collector)) {
        hero.standing = Standing::warning;
        hero.badge = Badge{Standing::warning, "LITTLE ROOM", {}};
    }
    if (said(collector.written_at) && !hero.badge)
        hero.aside = "written " + clock_text(collector.written_at, in.offset());
    hero.figures = {collector.room_left_bytes == 0
                        ? figure(std::string{not_known}, Tone::text, "room left", "not told")
                        : figure(room_text(collector.room_left_bytes), Tone::text, "room", "left")};
    return hero;
}

namespace {

struct Places {
    Box sources, journal, table, meanings, record, footline;
};

Places place(const Layout& layout)
{
    Places at;
    const float bottom = layout.h - page_bottom;
    const float below_heroes = below_header + hero_height + tile_gap;
    const auto row = [&](float y, float h) { return columns(layout.w, 0, 12, y, h); };
    if (layout.wide()) {
        at.sources = columns(layout.w, 0, 8, below_header, hero_height);
        at.journal = columns(layout.w, 8, 4, below_header, hero_height);
        const float foot = bottom - foot_height;
        at.table = row(below_heroes, foot - tile_gap - below_heroes);
        at.meanings = columns(layout.w, 0, 8, foot, foot_height);
        at.record = columns(layout.w, 8, 4, foot, foot_height);
    } else if (layout.upright()) {
        at.footline = row(bottom - footline_height, footline_height);
        at.sources = row(below_header, hero_height);
        at.journal = row(below_heroes, hero_height);
        at.record = row(at.footline.y - tile_gap - foot_height, foot_height);
        at.meanings = row(at.record.y - tile_gap - 360, 360);
        const float table = at.journal.bottom() + tile_gap;
        at.table = row(table, at.meanings.y - tile_gap - table);
    } else {
        const FarPlaces far = place_far(layout);
        at.sources = far.first;
        at.journal = far.second;
        at.table = far.list;
    }
    return at;
}

}  // namespace

HealthView make_health(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                       const PageChoice& choice, const Layout& layout)
{
    const Places at = place(layout);
    const HealthInput in{snapshot, moment, layout, choice.turn};
    HealthView view;
    view.layout = layout;
    view.frame = make_frame(snapshot, moment, alarms, choice);
    view.sources = make_sources_hero(in, at.sources);
    view.journal = make_journal_hero(in, at.journal);
    view.table = make_sources_table(in, at.table);
    view.meanings = make_meanings(in, at.meanings);
    view.record = make_record(in, at.record);
    if (layout.upright()) view.footline = make_footline(snapshot, moment, at.footline, view.frame);
    return view;
}

}  // namespace wallboard
