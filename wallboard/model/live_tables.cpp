#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/live_parts.hpp"
#include "wallboard/model/service_level.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

constexpr float row_least = 53;  // Closer, and a badge would touch the line of its row.
constexpr float row_most = 96;
constexpr float coverage_most = 70;

Cell unknown_cell()
{
    return {.text = std::string{not_known}, .unit = {}, .tone = Tone::text, .badge = {}};
}

Cell count_cell(std::uint32_t n)
{
    return {
        .text = count_text(n), .unit = {}, .tone = n == 0 ? Tone::third : Tone::text, .badge = {}};
}

Cell share_cell(const std::optional<Share>& share)
{
    if (!share) return unknown_cell();
    if (share->whole == 0)
        return {.text = std::string{nothing_offered}, .unit = {}, .tone = Tone::third, .badge = {}};
    return {.text = percent_text(share->part, share->whole),
            .unit = "%",
            .tone = Tone::text,
            .badge = {}};
}

Cell waiting_cell(const LiveInput& in, const Queue& queue)
{
    const Level level = depth_level(queue);
    // A long wait has its own badge in the next cell; two in a row would say it twice.
    if (level == Level::normal || wait_level(queue, in.now()) >= level)
        return count_cell(queue.waiting);
    const auto standing = level == Level::red ? Standing::action : Standing::warning;
    return {.text = {},
            .unit = {},
            .tone = Tone::text,
            .badge = Badge{standing, {}, count_text(queue.waiting)}};
}

std::vector<const Queue*> pointers_to(const std::vector<Queue>& queues)
{
    std::vector<const Queue*> all;
    for (const Queue& queue : queues) all.push_back(&queue);
    return all;
}

std::vector<Column> queue_columns(const LiveInput& in)
{
    std::vector<Column> all{
        {"queue", 0, true}, {"waiting", 128}, {"longest", 244}, {"answered", 174}};
    if (in.layout.wide()) {
        all.push_back({"aband.", 120});
        all.push_back({service_level_title(pointers_to(in.snapshot.queues)), 166});
        if (all.back().title == "service level") all.back().title = "SL";
    }
    return all;
}

TableRow make_queue_row(const LiveInput& in, const Queue& queue, std::size_t columns)
{
    TableRow row{
        .name = {queue.name.empty() ? queue.id : queue.name, {}}, .unknown = false, .cells = {}};
    if (!is_known(queue, in.snapshot)) {
        row.unknown = true;
        row.cells.assign(columns - 1, unknown_cell());
        return row;
    }
    row.cells = {waiting_cell(in, queue), make_longest_cell(in, queue),
                 share_cell(answered_share(queue))};
    if (columns > 4) {
        row.cells.push_back(count_cell(queue.abandoned));
        row.cells.push_back(share_cell(service_level(queue)));
    }
    return row;
}

/// 0 is shown first: marked, then unknown, then with somebody waiting, then quiet.
int quietness(const LiveInput& in, const Queue& queue)
{
    if (in.alarms.level(queue_subject(queue)) != Level::normal) return 0;
    if (!is_known(queue, in.snapshot)) return 1;
    return queue.waiting > 0 ? 2 : 3;
}

int quietness(const LiveInput& in, const Location& location)
{
    if (in.alarms.level(operators_subject(location)) != Level::normal) return 0;
    if (!is_known(location, in.snapshot)) return 1;
    return location.hours == Hours::open ? 2 : 3;
}

/// Which of `all` are shown when only `room` fit: the least quiet ones, in the board's own order.
template <class Item>
std::vector<const Item*> least_quiet(const LiveInput& in, const std::vector<Item>& all,
                                     std::size_t room)
{
    std::vector<const Item*> chosen;
    for (const Item& item : all) chosen.push_back(&item);
    if (chosen.size() <= room) return chosen;
    std::stable_sort(chosen.begin(), chosen.end(), [&](const Item* a, const Item* b) {
        return quietness(in, *a) < quietness(in, *b);
    });
    chosen.resize(room);
    std::sort(chosen.begin(), chosen.end());  // One array: by address is the board's order.
    return chosen;
}

std::string more_queues(const LiveInput& in, const std::vector<const Queue*>& shown)
{
    std::uint64_t waiting = 0;
    std::size_t hidden = 0;
    for (const Queue& queue : in.snapshot.queues) {
        if (std::find(shown.begin(), shown.end(), &queue) != shown.end()) continue;
        ++hidden;
        waiting += queue.waiting;
    }
    if (hidden == 0) return {};
    if (waiting == 0) return fmt::format("{} more, none waiting", hidden);
    return fmt::format("{} more, {} waiting", hidden,
                       count_text(static_cast<std::int64_t>(waiting)));
}

std::string closed_words(const LiveInput& in, const Location& location)
{
    const Location* home = home_of(in.snapshot);
    const std::string zone =
        home != nullptr && home->zone_abbreviation != location.zone_abbreviation
            ? " " + location.zone_abbreviation
            : "";
    if (said(location.closes_at) && location.closes_at <= in.now())
        return "closed " + when_text(location.closes_at, in.now(), location.utc_offset) + zone;
    if (said(location.opens_at) && location.opens_at > in.now())
        return "opens " + when_text(location.opens_at, in.now(), location.utc_offset) + zone;
    return "closed";
}

}  // namespace

Cell make_longest_cell(const LiveInput& in, const Queue& queue)
{
    const Level level = in.alarms.level(queue_subject(queue));
    const Level by_wait = wait_level(queue, in.now());
    const bool nobody = queue.waiting == 0;
    Cell cell{
        .text = nobody ? std::string{nothing_offered} : duration_text(wait_of(queue, in.now())),
        .unit = {},
        .tone = nobody ? Tone::third : Tone::text,
        .badge = {}};
    if (!nobody && !said(queue.oldest_joined_at)) return unknown_cell();
    const bool held = level > std::max(by_wait, depth_level(queue));
    if (by_wait == Level::normal && !held) return cell;
    const bool red = (held ? level : by_wait) == Level::red;
    // From an hour the figure needs the room of the word; the mark still says it without the
    // colour.
    const bool has_room = cell.text.size() <= 5;
    const char* word = held ? "now" : red ? "over" : "long";
    cell.badge = Badge{red ? Standing::action : Standing::warning, has_room ? word : "", cell.text};
    return cell;
}

QueueTable make_queue_table(const LiveInput& in, const Box& box)
{
    QueueTable table;
    table.box = box;
    table.columns = queue_columns(in);
    const auto& queues = in.snapshot.queues;
    const Rows rows =
        rows_for(box.h - 2 * hairline_row_pad, queues.size() + 1, row_least, row_most);
    table.pitch = rows.pitch;
    const std::size_t fit = rows.shown > 0 ? rows.shown - 1 : 0;
    const std::size_t room = queues.size() <= fit ? fit : fit > 0 ? fit - 1 : 0;
    const auto shown = least_quiet(in, queues, room);
    for (const Queue* queue : shown)
        table.rows.push_back(make_queue_row(in, *queue, table.columns.size()));
    table.more = more_queues(in, shown);
    if (queues.empty()) table.more = in.snapshot.complete ? "no queues are configured" : "";
    return table;
}

CoverageRow make_coverage_row(const LiveInput& in, const Location& location)
{
    CoverageRow row;
    row.name = {location.name.empty() ? location.id : location.name, location.short_name};
    if (!is_known(location, in.snapshot)) {
        row.unknown = true;
        row.figure = not_known;
    } else if (location.hours == Hours::not_yet_monitored) {
        row.words = "not yet monitored";
        row.tone = Tone::third;
    } else if (location.hours != Hours::open) {
        row.words =
            location.hours == Hours::closed ? closed_words(in, location) : "hours not known";
        row.tone = Tone::second;
    } else if (!location.operators_known) {
        row.badge = Badge{Standing::unknown, "not known", {}};
    } else if (const Level level = operator_level(location, in.now()); level != Level::normal) {
        row.badge = Badge{level == Level::red ? Standing::action : Standing::warning, "none", {}};
    } else {
        const auto staffed = location.operators_staffed;
        row.figure = count_text(staffed);
        if (staffed <= 5) {
            row.on_call = static_cast<int>(std::min(location.operators_on_call, staffed));
            row.free = static_cast<int>(staffed) - row.on_call;
        }
    }
    return row;
}

Coverage make_coverage(const LiveInput& in, const Box& box)
{
    Coverage coverage;
    coverage.box = box;
    coverage.title = "can answer now";
    coverage.legend = "on call";
    coverage.columns = in.layout.upright() ? 2 : 1;
    const auto per_column = static_cast<std::size_t>(coverage.columns);
    const auto& all = in.snapshot.locations;
    const std::size_t wanted = (all.size() + per_column - 1) / per_column;
    const float head = in.layout.upright() ? 57 : row_least;
    const Rows rows =
        rows_for(box.h - 2 * hairline_row_pad - head, wanted, row_least, coverage_most);
    coverage.pitch = rows.pitch;
    const std::size_t fit = rows.shown * per_column;
    const auto shown = least_quiet(in, all, all.size() <= fit ? fit : fit > 0 ? fit - 1 : 0);
    for (const Location* location : shown)
        coverage.rows.push_back(make_coverage_row(in, *location));
    if (shown.size() < all.size())
        coverage.more = fmt::format("{} more", all.size() - shown.size());
    return coverage;
}

QueueTable make_marked_list(const LiveInput& in, const Box& box)
{
    QueueTable list;
    list.box = box;
    if (box.empty()) return list;
    list.has_head = false;
    list.columns = {{"", 0, true}, {"", 300}};
    for (const Queue& queue : in.snapshot.queues) {
        const bool known = is_known(queue, in.snapshot);
        if (known && in.alarms.level(queue_subject(queue)) == Level::normal) continue;
        list.rows.push_back({.name = {queue.name, {}},
                             .unknown = !known,
                             .cells = {known ? make_longest_cell(in, queue) : unknown_cell()}});
    }
    for (const Location& location : in.snapshot.locations) {
        const CoverageRow row = make_coverage_row(in, location);
        if (!row.badge && !row.unknown) continue;
        Cell cell = unknown_cell();
        cell.badge = row.badge;
        list.rows.push_back({.name = row.name, .unknown = row.unknown, .cells = {cell}});
    }
    const std::size_t wanted = list.rows.size();
    const Rows rows = rows_for(box.h - 2 * hairline_row_pad, std::max<std::size_t>(1, wanted),
                               row_least, row_most);
    list.pitch = rows.pitch;
    if (wanted > rows.shown) {
        list.rows.resize(rows.shown > 0 ? rows.shown - 1 : 0);
        list.more = fmt::format("{} more need somebody", wanted - list.rows.size());
    }
    if (wanted == 0)
        list.more =
            counted(in.snapshot.queues.size(), "queue, nothing to do", "queues, nothing to do");
    return list;
}

}  // namespace wallboard
