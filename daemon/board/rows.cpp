#include "daemon/board/rows.hpp"

#include <algorithm>

#include "daemon/calendar/business_calendar.hpp"

namespace callwatch {
namespace {

constexpr int days_shown = 2;

bool is_heard(v1::SourceRow::State state)
{
    return state != v1::SourceRow::NEVER_SEEN && state != v1::SourceRow::SILENT &&
           state != v1::SourceRow::LATE;
}

/// A source that is well itself may have lost its telephone system: then it knows nothing either.
bool sees_its_system(const SourceState* source)
{
    return source == nullptr ||
           std::none_of(source->gaps.begin(), source->gaps.end(),
                        [](const Gap& gap) { return gap.to == Instant::max(); });
}

}  // namespace

bool BoardView::is_known(const LocationId& location) const
{
    const auto& serving = directory().sources_of(location);
    return !serving.empty() &&
           std::all_of(serving.begin(), serving.end(), [&](const SourceId& source) {
               const auto health = sources.find(source);
               return health != sources.end() && is_heard(health->second.state) &&
                      sees_its_system(board().sources().find(source));
           });
}

v1::BoardRow location_row(const BoardView& view, const Location& location)
{
    return location_row(view, location, make_location_standing(view, location));
}

v1::BoardRow location_row(const BoardView& view, const Location& location,
                          const LocationStanding& standing)
{
    v1::BoardRow row;
    row.set_id(location.id.text.str());
    *row.mutable_location() = make_location_row(view, location, standing);
    return row;
}

v1::BoardRow queue_row(const BoardView& view, const Queue& queue)
{
    v1::BoardRow row;
    row.set_id(queue.id.text.str());
    *row.mutable_queue() = make_queue_row(view, queue);
    return row;
}

v1::BoardRow source_row(const BoardView& view, const Source& source)
{
    v1::BoardRow row;
    row.set_id(source.id.text.str());
    *row.mutable_source() = make_source_row(view, source);
    return row;
}

v1::BoardRow collector_row(const BoardView& view, const CollectorVitals& vitals)
{
    v1::BoardRow row;
    row.set_id("collector");
    *row.mutable_collector() = make_collector_row(view, vitals);
    return row;
}

std::vector<v1::BoardRow> day_rows(const BoardView& view, const LocationId& location)
{
    std::vector<v1::BoardRow> rows;
    const auto* days = view.board().days().find(location);
    if (days == nullptr) return rows;
    auto day = days->days.rbegin();
    for (int i = 0; i < days_shown && day != days->days.rend(); ++i, ++day) {
        auto& row = rows.emplace_back();
        row.set_id(location.text + "/" + describe(day->first));
        *row.mutable_day() = make_day_row(view, day->second);
    }
    return rows;
}

std::vector<v1::BoardRow> make_rows(const BoardView& view)
{
    const auto& organisation = view.directory().organisation();
    std::vector<v1::BoardRow> rows;
    for (const auto& location : organisation.locations)
        rows.push_back(location_row(view, location));
    for (const auto& queue : organisation.queues) rows.push_back(queue_row(view, queue));
    for (const auto& source : organisation.sources) rows.push_back(source_row(view, source));
    for (const auto& [location, days] : view.board().days().all())
        for (auto& row : day_rows(view, location)) rows.push_back(std::move(row));
    for (const auto& location : organisation.locations)
        for (auto& row : trend_rows(view, location.id)) rows.push_back(std::move(row));
    for (auto& row : alarm_rows(view)) rows.push_back(std::move(row));
    if (view.collector != nullptr) rows.push_back(collector_row(view, *view.collector));
    return rows;
}

}  // namespace callwatch
