#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "daemon/bridges/asterisk/listed_channel.hpp"
#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

/// A list of channels that may be believed, by Uniqueid.
using ChannelList = std::map<std::string, ListedChannel, std::less<>>;

/// Replies to CoreShowChannels, collected until they are complete. A list and live events come on
/// one connection, but Asterisk writes a list before the events that wait: what it shows is
/// believed only a second later, without the channels that have hung up since the list began.
class ChannelLists {
public:
    explicit ChannelLists(Pbx& pbx) : pbx_{pbx} {}

    void take_item(const AmiEvent& event);
    void take_complete(const AmiEvent& event);
    void take_hangup(const AmiEvent& event);
    /// A connection has ended: what was half said is forgotten.
    void forget() { open_ = {}; }

    /// A list whose second is over at `now`; each is given once. `began`: channels born later are
    /// not in it.
    struct Due {
        ChannelList channels;
        Instant began;
    };
    std::optional<Due> due(Instant now);
    /// A list is complete and waits for its second.
    bool waiting() const { return open_.due_at.has_value(); }

private:
    struct Open {
        std::string action_id;  ///< Of the reply that is arriving.
        ChannelList channels;
        std::set<std::string, std::less<>> hung_up;
        std::optional<Instant> began;
        std::optional<Instant> due_at;
    };

    Pbx& pbx_;
    Open open_;
};

}  // namespace callwatch::asterisk
