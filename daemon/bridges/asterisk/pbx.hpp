#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "callwatch/v1/event.pb.h"
#include "daemon/bridges/asterisk/ami_event.hpp"
#include "daemon/bridges/asterisk/census.hpp"
#include "daemon/bridges/asterisk/device_names.hpp"
#include "daemon/bridges/asterisk/dial_plan.hpp"
#include "daemon/bridges/asterisk/recent_map.hpp"
#include "daemon/bridges/asterisk/settings.hpp"

namespace callwatch::asterisk {

using Events = std::vector<v1::Event>;

/// A channel, as long as anything may refer to it.
struct Channel {
    std::string name;  ///< "PJSIP/trunk-0000001b"
    std::string
        call;  ///< The call it was born into: the Linkedid of its Newchannel. Never changes.
    std::string exten;        ///< What it dialled first.
    std::string application;  ///< Running last, with its arguments.
    std::string app_data;
    std::uint32_t outbound_dials = 0;  ///< How many calls of staff it has made.
    Instant since;                     ///< When it began.
};

/// A call: everything that descends from one first channel, the caller's. Its id is that channel's.
struct Call {
    Instant began;
    v1::Direction direction = v1::DIRECTION_UNSPECIFIED;
    v1::PhoneNumber caller;
    std::string caller_name;
    v1::PhoneNumber called;
    std::string last_queue;      ///< Native name of the queue it was in last.
    std::string transferred_by;  ///< Extension of who transferred it last.
    bool established = false;    ///< Somebody has talked to the caller.
};

/// What the trackers of one Asterisk share: its names and numbers, the channels and calls there
/// are, and where events are written. Tables are bounded: 20 000 channels at once are beyond any
/// PBX we know of, and 4 096 ended ones are kept for voicemail files that are seen late.
struct Pbx {
    explicit Pbx(Settings settings_in, v1::Origin origin_in)
        : settings{std::move(settings_in)},
          origin{origin_in},
          dial_plan{settings.dial_plan},
          names{settings}
    {
    }
    Pbx(const Pbx&) = delete;
    Pbx& operator=(const Pbx&) = delete;

    Settings settings;
    v1::Origin origin;
    DialPlan dial_plan;
    DeviceNames names;
    Census census;
    RecentMap<Channel> channels{20'000, 4'096};
    RecentMap<Call> calls{20'000, 4'096};
    Events* out = nullptr;

    /// "pbx1/" and the telephone system's own id; at most 128 bytes. Nothing of nothing.
    std::string scoped(std::string_view native) const;
    /// The call a channel belongs to: where it was born, or what the event says of a channel that
    /// is older than our connection.
    std::string call_of(std::string_view uniqueid, std::string_view linkedid) const;
    std::string call_of(const AmiEvent& event) const
    {
        return call_of(event.uniqueid, event["Linkedid"]);
    }
    /// Id of a party that was dialled or transferred to: a telephone of staff, else the bare
    /// number.
    std::string party(std::string_view number) const;

    /// A new event with its envelope filled in.
    v1::Event& write(Instant at, std::string_view native_type, std::string_view native_ref,
                     std::string_view call);
    v1::Event& write(const AmiEvent& because, std::string_view call)
    {
        return write(because.at, because.name, because.uniqueid, call);
    }
};

}  // namespace callwatch::asterisk
