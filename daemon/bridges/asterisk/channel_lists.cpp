#include "daemon/bridges/asterisk/channel_lists.hpp"

#include <algorithm>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t channels_max = 20'000;
/// Events that were waiting when the list was written come within milliseconds of it.
constexpr Micros believed_after = std::chrono::seconds{1};
constexpr std::size_t text_bytes_max = 128;
constexpr std::size_t app_data_bytes_max = 1024;

}  // namespace

std::string_view dialled_number(const ListedChannel& channel)
{
    if (channel.application != "Dial") return {};
    std::string_view first = channel.app_data;
    first = first.substr(0, first.find_first_of(",&"));
    first = first.substr(0, first.find('@'));
    first.remove_prefix(std::min(first.rfind('/') + 1, first.size()));
    return first;
}

void ChannelLists::take_item(const AmiEvent& event)
{
    if (event["ActionID"].empty() || event.uniqueid.empty())
        return pbx_.census.unreadable(event, "Uniqueid");
    if (open_.due_at || open_.action_id != event["ActionID"]) {
        open_ = {};
        open_.action_id = event["ActionID"];
        open_.began = event.at;
    }
    if (open_.channels.size() >= channels_max)
        return pbx_.census.left_out("channel list: too many channels");
    ListedChannel channel;
    channel.uniqueid = event.uniqueid;
    channel.linkedid = event["Linkedid"].empty() ? event.uniqueid : event["Linkedid"];
    channel.name = clean(event.channel, text_bytes_max);
    channel.caller_number = event["CallerIDNum"];
    channel.caller_name = event["CallerIDName"];
    channel.exten = clean(event["Exten"], text_bytes_max);
    channel.application = event["Application"];
    channel.app_data = event["ApplicationData"].substr(0, app_data_bytes_max);
    channel.began = event.at - parse_duration(event["Duration"]).value_or(Micros{0});
    channel.is_down = event["ChannelState"] == "0";
    channel.is_up = event["ChannelState"] == "6";
    channel.is_bridged = !event["BridgeId"].empty();
    open_.channels[channel.uniqueid] = std::move(channel);
}

void ChannelLists::take_complete(const AmiEvent& event)
{
    if (open_.action_id != event["ActionID"] || open_.due_at) {
        open_ = {};  // An empty list has no items.
        open_.action_id = event["ActionID"];
    }
    if (!open_.began) open_.began = event.at;
    open_.due_at = event.at + believed_after;
}

void ChannelLists::take_hangup(const AmiEvent& event)
{
    if (open_.began) open_.hung_up.emplace(event.uniqueid);
}

std::optional<ChannelLists::Due> ChannelLists::due(Instant now)
{
    if (!open_.due_at || now < *open_.due_at) return std::nullopt;
    Due due{std::move(open_.channels), *open_.began};
    for (const auto& uniqueid : open_.hung_up) due.channels.erase(uniqueid);
    open_ = {};
    return due;
}

}  // namespace callwatch::asterisk
