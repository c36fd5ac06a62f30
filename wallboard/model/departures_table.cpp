#include <fmt/format.h>

#include "wallboard/model/departures_parts.hpp"
#include "wallboard/model/places.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

/// Smaller is worse, and comes first where not all rows fit.
enum class Rank { red, unanswered, unknown, unverified, pending, quiet };

Rank rank_of(const DeparturesInput& in, const Location& location)
{
    if (location.hours == Hours::not_yet_monitored) return Rank::quiet;
    if (!is_known(location, in.snapshot)) return Rank::unknown;
    const Departures& departures = location.departures;
    if (departures.is_red()) return Rank::red;
    if (departures.unanswered > 0) return Rank::unanswered;
    if (departures.unverified > 0) return Rank::unverified;
    return departures.pending > 0 ? Rank::pending : Rank::quiet;
}

/// The worst that is to be said of an office.
Cell worst_cell(const DeparturesInput& in, const Location& location)
{
    const Departures& departures = location.departures;
    const auto badge = [](Standing standing, const char* word, std::uint32_t n) {
        return badge_cell({standing, word, short_count_text(n)});
    };
    switch (rank_of(in, location)) {
        case Rank::red:
            return departures.reopened >= departures.red
                     ? badge(Standing::action, "reopened", departures.reopened)
                     : badge(Standing::action, "connected", departures.red);
        case Rank::unanswered: return badge(Standing::warning, "no cover", departures.unanswered);
        case Rank::unknown: return unknown_cell();
        case Rank::unverified: return badge(Standing::warning, "unverified", departures.unverified);
        case Rank::pending: return text_cell(short_count_text(departures.pending) + " left");
        case Rank::quiet: break;
    }
    return location.hours == Hours::not_yet_monitored ? text_cell("not yet monitored", Tone::third)
                                                      : nothing_cell();
}

/// The one cell of an office stands for all that there is to say of it.
Cell one_for_all(Cell cell)
{
    cell.figures = {"departed-left", "departed-red", "departed-unanswered"};
    return cell;
}

}  // namespace

Table make_departures_table(const DeparturesInput& in, const Box& box)
{
    Table table;
    table.box = box;
    if (box.empty()) return table;
    table.has_head = false;
    table.columns = {{"location", 0, true}, {"", 340}};
    const auto& all = in.snapshot.locations;
    const TablePage page = page_of_table(box.h, all.size(), in.turn, false);
    table.pitch = page.pitch;
    const auto order = in_rank_order(all, [&](const Location& location) {
        return page.pages > 1 ? rank_of(in, location) : Rank::quiet;
    });
    for (std::size_t i = page.first; i < page.first + page.count; ++i)
        table.rows.push_back({.name = {order[i]->name, order[i]->short_name},
                              .unknown = rank_of(in, *order[i]) == Rank::unknown,
                              .cells = {one_for_all(worst_cell(in, *order[i]))},
                              .subject = order[i]->id});
    if (page.pages > 1)
        table.more = fmt::format("{}\u2013{} of {} offices, worst first", page.first + 1,
                                 page.first + page.count, order.size());
    if (order.empty() && in.snapshot.complete) table.more = "no locations are configured";
    return table;
}

}  // namespace wallboard
