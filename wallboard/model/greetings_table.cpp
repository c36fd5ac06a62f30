#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "wallboard/model/greetings_parts.hpp"
#include "wallboard/model/places.hpp"
#include "wallboard/model/share_scale.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

/// Smaller is worse, and comes first where not all rows fit.
enum class Rank { route, fault, unknown, script, not_attested, full, quiet };

Rank rank_of(const GreetingsInput& in, const Location& location)
{
    if (location.hours == Hours::not_yet_monitored) return Rank::quiet;
    if (!in.says(location)) return Rank::unknown;
    const Greetings& greetings = location.greetings;
    if (greetings.bad_routes > 0) return Rank::route;
    if (greetings.faults > 0) return Rank::fault;
    if (is_script_wrong(greetings)) return Rank::script;
    if (greetings.not_known > 0) return Rank::not_attested;
    return greetings.barred > 0 ? Rank::full : Rank::quiet;
}

/// "v 4", "2026-11-24"; empty: none, or longer than its column.
std::string version_text(const std::string& version)
{
    constexpr std::size_t fits_alone = 10, fits_with_letter = 6;
    if (version.empty() || version.size() > fits_alone) return {};
    return version.size() > fits_with_letter ? version : "v " + version;
}

Cell script_cell(const Greetings& greetings)
{
    const auto warning = [](std::string words) {
        return badge_cell({Standing::warning, std::move(words), {}});
    };
    const std::string version = version_text(greetings.script_version);
    switch (greetings.script) {
        case ScriptState::not_asked: return text_cell("not asked", Tone::third);
        case ScriptState::not_attested: return warning("not attested");
        case ScriptState::not_approved: return warning("not approved");
        case ScriptState::outdated: {
            const bool fits = version.rfind("v ", 0) == 0;
            return warning(fits ? "old " + version : "old");
        }
        case ScriptState::good: {
            Cell cell = text_cell(version.empty() ? "good" : version, Tone::second);
            cell.mark = Mark::tick;
            return cell;
        }
        case ScriptState::unknown: break;
    }
    return unknown_cell();
}

constexpr float words_width = 310;   ///< "a source is silent", "99 999 of 99 999"
constexpr float script_usual = 192;  ///< "old v 3"
constexpr float script_long = 304;   ///< "not approved"

/// Only long words cost the names and the blocks their room.
float script_width(const GreetingsInput& in)
{
    const auto& all = in.snapshot.locations;
    const bool is_long = std::any_of(all.begin(), all.end(), [&](const Location& location) {
        const Greetings& one = location.greetings;
        const bool words =
            one.script == ScriptState::not_attested || one.script == ScriptState::not_approved;
        return in.says(location) && (words || one.script_version.size() > 2);
    });
    return is_long ? script_long : script_usual;
}

/// What stands in one line, whatever columns there is room for.
struct Line {
    Cell share;
    Cell count;
    Cell script;
};

Line tell_line(const GreetingsInput& in, const Location& location, const ShareScale& scale)
{
    if (location.hours == Hours::not_yet_monitored)
        return {text_cell("not yet monitored", Tone::third), nothing_cell(), nothing_cell()};
    if (!in.says(location))
        return {text_cell("a source is silent"), unknown_cell(), unknown_cell()};
    const GreetingShares shares = shares_of(location.greetings);
    Line line{text_cell({}), nothing_cell(), script_cell(location.greetings)};
    if (shares.asked == 0) {
        line.share = text_cell("nothing is asked", Tone::third);
        return line;
    }
    line.share.share = share_bar(shares, scale);
    line.count = shares.not_known == shares.asked
                   ? unknown_cell()
                   : text_cell(share_text(shares.conform, shares.asked));
    return line;
}

Line make_line(const GreetingsInput& in, const Location& location, const ShareScale& scale)
{
    Line line = tell_line(in, location, scale);
    return {showing("greetings-conform", std::move(line.share)),
            showing("greetings-conform", std::move(line.count)),
            showing("script", std::move(line.script))};
}

/// Far: the worst that is to be said of an office.
Cell worst_cell(const GreetingsInput& in, const Location& location, const Line& line)
{
    const Greetings& greetings = location.greetings;
    const auto badge = [](Standing standing, const char* word, std::uint64_t n) {
        return badge_cell({standing, word, short_count_text(n)});
    };
    switch (rank_of(in, location)) {
        case Rank::route: return badge(Standing::action, "bad route", greetings.bad_routes);
        case Rank::fault: return badge(Standing::warning, "to change", greetings.faults);
        case Rank::unknown: return unknown_cell();
        case Rank::script: return line.script;
        case Rank::not_attested:
            return badge(Standing::unknown, "not attested", greetings.not_known);
        case Rank::full: return badge(Standing::warning, "full", greetings.barred);
        case Rank::quiet: break;
    }
    return line.share.text.empty() ? line.count : line.share;
}

struct Columns {
    std::vector<Column> all;
    float share_width = 0;  ///< 0: there is no room for blocks.
};

/// Long counts take the room of the blocks.
Columns columns_for(const GreetingsInput& in)
{
    if (in.layout.far()) return {{{"location", 0, true}, {"", 340}}, 0};
    std::uint64_t most = 0;
    for (const Location& location : in.snapshot.locations)
        if (in.says(location)) most = std::max(most, shares_of(location.greetings).asked);
    constexpr float short_count = 150;
    const float count = most >= 1'000 ? words_width : most >= 100 ? 190 : short_count;
    const float script = script_width(in);
    float share = in.layout.wide() ? 425 - (count - short_count) : 234;
    // Whole blocks: their room goes to the names.
    if (script > script_usual) share -= share_pitch * (in.layout.wide() ? 5.0f : 4.0f);
    if (in.layout.upright() && most >= 100)
        return {{{"location", 0, true}, {"conform", words_width}, {"script", script, false, true}},
                0};
    return {
        {{"location", 0, true}, {"", share, true}, {"", count}, {"script", script, false, true}},
        share};
}

TableRow to_row(const GreetingsInput& in, const Location& location, Line line, float share_width)
{
    TableRow row{.name = {location.name, location.short_name},
                 .unknown = rank_of(in, location) == Rank::unknown,
                 .cells = {},
                 .subject = location.id};
    const bool has_words = !line.share.text.empty();
    if (in.layout.far())
        row.cells = {worst_cell(in, location, line)};
    else if (share_width == 0)
        row.cells = {has_words ? line.share : line.count, line.script};
    else if (has_words && share_width < words_width)
        row.cells = {line.share, text_cell({}), line.script};
    else
        row.cells = {line.share, line.count, line.script};
    return row;
}

std::vector<const Location*> in_order(const GreetingsInput& in, bool worst_first)
{
    // Of those at fault the one with the most faults.
    return in_rank_order(in.snapshot.locations, [&](const Location& location) {
        const Rank rank = worst_first ? rank_of(in, location) : Rank::quiet;
        const std::int64_t most = rank == Rank::fault ? location.greetings.faults : 0;
        return std::pair{rank, -most};
    });
}

}  // namespace

Table make_greetings_table(const GreetingsInput& in, const Box& box)
{
    Table table;
    table.box = box;
    if (box.empty()) return table;
    Columns columns = columns_for(in);
    table.columns = std::move(columns.all);
    ShareScale scale{.blocks = share_blocks(columns.share_width), .per_block = 1};
    for (const Location& location : in.snapshot.locations)
        if (in.says(location)) scale.make_room_for(shares_of(location.greetings).asked);
    if (columns.share_width > 0) table.columns[1].title = scale.title(in.layout.wide());
    table.has_head = !in.layout.far();
    const std::size_t n = in.snapshot.locations.size();
    const TablePage page = page_of_table(box.h, n, in.turn, table.has_head);
    table.pitch = page.pitch;
    const auto order = in_order(in, page.pages > 1);
    for (std::size_t i = page.first; i < page.first + page.count; ++i)
        table.rows.push_back(
            to_row(in, *order[i], make_line(in, *order[i], scale), columns.share_width));
    if (page.pages > 1)
        table.more = fmt::format("{}\u2013{} of {} offices, worst first", page.first + 1,
                                 page.first + page.count, n);
    if (n == 0 && in.snapshot.complete) table.more = "no locations are configured";
    return table;
}

}  // namespace wallboard
