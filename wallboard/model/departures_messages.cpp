#include <algorithm>

#include "wallboard/model/departures_parts.hpp"
#include "wallboard/model/hero_parts.hpp"
#include "wallboard/model/hours_words.hpp"
#include "wallboard/model/words.hpp"

namespace wallboard {
namespace {

/// "due by 17:00" of the office that closes first, while one is open.
Label due_words(const DeparturesInput& in)
{
    const Location* first = nullptr;
    const Location* any = nullptr;
    for (const Location& location : in.snapshot.locations) {
        if (location.departures.open_messages == 0 || !is_known(location, in.snapshot)) continue;
        any = &location;
        const bool will_close = location.hours == Hours::open && said(location.closes_at) &&
                                location.closes_at > in.now();
        if (will_close && (first == nullptr || location.closes_at < first->closes_at))
            first = &location;
    }
    if (first != nullptr) {
        const std::string by = "by " + hour_minute_text(first->closes_at, first->utc_offset) +
                               zone_suffix(in.snapshot, *first);
        return {"due " + by, by};
    }
    return any == nullptr ? Label{} : closed_label(in.snapshot, *any, in.now());
}

std::string promise_words(const DeparturesInput& in, bool is_brief)
{
    const Location* next = nullptr;
    for (const Location& location : in.snapshot.locations) {
        const Instant promise = location.departures.next_promise;
        if (!said(promise) || !is_known(location, in.snapshot)) continue;
        if (next == nullptr || promise < next->departures.next_promise) next = &location;
    }
    if (next == nullptr) return "no hours promised";
    const Instant promise = next->departures.next_promise;
    const char* next_words = is_brief ? "next " : "next promise ";
    return (promise < in.now() ? "promised " : next_words) +
           when_text(promise, in.now(), next->utc_offset) + zone_suffix(in.snapshot, *next);
}

}  // namespace

Hero make_departed_messages(const DeparturesInput& in, const Departed& departed, const Box& box)
{
    Hero hero = start_hero(box, "open messages in them");
    if (tell_nothing_known(departed.known, departed.unknown, hero)) return hero;
    hero.figures = {departed.open_messages == 0
                        ? hero_count(0, "nothing waits", {})
                        : hero_count(departed.open_messages, {},
                                     promise_words(in, departed.open_messages >= 100))};
    if (departed.open_messages > 0) hero.figures[0].subject = due_words(in);
    return hero;
}

}  // namespace wallboard
