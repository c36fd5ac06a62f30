#include "wallboard/feed/board_mirror.hpp"

#include <algorithm>
#include <utility>

#include "wallboard/model/links.hpp"

namespace wallboard {

template <class Content>
void BoardMirror::put(Rows<Content>& rows, const std::string& id, const Content& content)
{
    auto& contents = state_.*rows.contents;
    const auto found = std::find(rows.ids.begin(), rows.ids.end(), id);
    if (found != rows.ids.end()) {
        contents[static_cast<std::size_t>(found - rows.ids.begin())] = content;
        return;
    }
    rows.ids.push_back(id);
    contents.push_back(content);
}

template <class Content>
void BoardMirror::remove(Rows<Content>& rows, const std::string& id)
{
    const auto found = std::find(rows.ids.begin(), rows.ids.end(), id);
    if (found == rows.ids.end()) return;
    auto& contents = state_.*rows.contents;
    contents.erase(contents.begin() + (found - rows.ids.begin()));
    rows.ids.erase(found);
}

std::size_t BoardMirror::size() const
{
    return locations_.ids.size() + queues_.ids.size() + sources_.ids.size() + days_.ids.size() +
           trends_.ids.size() + alarm_acts_.ids.size();
}

/// Of a location's half hours the newest trend_days_max stay.
void BoardMirror::drop_oldest(const std::string& location_id)
{
    const auto& rows = state_.trends;
    std::size_t days = 0;
    std::size_t oldest = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].location_id != location_id) continue;
        if (++days == 1 || rows[i].business_date < rows[oldest].business_date) oldest = i;
    }
    if (days > trend_days_max) remove(trends_, std::string{trends_.ids[oldest]});
}

/// Rows of two kinds may have one id; one that does not say its kind is gone whatever it was.
void BoardMirror::remove(const Row& row)
{
    const bool any = std::holds_alternative<std::monostate>(row.content);
    if (any || std::holds_alternative<Location>(row.content)) remove(locations_, row.id);
    if (any || std::holds_alternative<Queue>(row.content)) remove(queues_, row.id);
    if (any || std::holds_alternative<Source>(row.content)) remove(sources_, row.id);
    if (any || std::holds_alternative<Day>(row.content)) remove(days_, row.id);
    if (any || std::holds_alternative<Trend>(row.content)) remove(trends_, row.id);
    if (any || std::holds_alternative<AlarmAct>(row.content)) remove(alarm_acts_, row.id);
}

void BoardMirror::apply(const Row& row)
{
    state_.links.made = false;
    if (row.removed) return remove(row);
    if (size() >= rows_max) {
        within_bounds_ = false;
        return;
    }
    if (const auto* one = std::get_if<Location>(&row.content)) put(locations_, row.id, *one);
    if (const auto* one = std::get_if<Queue>(&row.content)) put(queues_, row.id, *one);
    if (const auto* one = std::get_if<Source>(&row.content)) put(sources_, row.id, *one);
    if (const auto* one = std::get_if<Day>(&row.content)) put(days_, row.id, *one);
    if (const auto* one = std::get_if<Trend>(&row.content)) {
        put(trends_, row.id, *one);
        drop_oldest(one->location_id);
    }
    if (const auto* one = std::get_if<AlarmAct>(&row.content)) put(alarm_acts_, row.id, *one);
    if (const auto* collector = std::get_if<Collector>(&row.content)) state_.collector = *collector;
}

void BoardMirror::apply(const RowChanges& changes)
{
    for (const Row& row : changes.rows) apply(row);
    state_.revision = changes.revision;
    state_.as_of = std::max(state_.as_of, changes.now);
}

void BoardMirror::take(RowChanges changes)
{
    if (needs_snapshot_) {
        if (waiting_.size() < waiting_max) waiting_.push_back(std::move(changes));
        return;
    }
    if (changes.revision <= state_.revision) return;  // The snapshot already had it.
    if (changes.follows != state_.revision) {
        needs_snapshot_ = true;
        waiting_.clear();
        waiting_.push_back(std::move(changes));
        return;
    }
    apply(changes);
}

void BoardMirror::take(const Heartbeat& heartbeat)
{
    state_.as_of = heartbeat.now;
    state_.health = heartbeat.health;
    state_.rate_milli = heartbeat.rate_milli;
    if (has_image_ && heartbeat.revision != state_.revision) needs_snapshot_ = true;
}

void BoardMirror::take(const BoardImage& image)
{
    forget_rows();
    within_bounds_ = true;
    for (const Row& row : image.rows) apply(row);
    state_.revision = image.revision;
    state_.as_of = std::max(state_.as_of, image.now);
    has_image_ = true;
    needs_snapshot_ = false;
    const auto waiting = std::exchange(waiting_, {});
    for (const RowChanges& changes : waiting) take(changes);
}

void BoardMirror::forget_rows()
{
    const auto forget = [&](auto& rows) {
        rows.ids.clear();
        (state_.*rows.contents).clear();
    };
    forget(locations_);
    forget(queues_);
    forget(sources_);
    forget(days_);
    forget(alarm_acts_);
    forget(trends_);
    state_.links.made = false;
}

Snapshot BoardMirror::snapshot()
{
    state_.complete = has_image_;
    if (!state_.links.made) link(state_);
    return state_;
}

}  // namespace wallboard
