#include <algorithm>

#include <fmt/format.h>

#include "wallboard/model/least_quiet.hpp"
#include "wallboard/model/live_parts.hpp"
#include "wallboard/model/service_level.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

Cell share_cell(const std::optional<Share>& share)
{
    if (!share) return unknown_cell();
    if (share->whole == 0) return nothing_cell();
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
    return badge_cell({standing, {}, count_text(queue.waiting)});
}

std::vector<Column> queue_columns(const LiveInput& in)
{
    std::vector<Column> all{
        {"queue", 0, true}, {"waiting", 128}, {"longest", 244}, {"answered", 174}};
    if (in.layout.wide()) {
        all.push_back({"aband.", 120});
        all.push_back({service_level_title(sum_of(in.snapshot.queues)), 166});
        if (all.back().title == "service level") all.back().title = "SL";
    }
    return all;
}

TableRow make_queue_row(const LiveInput& in, const Queue& queue, std::size_t columns)
{
    TableRow row{
        .name = {queue.name.empty() ? queue.id : queue.name, {}}, .unknown = false, .cells = {}};
    row.subject = queue.id;
    row.unknown = !is_known(queue, in.snapshot);
    const QueueCells cells = make_queue_cells(in, queue);
    row.cells = {cells.waiting, cells.longest, cells.answered_share};
    if (columns > 4) {
        row.cells.push_back(cells.abandoned);
        row.cells.push_back(cells.service_level);
    }
    return row;
}

/// 0 is shown first: marked, then unknown, then with somebody waiting, then quiet.
std::vector<int> quietness_of_queues(const LiveInput& in)
{
    const auto levels = queue_levels(in.alarms, in.snapshot);
    std::vector<int> all;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Queue& queue = in.snapshot.queues[i];
        all.push_back(levels[i] != Level::normal      ? 0
                      : !is_known(queue, in.snapshot) ? 1
                      : queue.waiting > 0             ? 2
                                                      : 3);
    }
    return all;
}

std::string more_queues(const LiveInput& in, const std::vector<const Queue*>& shown)
{
    std::uint64_t waiting = 0;
    for (const Queue& queue : in.snapshot.queues) waiting += queue.waiting;
    for (const Queue* queue : shown) waiting -= queue->waiting;
    const std::size_t hidden = in.snapshot.queues.size() - shown.size();
    if (hidden == 0) return {};
    if (waiting == 0) return fmt::format("{} more, none waiting", hidden);
    return fmt::format("{} more, {} waiting", hidden,
                       count_text(static_cast<std::int64_t>(waiting)));
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

QueueCells make_queue_cells(const LiveInput& in, const Queue& queue)
{
    const bool known = is_known(queue, in.snapshot);
    const auto cell = [&](const char* figure, Cell shown) {
        return showing(figure, known ? std::move(shown) : unknown_cell());
    };
    QueueCells cells{
        .waiting = cell("waiting", waiting_cell(in, queue)),
        .longest = cell("longest-wait", make_longest_cell(in, queue)),
        .offered = cell("offered", count_cell(queue.offered)),
        .answered = known ? count_cell(queue.answered) : unknown_cell(),
        .abandoned = cell("abandoned", count_cell(queue.abandoned)),
        .answered_share = cell("answered-share", share_cell(wallboard::answered_share(queue))),
        .service_level = cell("service-level", share_cell(wallboard::service_level(queue)))};
    return cells;
}

Table make_queue_table(const LiveInput& in, const Box& box)
{
    Table table;
    table.box = box;
    table.columns = queue_columns(in);
    const auto& queues = in.snapshot.queues;
    const Rows rows =
        rows_for(box.h - 2 * hairline_row_pad, queues.size() + 1, row_least, row_most);
    table.pitch = rows.pitch;
    const std::size_t fit = rows.shown > 0 ? rows.shown - 1 : 0;
    const std::size_t room = queues.size() <= fit ? fit : fit > 0 ? fit - 1 : 0;
    const auto shown = least_quiet(queues, quietness_of_queues(in), room);
    for (const Queue* queue : shown)
        table.rows.push_back(make_queue_row(in, *queue, table.columns.size()));
    table.more = more_queues(in, shown);
    if (queues.empty()) table.more = in.snapshot.complete ? "no queues are configured" : "";
    return table;
}

Table make_marked_list(const LiveInput& in, const Box& box)
{
    Table list;
    list.box = box;
    if (box.empty()) return list;
    list.has_head = false;
    list.columns = {{"", 0, true}, {"", 300}};
    const auto levels = queue_levels(in.alarms, in.snapshot);
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const Queue& queue = in.snapshot.queues[i];
        const bool known = is_known(queue, in.snapshot);
        if (known && levels[i] == Level::normal) continue;
        list.rows.push_back({.name = {queue.name, {}},
                             .unknown = !known,
                             .cells = {make_queue_cells(in, queue).longest},
                             .subject = queue.id});
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
