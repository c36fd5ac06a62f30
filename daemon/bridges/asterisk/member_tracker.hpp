#pragma once

#include <map>
#include <string>

#include "callwatch/v1/staff.pb.h"
#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

/// Queue members and their telephones: who is logged on, paused and why, with which penalty, and
/// whether a telephone can be reached. Not who is talking: Asterisk's member status is "busy" while
/// it rings.
class MemberTracker {
public:
    explicit MemberTracker(Pbx& pbx) : pbx_{pbx} {}

    void take_added(const AmiEvent& event);
    void take_removed(const AmiEvent& event);
    void take_pause(const AmiEvent& event);
    void take_penalty(const AmiEvent& event);
    /// Told only when it changes, the first time included.
    void take_device_state(const AmiEvent& event);
    /// Something was missed: what is heard of a telephone next is told, changed or not.
    void forget_devices();

private:
    std::string agent(const AmiEvent& event);

    Pbx& pbx_;
    std::map<std::string, bool, std::less<>>
        reachable_;  ///< By extension; bounded by the dial plan.
};

/// "Lunch break" is LUNCH, "Wrap up, notes" ADMIN; words are looked for in that order of precision.
v1::AgentNotReady::ReasonClass reason_class(std::string_view reason);

}  // namespace callwatch::asterisk
