#include "wallboard/model/desk/alarms_shown.hpp"

#include <algorithm>

#include "wallboard/model/levels.hpp"

namespace wallboard::desk {
namespace {

std::string id_of(const Alarm& alarm) { return alarm.subject.substr(alarm.subject.find('/') + 1); }

bool is_shown(const State& state, const Knowledge& known, const Alarm& alarm)
{
    if (alarm.level != Level::red || explained_by(alarm) != state.page) return false;
    if (state.location.empty()) return true;
    const Queue* queue = queue_of(alarm, known.board);
    return (queue == nullptr ? id_of(alarm) : queue->location_id) == state.location;
}

template <class Test>
const Alarm* newest(const State& state, const Knowledge& known, Test test)
{
    const Alarm* found = nullptr;
    if (known.alarms == nullptr) return found;
    for (const Alarm& alarm : known.alarms->active)
        if (is_shown(state, known, alarm) && test(alarm) &&
            (found == nullptr || alarm.since > found->since))
            found = &alarm;
    return found;
}

}  // namespace

const Alarm* alarm_to_acknowledge(const State& state, const Knowledge& known)
{
    return newest(state, known, [](const Alarm& alarm) { return !alarm.is_handled(); });
}

const Alarm* alarm_shelved(const State& state, const Knowledge& known)
{
    return newest(state, known, [](const Alarm& alarm) { return said(alarm.shelved_until); });
}

std::string alarm_words(const Knowledge& known, const Alarm& alarm)
{
    if (const Queue* queue = queue_of(alarm, known.board)) return "callers wait, " + queue->name;
    const Location* place = find_location(known.board, id_of(alarm));
    const std::string name = place == nullptr ? id_of(alarm) : place->name;
    const auto is_about = [&](std::string_view kind) { return alarm.subject.rfind(kind, 0) == 0; };
    if (is_about("operators/")) return "no operator, " + name;
    if (is_about("overdue/")) return "overdue, " + name;
    if (is_about("departed/")) return "still connected, " + name;
    return "bad route, " + name;
}

void add_alarm_deeds(const State& state, const Knowledge& known, std::vector<Choice>& all)
{
    if (!state.me.supervises()) return;
    if (alarm_to_acknowledge(state, known) != nullptr) {
        all.push_back({Deed::acknowledge, U'a', "Acknowledge", true});
        all.push_back({Deed::shelve, U'l', "Shelve"});
    } else if (alarm_shelved(state, known) != nullptr) {
        all.push_back({Deed::unshelve, U'l', "Take from the shelf", true});
    }
}

}  // namespace wallboard::desk
