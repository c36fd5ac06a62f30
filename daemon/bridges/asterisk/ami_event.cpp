#include "daemon/bridges/asterisk/ami_event.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

using Named = std::pair<std::string_view, Kind>;

/// Ignored ones were all seen in recordings, or are in the manual of Asterisk 22.
constexpr auto names = std::to_array<Named>({
    {"AgentCalled", Kind::agent_called},
    {"AgentComplete", Kind::agent_complete},
    {"AgentConnect", Kind::agent_connect},
    {"AgentDump", Kind::ignored},
    {"AgentRingNoAnswer", Kind::agent_ring_no_answer},
    {"AttendedTransfer", Kind::attended_transfer},
    {"BlindTransfer", Kind::blind_transfer},
    {"BridgeCreate", Kind::ignored},
    {"BridgeDestroy", Kind::ignored},
    {"BridgeEnter", Kind::ignored},
    {"BridgeLeave", Kind::ignored},
    {"BridgeListComplete", Kind::ignored},
    {"BridgeListItem", Kind::ignored},
    {"BridgeMerge", Kind::ignored},
    {"CEL", Kind::ignored},
    {"Cdr", Kind::ignored},
    {"ChallengeSent", Kind::ignored},
    {"ChannelTalkingStart", Kind::ignored},
    {"ChannelTalkingStop", Kind::ignored},
    {"ContactStatus", Kind::ignored},
    {"CoreShowChannel", Kind::core_show_channel},
    {"CoreShowChannelsComplete", Kind::core_show_channels_complete},
    {"DTMFBegin", Kind::ignored},
    {"DTMFEnd", Kind::dtmf_end},
    {"DeviceStateChange", Kind::device_state_change},
    {"DeviceStateListComplete", Kind::ignored},
    {"DialBegin", Kind::dial_begin},
    {"DialEnd", Kind::dial_end},
    {"DialState", Kind::ignored},
    {"ExtensionStateListComplete", Kind::ignored},
    {"ExtensionStatus", Kind::ignored},
    {"FullyBooted", Kind::fully_booted},
    {"Hangup", Kind::hangup},
    {"HangupRequest", Kind::hangup_request},
    {"Hold", Kind::hold},
    {"InvalidAccountID", Kind::ignored},
    {"InvalidPassword", Kind::ignored},
    {"Load", Kind::ignored},
    {"LocalBridge", Kind::ignored},
    {"LocalOptimizationBegin", Kind::ignored},
    {"LocalOptimizationEnd", Kind::ignored},
    {"MessageWaiting", Kind::message_waiting},
    {"MusicOnHoldStart", Kind::ignored},
    {"MusicOnHoldStop", Kind::ignored},
    {"NewAccountCode", Kind::ignored},
    {"NewCallerid", Kind::ignored},
    {"NewConnectedLine", Kind::ignored},
    {"Newchannel", Kind::newchannel},
    {"Newexten", Kind::newexten},
    {"Newstate", Kind::ignored},
    {"OriginateResponse", Kind::ignored},
    {"ParkedCall", Kind::ignored},
    {"PeerStatus", Kind::ignored},
    {"Pickup", Kind::ignored},
    {"QueueCallerAbandon", Kind::queue_caller_abandon},
    {"QueueCallerJoin", Kind::queue_caller_join},
    {"QueueCallerLeave", Kind::queue_caller_leave},
    {"QueueEntry", Kind::queue_entry},
    {"QueueMember", Kind::queue_member},
    {"QueueMemberAdded", Kind::queue_member_added},
    {"QueueMemberPause", Kind::queue_member_pause},
    {"QueueMemberPenalty", Kind::queue_member_penalty},
    {"QueueMemberRemoved", Kind::queue_member_removed},
    {"QueueMemberRinginuse", Kind::ignored},
    {"QueueMemberStatus", Kind::ignored},
    {"QueueParams", Kind::queue_params},
    {"QueueStatusComplete", Kind::queue_status_complete},
    {"QueueSummary", Kind::ignored},
    {"QueueSummaryComplete", Kind::ignored},
    {"RTCPReceived", Kind::ignored},
    {"RTCPSent", Kind::ignored},
    {"Registry", Kind::ignored},
    {"Reload", Kind::reload},
    {"Rename", Kind::ignored},
    {"RequestBadFormat", Kind::ignored},
    {"Shutdown", Kind::shutdown},
    {"SoftHangupRequest", Kind::ignored},
    {"SuccessfulAuth", Kind::ignored},
    {"Unhold", Kind::unhold},
    {"UnParkedCall", Kind::ignored},
    {"Unload", Kind::ignored},
    {"UserEvent", Kind::ignored},
    {"VarSet", Kind::var_set},
    {"VoicemailBoxDetail", Kind::ignored},
    {"VoicemailBoxDetailComplete", Kind::ignored},
    {"VoicemailUserDetail", Kind::ignored},
    {"VoicemailUserDetailComplete", Kind::ignored},
    {"VoicemailUserEntry", Kind::voicemail_user_entry},
    {"VoicemailUserEntryComplete", Kind::voicemail_user_entry_complete},
});

constexpr bool by_name(const Named& one, const Named& other) { return one.first < other.first; }

constexpr auto sorted_names = [] {
    auto sorted = names;
    std::sort(sorted.begin(), sorted.end(), by_name);
    return sorted;
}();

}  // namespace

Kind kind_of(std::string_view event_name)
{
    const auto found = std::lower_bound(sorted_names.begin(), sorted_names.end(),
                                        Named{event_name, Kind::unknown}, by_name);
    return found != sorted_names.end() && found->first == event_name ? found->second
                                                                     : Kind::unknown;
}

AmiEvent make_event(const AmiMessage& message, Instant arrived, Micros offset)
{
    const std::string_view name = message["Event"];
    const Kind kind = name.empty() && message.has("Response") ? Kind::response : kind_of(name);
    const auto stamp = parse_epoch(message["Timestamp"]);
    const bool is_read = kind != Kind::ignored && kind != Kind::unknown;
    return {message,
            kind,
            name,
            stamp ? *stamp + offset : arrived,
            is_read ? message["Uniqueid"] : std::string_view{},
            is_read ? message["Channel"] : std::string_view{}};
}

}  // namespace callwatch::asterisk
