#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "wallboard/model/live_parts.hpp"
#include "wallboard/model/service_level.hpp"
#include "wallboard/model/words.hpp"
#include "wallboard/model/work.hpp"

namespace wallboard {
namespace {

BigFigure share_figure(const std::optional<Share>& share, const std::string& label)
{
    if (!share) return {std::string{not_known}, label, Tone::text};
    if (share->whole == 0) return {std::string{nothing_offered}, label, Tone::third};
    return {percent_text(share->part, share->whole), "% " + label, Tone::text};
}

BigFigure count_figure(std::uint64_t n, std::string label)
{
    return {n < 1'000'000 ? count_text(static_cast<std::int64_t>(n)) : short_count_text(n),
            std::move(label), n == 0 ? Tone::third : Tone::text};
}

struct Duties {
    std::uint64_t open = 0;
    std::uint64_t overdue = 0;
    std::uint64_t at_risk = 0;  ///< Locations.
    std::size_t known = 0;
    std::size_t unknown = 0;
    std::optional<Micros> to_close;  ///< The first location that closes.
    bool several_closes = false;
};

void count_close(const Location& location, Instant now, Duties& duties)
{
    if (location.hours != Hours::open || !said(location.closes_at)) return;
    const Micros left = location.closes_at - now;
    if (duties.to_close && *duties.to_close != left) duties.several_closes = true;
    if (!duties.to_close || left < *duties.to_close) duties.to_close = left;
}

Duties look_at_duties(const LiveInput& in)
{
    Duties duties;
    for (const Location& location : in.snapshot.locations) {
        count_close(location, in.now(), duties);
        if (location.hours == Hours::not_yet_monitored) continue;
        if (!is_known(location, in.snapshot)) {
            ++duties.unknown;
            continue;
        }
        ++duties.known;
        duties.open += location.unreturned;
        duties.overdue += location.overdue;
        duties.at_risk += is_at_risk(location, in.now()) ? 1 : 0;
    }
    return duties;
}

std::optional<Badge> badge_of(const Duties& duties)
{
    if (duties.overdue > 0)
        return Badge{Standing::action, "overdue", short_count_text(duties.overdue)};
    if (duties.unknown > 0 && duties.known > 0)
        return Badge{Standing::unknown, fmt::format("{} not known", duties.unknown), {}};
    if (duties.at_risk > 0) return Badge{Standing::warning, "at risk", {}};
    return std::nullopt;
}

}  // namespace

DayFigures make_day_figures(const LiveInput& in, const Box& box)
{
    QueueSum known;
    for (const Queue& queue : in.snapshot.queues)
        if (is_known(queue, in.snapshot)) known.add(queue);
    const std::size_t all = in.snapshot.queues.size();
    const Queue& sum = known.get();

    DayFigures day;
    day.box = box;
    day.title = "today, all";
    day.subtitle = {counted(all, "queue", "queues"), count_text(static_cast<std::int64_t>(all))};
    day.some_unknown = known.count() < all;
    if (day.some_unknown) {
        day.title = "today";
        day.subtitle = {fmt::format("{} of {} queues", known.count(), all),
                        fmt::format("{} of {}", known.count(), all)};
    }
    const std::string title = service_level_title(sum);
    if (known.count() == 0) {
        const std::string figure{all == 0 ? nothing_offered : not_known};
        const Tone tone = all == 0 ? Tone::third : Tone::text;
        for (const char* label : {"offered", "answered", "abandoned", "service level"})
            day.figures.push_back({figure, label, tone});
        return day;
    }
    day.figures = {
        count_figure(sum.offered, "offered"), share_figure(answered_share(sum), "answered"),
        count_figure(sum.abandoned, "abandoned"), share_figure(service_level(sum), title)};
    // Queues that are measured differently have no common figure; that is not the same as "not
    // known".
    if (sum.service_level_variant.empty())
        day.figures.back() = {std::string{nothing_offered}, title, Tone::third};
    return day;
}

Unreturned make_unreturned(const LiveInput& in, const Box& box)
{
    const Duties duties = look_at_duties(in);
    Unreturned tile;
    tile.box = box;
    tile.badge = badge_of(duties);
    tile.open = count_figure(duties.open, "unreturned");
    if (duties.known == 0) {
        const bool unknown = duties.unknown > 0;
        tile.open = {std::string{unknown ? not_known : nothing_offered},
                     unknown ? "unreturned, not known" : "not yet monitored",
                     unknown ? Tone::text : Tone::third};
        if (in.snapshot.locations.empty()) tile.open.label = "no locations";
        return tile;
    }
    if (in.layout.wide() && tile.badge) return tile;  // One place, and the badge needs it more.
    if (duties.to_close)
        tile.countdown =
            BigFigure{countdown_text(*duties.to_close),
                      duties.several_closes ? "to first close" : "to close", Tone::text};
    else
        tile.countdown = BigFigure{std::string{nothing_offered}, "closed", Tone::third};
    return tile;
}

}  // namespace wallboard
