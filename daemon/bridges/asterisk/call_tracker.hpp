#pragma once

#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

/// Which channels and calls there are, and calls that arrive from outside (CallArrived). Keeps
/// Pbx::channels and Pbx::calls for everybody else: it must see a Newchannel first and a Hangup
/// last.
class CallTracker {
public:
    explicit CallTracker(Pbx& pbx) : pbx_{pbx} {}

    void take_newchannel(const AmiEvent& event);
    /// True if an application begins, with the channel's record brought up to date. Asterisk also
    /// says Newexten when only the extension changes while an application runs; that is none.
    bool take_newexten(const AmiEvent& event);
    void take_hangup(const AmiEvent& event);

private:
    void begin_call(const AmiEvent& event);

    Pbx& pbx_;
};

}  // namespace callwatch::asterisk
