#include "wallboard/model/selection.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

#include "wallboard/model/links.hpp"

namespace wallboard {

Snapshot select_locations(const Snapshot& all, const std::vector<std::string>& location_ids)
{
    if (location_ids.empty()) return all;
    std::map<std::string_view, std::size_t> places;
    for (const std::string& id : location_ids) places.emplace(id, places.size());
    const auto wanted = [&](const std::string& id) { return places.contains(id); };
    const auto copy = [](const auto& from, auto& to, auto is_wanted) {
        std::copy_if(from.begin(), from.end(), std::back_inserter(to), is_wanted);
    };

    Snapshot own;
    static_cast<BoardHead&>(own) = all;
    own.alarm_acts = all.alarm_acts;
    copy(all.locations, own.locations, [&](const Location& one) { return wanted(one.id); });
    copy(all.queues, own.queues, [&](const Queue& one) { return wanted(one.location_id); });
    copy(all.days, own.days, [&](const Day& one) { return wanted(one.location_id); });
    copy(all.trends, own.trends, [&](const Trend& one) { return wanted(one.location_id); });
    copy(all.sources, own.sources, [&](const Source& one) {
        return one.location_ids.empty() ||
               std::any_of(one.location_ids.begin(), one.location_ids.end(), wanted);
    });
    std::stable_sort(
        own.locations.begin(), own.locations.end(),
        [&](const Location& a, const Location& b) { return places.at(a.id) < places.at(b.id); });
    std::stable_sort(own.queues.begin(), own.queues.end(), [&](const Queue& a, const Queue& b) {
        return places.at(a.location_id) < places.at(b.location_id);
    });
    if (all.links.made) link(own);
    return own;
}

void OwnBoard::take(std::shared_ptr<const Snapshot> received, const Selection& selection)
{
    if (received == received_ && selection == selection_) return;
    received_ = std::move(received);
    selection_ = selection;
    if (selection == Selection{}) {
        own_ = received_;
        return;
    }
    Snapshot own = select_locations(*received_, selection.locations);
    own.clock_location = selection.clock;
    own_ = std::make_shared<const Snapshot>(std::move(own));
}

}  // namespace wallboard
