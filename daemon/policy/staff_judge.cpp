#include "daemon/policy/staff_judge.hpp"

#include <algorithm>

#include "daemon/policy/absence_cover.hpp"
#include "daemon/policy/departed_mailbox.hpp"

namespace callwatch {

void StaffJudge::judge(const Known& known, bool news, Facts& out)
{
    if (!news && known.now < next_) return;
    const auto decided = out.size();
    judge_departures(known, out);
    judge_cover(known, out);
    // What was decided is not applied yet: look again in the next step.
    next_ = out.size() > decided ? known.now : std::min(next_departure(known), next_cover(known));
}

}  // namespace callwatch
