#pragma once

#include <cstdint>
#include <string_view>

#include "daemon/bridges/asterisk/ami_message.hpp"
#include "daemon/model/types.hpp"

namespace callwatch::asterisk {

/// What a message is about, as far as it matters here.
enum class Kind : std::uint8_t {
    unknown,   ///< An event with a name that nobody has told us of: counted.
    ignored,   ///< Known, and of no use.
    response,  ///< The answer to an action.
    agent_called,
    agent_complete,
    agent_connect,
    agent_ring_no_answer,
    attended_transfer,
    blind_transfer,
    core_show_channel,
    core_show_channels_complete,
    device_state_change,
    dial_begin,
    dial_end,
    dtmf_end,
    fully_booted,
    hangup,
    hangup_request,
    hold,
    message_waiting,
    newchannel,
    newexten,
    queue_caller_abandon,
    queue_caller_join,
    queue_caller_leave,
    queue_entry,
    queue_member,
    queue_member_added,
    queue_member_pause,
    queue_member_penalty,
    queue_member_removed,
    queue_params,
    queue_status_complete,
    reload,
    shutdown,
    unhold,
    var_set,
    voicemail_user_entry,
    voicemail_user_entry_complete,
};

/// By the name in the `Event` header.
Kind kind_of(std::string_view event_name);

/// A message with what every tracker asks of it. Views: valid as long as the message.
struct AmiEvent {
    const AmiMessage& message;
    Kind kind;
    std::string_view name;
    Instant at;                 ///< Its own Timestamp if it has one, else when it arrived.
    std::string_view uniqueid;  ///< Not looked for where nobody asks: unknown and ignored ones.
    std::string_view channel;   ///< Nor this.

    std::string_view operator[](std::string_view key) const { return message[key]; }
    /// An item of a reply, not something that has just happened: such items reuse names of live
    /// events.
    bool is_list_item() const { return message.has("ActionID") && !message.has("Privilege"); }
};

/// `arrived` and `offset` are applied as they are: an event's own time moves by the offset.
AmiEvent make_event(const AmiMessage& message, Instant arrived, Micros offset);

}  // namespace callwatch::asterisk
