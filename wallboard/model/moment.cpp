#include "wallboard/model/moment.hpp"

#include <algorithm>

namespace wallboard {

Moment moment_of(const Snapshot& snapshot, Micros age, Micros running, Hearing hearing)
{
    age = std::max(age, Micros{0});
    Moment moment;
    moment.age = age;
    moment.running = running;
    moment.hearing = hearing;
    moment.stale = !snapshot.complete || age > stale_after;
    moment.clock = snapshot.as_of + Micros{age.count() / 1000 * snapshot.rate_milli};
    moment.figures = moment.stale ? snapshot.as_of : moment.clock;
    return moment;
}

}  // namespace wallboard
