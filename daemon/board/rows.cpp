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

std::vector<v1::BoardRow> make_rows(const BoardView& view)
{
    std::vector<v1::BoardRow> rows;
    for (auto& location : make_location_rows(view)) {
        auto& row = rows.emplace_back();
        row.set_id(location.location_id());
        *row.mutable_location() = std::move(location);
    }
    for (const auto& queue : view.directory().organisation().queues) {
        auto& row = rows.emplace_back();
        row.set_id(queue.id.text);
        *row.mutable_queue() = make_queue_row(view, queue);
    }
    for (const auto& source : view.directory().organisation().sources) {
        auto& row = rows.emplace_back();
        row.set_id(source.id.text);
        *row.mutable_source() = make_source_row(view, source);
    }
    for (const auto& [location, days] : view.board().days().all()) {
        auto day = days.days.rbegin();
        for (int i = 0; i < days_shown && day != days.days.rend(); ++i, ++day) {
            auto& row = rows.emplace_back();
            row.set_id(location.text + "/" + describe(day->first));
            *row.mutable_day() = make_day_row(view, day->second);
        }
    }
    if (view.collector != nullptr) {
        auto& row = rows.emplace_back();
        row.set_id("collector");
        *row.mutable_collector() = make_collector_row(view, *view.collector);
    }
    return rows;
}

}  // namespace callwatch
