#pragma once

#include <string>
#include <string_view>

#include "daemon/model/types.hpp"

namespace callwatch::asterisk {

/// A channel as CoreShowChannels lists it.
struct ListedChannel {
    std::string uniqueid;
    std::string linkedid;
    std::string name;
    std::string caller_number;
    std::string caller_name;  ///< As sent: escaped.
    std::string exten;        ///< Where it is in the dial plan now, not what was dialled first.
    std::string application;
    std::string app_data;
    Instant began;         ///< To the second.
    bool is_down = false;  ///< ChannelState 0: the far end of a call that is being made.
    bool is_up = false;    ///< ChannelState 6.
    bool is_bridged = false;
};

/// "0217000005" of Dial(PJSIP/0217000005@trunk,30), Dial(SIP/trunk/0217000005): the first
/// destination that the channel's Dial rings. Empty if it is in no Dial.
std::string_view dialled_number(const ListedChannel& channel);

}  // namespace callwatch::asterisk
