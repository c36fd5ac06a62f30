#include "daemon/board/live_rows.hpp"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace callwatch {
namespace {

/// Where `item` stands in the list it was found in.
template <class Item>
std::size_t place_in(const std::vector<Item>& items, const Item* item)
{
    return static_cast<std::size_t>(item - items.data());
}

/// Adds the rows, and the removal of those that were shown before and are shown no longer, of the
/// kind that `set_kind` makes of an empty row.
template <class SetKind>
void add_shown(std::vector<v1::BoardRow> made, std::set<std::string>& before, SetKind set_kind,
               std::vector<v1::BoardRow>& rows)
{
    std::set<std::string> shown;
    for (const auto& row : made) shown.insert(row.id());
    for (const auto& id : before) {
        if (shown.contains(id)) continue;
        auto& gone = rows.emplace_back();
        gone.set_id(id);
        set_kind(gone);
        gone.set_removed(true);
    }
    std::move(made.begin(), made.end(), std::back_inserter(rows));
    before = std::move(shown);
}

}  // namespace

void LiveRows::Marks::mark(std::size_t place)
{
    if (std::exchange(is_marked_[place], 1) == 0) places_.push_back(place);
}

void LiveRows::Marks::mark_all()
{
    for (std::size_t place = 0; place < is_marked_.size(); ++place) mark(place);
}

template <class Visit>
void LiveRows::Marks::take(Visit visit)
{
    for (const auto place : std::exchange(places_, {})) {
        is_marked_[place] = 0;
        visit(place);
    }
}

LiveRows::LiveRows(const Engine& engine)
    : engine_{engine},
      operators_{engine.directory(), engine.board()},
      standings_{engine},
      locations_{engine.directory().organisation().locations.size()},
      queues_{engine.directory().organisation().queues.size()},
      sources_{engine.directory().organisation().sources.size()},
      trends_{engine.directory().organisation().locations.size()},
      reached_(engine.directory().organisation().sources.size())
{
    for (const auto& [location, days] : engine.board().days().all()) days_.insert(location);
    const auto& organisation = engine.directory().organisation();
    for (const auto& source : organisation.sources) {
        const std::set<LocationId> served{source.locations.begin(), source.locations.end()};
        auto& places = served_.emplace_back();
        for (std::size_t i = 0; i < organisation.locations.size(); ++i)
            if (served.contains(organisation.locations[i].id)) places.locations.push_back(i);
        for (std::size_t i = 0; i < organisation.queues.size(); ++i)
            if (served.contains(organisation.queues[i].location)) places.queues.push_back(i);
    }
}

void LiveRows::note(const DatedFact& dated)
{
    // A doubt began or ended; an event that came may end one too.
    const auto doubts = engine_.board().sources().changes();
    if (std::exchange(doubts_seen_, doubts) != doubts)
        for (const auto& source : engine_.directory().organisation().sources)
            touch_source(source.id);
    if (standings_.note(dated.fact)) locations_.mark_all();
    std::visit([this](const auto& fact) { touch(fact); }, dated.fact.any());
}

/// By the names of its members, so that a new kind of fact is shown without a word here.
template <class FactType>
void LiveRows::touch(const FactType& fact)
{
    // Every event is one; its source's row follows some times a second.
    if constexpr (is_one_of<FactType, EventAccepted, EventRefused>) return;
    if constexpr (std::is_same_v<FactType, AlarmActed>) {
        has_alarm_acts_ = true;  // No other row says anything of it.
        return;
    }
    if constexpr (requires { fact.queue; }) touch_queue(fact.queue);
    if constexpr (is_one_of<FactType, QueueCallJoined, QueueCallLeft>) touch_trend(fact.location);
    // A location's row says nothing of the callers in its queues.
    if constexpr (is_one_of<FactType, QueueCallJoined, QueueCallLeft>) return;
    if constexpr (requires {
                      fact.queue;
                      fact.device;
                  })
        operators_.note(fact.queue, fact.device);
    // Whether a location's operators are known depends on whether its queues are.
    if constexpr (std::is_same_v<FactType, QueueListed>)
        if (const auto* queue = engine_.directory().queue(fact.queue))
            touch_location(queue->location);
    if constexpr (requires { fact.device; })
        for (const auto& location : operators_.locations_of(fact.device)) touch_location(location);
    if constexpr (requires { fact.location; }) touch_location(fact.location);
    if constexpr (is_one_of<FactType, DisconnectionRequested, DisconnectionConfirmed,
                            MailboxHandedOver, MailboxObserved>)
        if (const auto* mailbox = engine_.directory().mailbox(fact.mailbox))
            touch_location(mailbox->location);
    if constexpr (std::is_same_v<FactType, AbsenceEnded>)
        if (const auto* person = engine_.directory().person(fact.person))
            touch_location(person->location);
    if constexpr (requires { fact.source; }) touch_source(fact.source);
    if constexpr (is_one_of<FactType, DayChecked, DaySigned, CheckMissed, DayAmended>)
        days_.insert(fact.location);
    if constexpr (requires { fact.message; })
        if (const auto* message = engine_.board().messages().find(fact.message)) {
            touch_location(message->left.location);
            touch_trend(message->left.location);
        }
}

void LiveRows::touch_location(const LocationId& id)
{
    const auto& all = engine_.directory().organisation().locations;
    if (const auto* location = engine_.directory().location(id))
        locations_.mark(place_in(all, location));
}

void LiveRows::touch_trend(const LocationId& id)
{
    const auto& all = engine_.directory().organisation().locations;
    if (const auto* location = engine_.directory().location(id))
        trends_.mark(place_in(all, location));
}

void LiveRows::touch_queue(const QueueId& id)
{
    const auto& all = engine_.directory().organisation().queues;
    if (const auto* queue = engine_.directory().queue(id)) queues_.mark(place_in(all, queue));
}

/// What is known of its locations and their queues depends on it.
void LiveRows::touch_source(const SourceId& id)
{
    const auto& all = engine_.directory().organisation().sources;
    for (std::size_t place = 0; place < all.size(); ++place) {
        if (all[place].id != id) continue;
        sources_.mark(place);
        for (const auto location : served_[place].locations) {
            locations_.mark(location);
            trends_.mark(location);
        }
        for (const auto queue : served_[place].queues) queues_.mark(queue);
    }
}

bool LiveRows::is_due(Instant now, std::chrono::microseconds uptime) const
{
    return !locations_.empty() || !queues_.empty() || !sources_.empty() || !days_.empty() ||
           has_alarm_acts_ || is_round_due(now, uptime);
}

bool LiveRows::is_round_due(Instant now, std::chrono::microseconds uptime) const
{
    return uptime >= rested_at_ && (now >= next_second_ || uptime >= next_sources_);
}

void LiveRows::begin_round(Instant now, std::chrono::microseconds uptime)
{
    if (now >= next_minute_) {
        queues_.mark_all();
        trends_.mark_all();
        next_minute_ = std::chrono::floor<std::chrono::minutes>(now) + std::chrono::minutes{1};
    }
    if (now >= next_second_) locations_.mark_all();
    touch_moved_watermarks(now);
    sources_.mark_all();
    next_second_ = std::chrono::floor<std::chrono::seconds>(now) + std::chrono::seconds{1};
    next_sources_ = uptime + sources_every;
}

/// How far a location is known follows those of its sources, and is never later than now.
void LiveRows::touch_moved_watermarks(Instant now)
{
    const auto& sources = engine_.directory().organisation().sources;
    for (std::size_t place = 0; place < sources.size(); ++place) {
        const auto watermark = engine_.watch().watermark(sources[place].id);
        const auto reached = std::min(watermark.value_or(Instant{}), now);
        if (std::exchange(reached_[place], reached) == reached) continue;
        for (const auto location : served_[place].locations) locations_.mark(location);
    }
}

void LiveRows::touch_changed_health(const BoardView& view)
{
    for (const auto& [source, health] : view.sources) {
        const auto [known, is_new] = health_.try_emplace(source, health.state);
        if (!is_new && known->second == health.state) continue;
        known->second = health.state;
        touch_source(source);
    }
}

std::vector<v1::BoardRow> LiveRows::take(const BoardView& view, std::chrono::microseconds uptime)
{
    const bool is_round = is_round_due(view.now, uptime);
    if (is_round) begin_round(view.now, uptime);
    touch_changed_health(view);
    const auto& organisation = view.directory().organisation();
    std::vector<v1::BoardRow> rows;
    locations_.take([&](auto place) {
        rows.push_back(
            location_row(view, organisation.locations[place], standings_.of(view, place)));
    });
    queues_.take([&](auto place) { rows.push_back(queue_row(view, organisation.queues[place])); });
    sources_.take(
        [&](auto place) { rows.push_back(source_row(view, organisation.sources[place])); });
    for (const auto& location : std::exchange(days_, {}))
        add_shown(
            day_rows(view, location), days_shown_[location],
            [](v1::BoardRow& row) { row.mutable_day(); }, rows);
    if (is_round)
        trends_.take([&](auto place) {
            const auto& location = organisation.locations[place].id;
            add_shown(
                trend_rows(view, location), trends_shown_[location],
                [](v1::BoardRow& row) { row.mutable_trend(); }, rows);
        });
    // They are forgotten as time passes.
    if (std::exchange(has_alarm_acts_, false) || is_round)
        add_shown(
            alarm_rows(view), alarms_shown_, [](v1::BoardRow& row) { row.mutable_alarm(); }, rows);
    if (is_round && view.collector != nullptr) rows.push_back(collector_row(view, *view.collector));
    return rows;
}

}  // namespace callwatch
