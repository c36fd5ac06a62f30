#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "wallboard/model/handled.hpp"
#include "wallboard/model/live_parts.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr float two_figures_from = 952;  // Inner width of the upright page, where both just fit.
constexpr std::size_t spark_minutes = 30;

void judge(const LiveInput& in, const Queue& queue, Level level, Waiting& out)
{
    if (level == Level::normal || level < out.level) return;
    const Level by_wait = wait_level(queue, in.now());
    const bool now = std::max(by_wait, depth_level(queue)) >= level;
    const bool longer =
        out.worst == nullptr || wait_of(queue, in.now()) > wait_of(*out.worst, in.now());
    if (level == out.level && !(now && !out.now) && !(now == out.now && longer)) return;
    out.level = level;
    out.worst = &queue;
    out.now = now;
    out.by_wait = now && by_wait == level;
}

std::vector<std::uint32_t> waiting_by_minute(const Snapshot& snapshot)
{
    std::vector<std::uint32_t> sum(spark_minutes, 0);
    bool any = false;
    for (const Queue& queue : snapshot.queues) {
        const auto& minutes = queue.waiting_by_minute;
        const std::size_t n = std::min(minutes.size(), spark_minutes);
        any = any || n > 0;
        for (std::size_t i = 0; i < n; ++i)
            sum[spark_minutes - n + i] += minutes[minutes.size() - n + i];
    }
    return any ? sum : std::vector<std::uint32_t>{};
}

/// Now against the mean of the five minutes before: an arrow in a neutral colour.
Mark trend_of(const std::vector<std::uint32_t>& minutes)
{
    if (minutes.size() < 6) return Mark::none;
    std::uint64_t before = 0;
    for (std::size_t i = minutes.size() - 6; i + 1 < minutes.size(); ++i) before += minutes[i];
    const std::uint64_t now = std::uint64_t{minutes.back()} * 5;
    if (now * 4 > before * 5) return Mark::up;
    if (now * 5 < before * 4) return Mark::down;
    return Mark::flat;
}

std::string wait_context(const Waiting& waiting, const Queue& queue)
{
    if (waiting.level == Level::red && waiting.by_wait)
        return "over " + limit_text(queue.red_wait_s);
    if (waiting.level == Level::amber && waiting.by_wait)
        return queue.red_wait_s > 0 ? "red from " + limit_text(queue.red_wait_s)
                                    : "over " + limit_text(queue.amber_wait_s);
    if (queue.amber_wait_s > 0) return "amber from " + limit_text(queue.amber_wait_s);
    if (queue.red_wait_s > 0) return "red from " + limit_text(queue.red_wait_s);
    return "no limit set";
}

std::string depth_context(const Waiting& waiting)
{
    if (waiting.is_by_number()) {
        const Queue& queue = *waiting.worst;
        return fmt::format("{}, limit {}", count_text(queue.waiting),
                           waiting.level == Level::red ? queue.red_waiting : queue.amber_waiting);
    }
    if (waiting.callers == 0) return "in all queues";
    return "in " + counted(waiting.queues, "queue", "queues");
}

Label waiting_word(const Waiting& waiting)
{
    if (waiting.level != Level::red) return {"longest wait now", "longest wait"};
    if (!waiting.now) return {"WAITED TOO LONG", "WAS TOO LONG"};
    if (waiting.by_wait) return {"WAITING TOO LONG", "TOO LONG"};
    return {"TOO MANY WAITING", "TOO MANY"};
}

void badge_waiting(const Waiting& waiting, Hero& hero)
{
    if (waiting.level == Level::amber)
        hero.badge =
            Badge{Standing::warning, waiting.by_wait ? "WAITING LONG" : "MANY WAITING", {}};
    else if (waiting.unknown > 0 && waiting.level == Level::normal)
        hero.badge = Badge{
            Standing::unknown, counted(waiting.unknown, "queue not known", "queues not known"), {}};
}

}  // namespace

Waiting look_at_queues(const LiveInput& in)
{
    Waiting out;
    const auto levels = queue_levels(in.alarms, in.snapshot);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Queue& queue = in.snapshot.queues[i];
        if (!is_known(queue, in.snapshot)) {
            ++out.unknown;
            continue;
        }
        judge(in, queue, levels[i], out);
        if (queue.waiting == 0) continue;
        out.callers += queue.waiting;
        ++out.queues;
        if (out.longest == nullptr || wait_of(queue, in.now()) > wait_of(*out.longest, in.now()))
            out.longest = &queue;
    }
    return out;
}

void show_nothing_known(Hero& hero, std::string subject)
{
    hero.standing = Standing::unknown;
    hero.figures = {{.figure = std::string{not_known},
                     .tone = Tone::text,
                     .subject = {std::move(subject), {}},
                     .trend = Mark::none,
                     .context = "not known, not zero"}};
}

Standing standing_of(Level level)
{
    return level == Level::red   ? Standing::action
         : level == Level::amber ? Standing::warning
                                 : Standing::normal;
}

std::string limit_text(std::uint32_t limit_s)
{
    return duration_text(std::chrono::seconds{limit_s});
}

Hero make_waiting_hero(const LiveInput& in, const Box& box)
{
    const Waiting waiting = look_at_queues(in);
    Hero hero;
    hero.box = box;
    hero.compact = box.h < hero_compact_below;
    hero.word = waiting_word(waiting);
    hero.standing = standing_of(waiting.level);
    if (!in.snapshot.queues.empty() && waiting.unknown == in.snapshot.queues.size()) {
        show_nothing_known(hero, "queues");
        return hero;
    }
    badge_waiting(waiting, hero);

    const Queue* shown = waiting.now && waiting.by_wait ? waiting.worst : waiting.longest;
    HeroFigure longest{.figure = std::string{nothing_offered},
                       .tone = Tone::third,
                       .subject = {"nobody waits", {}},
                       .trend = Mark::none,
                       .context = in.snapshot.queues.empty() ? "no queues" : ""};
    if (shown != nullptr) {
        longest.figure = duration_text(wait_of(*shown, in.now()));
        longest.tone = Tone::text;
        longest.subject = {shown->name, {}};
        longest.context = wait_context(waiting, *shown);
    }
    const auto minutes = waiting_by_minute(in.snapshot);
    const HeroFigure depth{.figure = count_text(static_cast<std::int64_t>(waiting.callers)),
                           .tone = waiting.callers == 0 ? Tone::third : Tone::text,
                           .subject = {"waiting", {}},
                           .trend = waiting.level == Level::normal ? Mark::none : trend_of(minutes),
                           .context = depth_context(waiting)};
    if (box.w - 2 * tile_padding >= two_figures_from)
        hero.figures = {longest, depth};
    else
        hero.figures = {longest};
    if (hero.figures.size() == 1 && waiting.callers > 0)
        hero.figures[0].context = counted(waiting.callers, "waiting", "waiting");
    if (in.layout.wide() && waiting.level != Level::normal && longest.figure.size() <= 5) {
        hero.spark = minutes;
        hero.spark_title = minutes.empty() ? "" : "last 30 min";
    }
    tell_handled(in.alarms, "queue/", in.snapshot, in.moment, hero);
    return hero;
}

}  // namespace wallboard
