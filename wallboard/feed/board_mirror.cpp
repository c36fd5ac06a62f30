#include "wallboard/feed/board_mirror.hpp"

#include <algorithm>
#include <utility>

#include "wallboard/model/links.hpp"

namespace wallboard {

template <class Content>
void BoardMirror::Rows<Content>::put(const std::string& id, const Content& content)
{
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found != ids.end()) {
        contents[static_cast<std::size_t>(found - ids.begin())] = content;
        return;
    }
    ids.push_back(id);
    contents.push_back(content);
}

template <class Content>
void BoardMirror::Rows<Content>::remove(const std::string& id)
{
    const auto found = std::find(ids.begin(), ids.end(), id);
    if (found == ids.end()) return;
    contents.erase(contents.begin() + (found - ids.begin()));
    ids.erase(found);
}

std::size_t BoardMirror::size() const
{
    return locations_.ids.size() + queues_.ids.size() + sources_.ids.size() + days_.ids.size() +
           trends_.ids.size() + alarm_acts_.ids.size();
}

void BoardMirror::put(const std::string& id, const Trend& trend)
{
    trends_.put(id, trend);
    std::size_t days = 0;
    std::size_t oldest = 0;
    for (std::size_t i = 0; i < trends_.contents.size(); ++i) {
        const Trend& one = trends_.contents[i];
        if (one.location_id != trend.location_id) continue;
        if (++days == 1 || one.business_date < trends_.contents[oldest].business_date) oldest = i;
    }
    if (days > trend_days_max) trends_.remove(std::string{trends_.ids[oldest]});
}

/// Rows of two kinds may have one id; one that does not say its kind is gone whatever it was.
void BoardMirror::remove(const Row& row)
{
    const bool any = std::holds_alternative<std::monostate>(row.content);
    if (any || std::holds_alternative<Location>(row.content)) locations_.remove(row.id);
    if (any || std::holds_alternative<Queue>(row.content)) queues_.remove(row.id);
    if (any || std::holds_alternative<Source>(row.content)) sources_.remove(row.id);
    if (any || std::holds_alternative<Day>(row.content)) days_.remove(row.id);
    if (any || std::holds_alternative<Trend>(row.content)) trends_.remove(row.id);
    if (any || std::holds_alternative<AlarmAct>(row.content)) alarm_acts_.remove(row.id);
}

void BoardMirror::apply(const Row& row)
{
    if (row.removed) return remove(row);
    if (size() >= rows_max) {
        within_bounds_ = false;
        return;
    }
    if (const auto* location = std::get_if<Location>(&row.content))
        locations_.put(row.id, *location);
    if (const auto* queue = std::get_if<Queue>(&row.content)) queues_.put(row.id, *queue);
    if (const auto* source = std::get_if<Source>(&row.content)) sources_.put(row.id, *source);
    if (const auto* day = std::get_if<Day>(&row.content)) days_.put(row.id, *day);
    if (const auto* trend = std::get_if<Trend>(&row.content)) put(row.id, *trend);
    if (const auto* act = std::get_if<AlarmAct>(&row.content)) alarm_acts_.put(row.id, *act);
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
    locations_ = {};
    queues_ = {};
    sources_ = {};
    days_ = {};
    trends_ = {};
    alarm_acts_ = {};
    within_bounds_ = true;
    for (const Row& row : image.rows) apply(row);
    state_.revision = image.revision;
    state_.as_of = std::max(state_.as_of, image.now);
    has_image_ = true;
    needs_snapshot_ = false;
    const auto waiting = std::exchange(waiting_, {});
    for (const RowChanges& changes : waiting) take(changes);
}

Snapshot BoardMirror::snapshot() const
{
    Snapshot snapshot = state_;
    snapshot.complete = has_image_;
    snapshot.locations = locations_.contents;
    snapshot.queues = queues_.contents;
    snapshot.sources = sources_.contents;
    snapshot.days = days_.contents;
    snapshot.trends = trends_.contents;
    snapshot.alarm_acts = alarm_acts_.contents;
    link(snapshot);
    return snapshot;
}

}  // namespace wallboard
