#include "wallboard/model/live_view.hpp"

#include "wallboard/model/live_parts.hpp"

namespace wallboard {

LiveView make_live(const Snapshot& snapshot, const Moment& moment, const Alarms& alarms,
                   const PageChoice& choice, const Layout& layout)
{
    const LiveInput in{snapshot, moment, alarms, layout};
    const LivePlaces at = place_live(layout, snapshot.queues.size(), snapshot.locations.size());
    LiveView view;
    view.layout = layout;
    view.frame = make_frame(snapshot, moment, alarms, choice);
    view.waiting = make_waiting_hero(in, at.waiting);
    view.answering = make_answering_hero(in, at.answering);
    view.queues = layout.far() ? make_marked_list(in, at.queues) : make_queue_table(in, at.queues);
    view.coverage = make_coverage(in, at.coverage);
    view.day = make_day_figures(in, at.day);
    view.unreturned = make_unreturned(in, at.unreturned);
    if (layout.upright()) view.footline = make_footline(snapshot, moment, at.footline, view.frame);
    return view;
}

}  // namespace wallboard
