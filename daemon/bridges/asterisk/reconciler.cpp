#include "daemon/bridges/asterisk/reconciler.hpp"

#include <algorithm>
#include <vector>

#include "daemon/bridges/asterisk/ami_text.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t name_bytes_max = 128;

}  // namespace

void Reconciler::apply(const ChannelLists::Due& list, Instant now, Instant seen_until)
{
    std::vector<std::string> gone;
    pbx_.channels.for_each_live([&](const std::string& uniqueid, const Channel& channel) {
        if (channel.since < list.began && list.channels.count(uniqueid) == 0)
            gone.push_back(uniqueid);
    });
    for (const auto& uniqueid : gone) vanish(uniqueid, now, seen_until);

    // A call's first channel before the others: they ask who calls.
    for (const auto& [uniqueid, channel] : list.channels)
        if (channel.linkedid == uniqueid) find_channel(channel);
    for (const auto& [uniqueid, channel] : list.channels)
        if (channel.linkedid != uniqueid) find_channel(channel);
    for (const auto& [uniqueid, channel] : list.channels) {
        const auto first = list.channels.find(channel.linkedid);
        if (first == list.channels.end() || channel.linkedid == uniqueid) continue;
        const Call* call = pbx_.calls.find(channel.linkedid);
        if (call != nullptr && call->direction == v1::INTERNAL)
            trackers_.outbound.find(first->second, channel, now);
        find_talk(list.channels, channel, now);
    }
}

void Reconciler::close_all(Instant now, Instant seen_until)
{
    std::vector<std::string> all;
    pbx_.channels.for_each_live(
        [&](const std::string& uniqueid, const Channel&) { all.push_back(uniqueid); });
    for (const auto& uniqueid : all) vanish(uniqueid, now, seen_until);
    trackers_.queues.reconcile_all(now);
    trackers_.talks.clear_all(seen_until);
    trackers_.outbound.end_all(seen_until);
    trackers_.offers.forget_all();
    pbx_.channels.clear();
    pbx_.calls.clear();
}

void Reconciler::vanish(const std::string& uniqueid, Instant now, Instant seen_until)
{
    const Call* call = pbx_.calls.find(uniqueid);
    const bool was_waiting_outside =
        call != nullptr && call->direction == v1::INBOUND && !call->established;
    trackers_.queues.vanish(uniqueid, now);
    trackers_.offers.forget(uniqueid);
    trackers_.talks.vanish(uniqueid, seen_until);
    trackers_.outbound.vanish(uniqueid, seen_until);
    if (was_waiting_outside) {
        auto& event = pbx_.write(now, "CoreShowChannels", uniqueid, uniqueid);
        event.set_origin(v1::ORIGIN_RECONCILE);
        event.mutable_call_cleared()->set_call_id(pbx_.scoped(uniqueid));
        event.mutable_call_cleared()->set_cause("not seen");
    }
    pbx_.channels.end(uniqueid);
    pbx_.calls.end(uniqueid);
}

void Reconciler::find_channel(const ListedChannel& channel)
{
    if (pbx_.channels.find(channel.uniqueid) != nullptr) return;
    Channel found;
    found.name = channel.name;
    found.call = channel.linkedid;
    found.exten = channel.exten;
    found.application = channel.application;
    found.app_data = channel.app_data;
    found.since = channel.began;
    pbx_.channels.add(channel.uniqueid, std::move(found));
    if (channel.linkedid == channel.uniqueid) find_call(channel);
}

void Reconciler::find_call(const ListedChannel& channel)
{
    const bool from_trunk = pbx_.names.is_trunk(channel.name);
    const bool calls_us = from_trunk && !channel.is_down && channel.application != "AppDial";
    Call call;
    call.began = channel.began;
    call.direction = calls_us ? v1::INBOUND : from_trunk ? v1::OUTBOUND : v1::INTERNAL;
    call.caller = pbx_.dial_plan.read(channel.caller_number);
    if (!is_unknown(channel.caller_name))
        call.caller_name = clean(unescaped(channel.caller_name), name_bytes_max);
    const Call& kept = pbx_.calls.add(channel.uniqueid, std::move(call));
    if (!calls_us) return;
    // What was dialled is not known any more: the list shows where the call is now.
    auto& event = pbx_.write(channel.began, "CoreShowChannels", channel.uniqueid, channel.uniqueid);
    event.set_origin(v1::ORIGIN_RECONCILE);
    auto& arrived = *event.mutable_call_arrived();
    arrived.set_call_id(pbx_.scoped(channel.uniqueid));
    *arrived.mutable_caller() = kept.caller;
    arrived.set_trunk(clean(DeviceNames::without_serial(channel.name), id_bytes_max));
}

void Reconciler::find_talk(const ChannelList& all, const ListedChannel& channel, Instant now)
{
    const std::string_view extension = pbx_.names.telephone_extension(channel.name);
    if (extension.empty() || !channel.is_up || !channel.is_bridged) return;
    std::string queue;
    const auto first = all.find(channel.linkedid);
    if (first != all.end() && first->second.application == "Queue")
        queue = first->second.app_data.substr(0, first->second.app_data.find(','));
    trackers_.talks.find(channel.linkedid, queue, extension, channel.uniqueid, now);
}

}  // namespace callwatch::asterisk
