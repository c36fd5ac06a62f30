#include "daemon/bridges/asterisk/call_tracker.hpp"

#include "daemon/bridges/asterisk/ami_text.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t name_bytes_max = 128;       // VoicemailLeft.caller_name in the contract.
constexpr std::size_t app_data_bytes_max = 1024;  // Of a dial plan line; more is not looked at.

/// ChannelState of a channel that nobody calls from: the far end of a call that is being made.
constexpr std::string_view state_down = "0";

}  // namespace

void CallTracker::take_newchannel(const AmiEvent& event)
{
    if (event.uniqueid.empty()) return pbx_.census.unreadable(event, "Uniqueid");
    const std::string_view linkedid = event["Linkedid"];
    // A list has shown it before its own event came: nothing about it is new.
    if (pbx_.channels.is_live(event.uniqueid)) return;
    Channel channel;
    channel.since = event.at;
    channel.name = clean(event.channel, name_bytes_max);
    channel.call = linkedid.empty() ? event.uniqueid : linkedid;
    channel.exten = clean(event["Exten"], name_bytes_max);
    const bool begins_call = channel.call == event.uniqueid;
    pbx_.channels.add(event.uniqueid, std::move(channel));
    if (begins_call) begin_call(event);
}

void CallTracker::begin_call(const AmiEvent& event)
{
    const bool from_trunk = pbx_.names.is_trunk(event.channel);
    const bool calls_us = from_trunk && event["ChannelState"] != state_down;
    Call call;
    call.began = event.at;
    call.direction = calls_us ? v1::INBOUND : from_trunk ? v1::OUTBOUND : v1::INTERNAL;
    call.caller = pbx_.dial_plan.read(event["CallerIDNum"]);
    if (!is_unknown(event["CallerIDName"]))
        call.caller_name = clean(unescaped(event["CallerIDName"]), name_bytes_max);
    call.called = pbx_.dial_plan.read(event["Exten"]);
    const Call& kept = pbx_.calls.add(event.uniqueid, std::move(call));
    if (!calls_us) return;

    auto& arrived = *pbx_.write(event, event.uniqueid).mutable_call_arrived();
    arrived.set_call_id(pbx_.scoped(event.uniqueid));
    *arrived.mutable_caller() = kept.caller;
    *arrived.mutable_called() = kept.called;
    arrived.set_trunk(clean(DeviceNames::without_serial(event.channel), id_bytes_max));
}

bool CallTracker::take_newexten(const AmiEvent& event)
{
    Channel* channel = pbx_.channels.find(event.uniqueid);
    if (channel == nullptr) return true;
    const std::string_view application = event["Application"];
    const std::string_view app_data = event["AppData"].substr(0, app_data_bytes_max);
    if (channel->application == application && channel->app_data == app_data) return false;
    channel->application = application;
    channel->app_data = app_data;
    return true;
}

void CallTracker::take_hangup(const AmiEvent& event)
{
    pbx_.channels.end(event.uniqueid);
    pbx_.calls.end(event.uniqueid);
}

}  // namespace callwatch::asterisk
