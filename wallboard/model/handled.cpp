#include "wallboard/model/handled.hpp"

#include <algorithm>

#include "wallboard/model/frame_view.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {

void tell_handled(const Alarms& alarms, std::string_view kind, const Snapshot& snapshot,
                  const Moment& moment, Hero& hero)
{
    Instant seen = not_said;
    Instant shelved = Instant::max();
    bool any = false;
    bool any_new = false;
    for (const Alarm& alarm : alarms.active) {
        if (alarm.level != Level::red || alarm.subject.rfind(kind, 0) != 0) continue;
        any = true;
        any_new = any_new || !alarm.is_handled();
        hero.outlined = hero.outlined || is_outlined(alarm, snapshot, moment);
        seen = std::max(seen, alarm.seen_at);
        shelved = std::min(shelved, alarm.shelved_until);  // not_said: less than any time.
    }
    if (!any || any_new) return;
    const Location* home = home_of(snapshot);
    const auto offset = home == nullptr ? std::chrono::seconds{0} : home->utc_offset;
    if (said(shelved)) {
        hero.standing = Standing::normal;
        hero.aside = "shelved until " + when_text(shelved, moment.figures, offset);
    } else if (!hero.figures.empty()) {
        hero.figures.front().context = "seen " + when_text(seen, moment.figures, offset);
    }
}

}  // namespace wallboard
