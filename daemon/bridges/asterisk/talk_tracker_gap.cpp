// What becomes of talks when the telephone system could not be seen for a while.

#include <algorithm>
#include <vector>

#include "daemon/bridges/asterisk/talk_tracker.hpp"

namespace callwatch::asterisk {

void TalkTracker::clear_all(Instant at)
{
    std::vector<std::string> all;
    talks_.for_each([&](const std::string& call, const Talk&) { all.push_back(call); });
    for (const auto& call : all) reconcile(call, at, "FullyBooted");
    ringing_.clear();
    asked_.clear();
}

void TalkTracker::vanish(std::string_view uniqueid, Instant seen_until)
{
    ringing_.end(uniqueid);
    asked_.end(uniqueid);
    std::vector<std::string> over;
    talks_.for_each([&](const std::string& call, Talk& talk) {
        if (talk.consulted && talk.consulted->leg == uniqueid) talk.consulted.reset();
        if (call == uniqueid || talk.party.leg == uniqueid) over.push_back(call);
    });
    for (const auto& call : over) reconcile(call, seen_until, "CoreShowChannels");
}

void TalkTracker::find(const std::string& call, const std::string& queue,
                       std::string_view extension, const std::string& leg, Instant at)
{
    const Talk* talk = talks_.find(call);
    const bool is_known =
        talk != nullptr && (talk->party.leg == leg || talk->party.agent == extension);
    if (is_known || (talk != nullptr && talk->consulted && talk->consulted->leg == leg)) return;
    const auto before = pbx_.out->size();
    establish({at, "CoreShowChannels"}, call, queue, Party{std::string{extension}, leg, at, 0}, 0);
    for (auto i = before; i < pbx_.out->size(); ++i)
        (*pbx_.out)[i].set_origin(v1::ORIGIN_RECONCILE);
}

/// How it ended nobody saw; it counts until it was last seen.
void TalkTracker::reconcile(const std::string& call, Instant at, std::string_view native_type)
{
    const Talk* talk = talks_.find(call);
    if (talk == nullptr) return;
    if (talk->completed)
        return clear(call, *talk->completed, talk->completed_by, "AgentComplete", "");
    clear(call, std::max(at, talk->party.since), v1::CallCleared::ENDED_BY_UNSPECIFIED, native_type,
          "not seen");
    pbx_.out->back().set_origin(v1::ORIGIN_RECONCILE);
}

}  // namespace callwatch::asterisk
