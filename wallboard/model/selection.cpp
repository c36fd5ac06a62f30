#include "wallboard/model/selection.hpp"

#include <algorithm>

#include "wallboard/model/links.hpp"

namespace wallboard {

Snapshot select_locations(Snapshot snapshot, const std::vector<std::string>& location_ids)
{
    if (location_ids.empty()) return snapshot;
    const auto place = [&](const std::string& id) {
        return std::find(location_ids.begin(), location_ids.end(), id);
    };
    const auto wanted = [&](const std::string& id) { return place(id) != location_ids.end(); };
    std::erase_if(snapshot.locations, [&](const Location& l) { return !wanted(l.id); });
    std::erase_if(snapshot.queues, [&](const Queue& q) { return !wanted(q.location_id); });
    std::erase_if(snapshot.days, [&](const Day& d) { return !wanted(d.location_id); });
    std::erase_if(snapshot.trends, [&](const Trend& t) { return !wanted(t.location_id); });
    std::erase_if(snapshot.sources, [&](const Source& s) {
        return !s.location_ids.empty() &&
               std::none_of(s.location_ids.begin(), s.location_ids.end(), wanted);
    });
    std::stable_sort(
        snapshot.locations.begin(), snapshot.locations.end(),
        [&](const Location& a, const Location& b) { return place(a.id) < place(b.id); });
    std::stable_sort(snapshot.queues.begin(), snapshot.queues.end(),
                     [&](const Queue& a, const Queue& b) {
                         return place(a.location_id) < place(b.location_id);
                     });
    if (snapshot.links.made) link(snapshot);
    return snapshot;
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
