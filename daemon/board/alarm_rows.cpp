#include "daemon/board/rows.hpp"

namespace callwatch {

std::vector<v1::BoardRow> alarm_rows(const BoardView& view)
{
    std::vector<v1::BoardRow> rows;
    for (const auto& [name, all] : view.board().alarm_acts().all()) {
        const auto alarm = all.remembered(view.now);
        if (alarm.is_empty()) continue;
        auto& row = rows.emplace_back();
        row.set_id(name);
        auto& said = *row.mutable_alarm();
        said.set_alarm(name);
        said.set_location_id(alarm.location().text.str());
        if (alarm.acknowledged) said.set_acknowledged_at_us(to_us(alarm.acknowledged->at));
        if (alarm.shelved) said.set_shelved_until_us(to_us(alarm.shelved->until));
    }
    return rows;
}

v1::AlarmsReply make_alarms(const BoardView& view,
                            const std::function<bool(const LocationId&)>& reads)
{
    v1::AlarmsReply reply;
    reply.set_now_us(to_us(view.now));
    for (const auto& [name, all] : view.board().alarm_acts().all()) {
        const auto alarm = all.remembered(view.now);
        if (alarm.is_empty() || (reads && !reads(alarm.location()))) continue;
        auto& row = *reply.add_rows();
        row.set_alarm(name);
        row.set_location_id(alarm.location().text.str());
        if (alarm.acknowledged) {
            row.set_acknowledged_by(alarm.acknowledged->by.text.str());
            row.set_acknowledged_at_us(to_us(alarm.acknowledged->at));
        }
        if (alarm.shelved) {
            row.set_shelved_by(alarm.shelved->by.text.str());
            row.set_shelved_until_us(to_us(alarm.shelved->until));
        }
    }
    return reply;
}

}  // namespace callwatch
