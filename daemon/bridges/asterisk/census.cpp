#include "daemon/bridges/asterisk/census.hpp"

#include <algorithm>
#include <array>

#include "daemon/bridges/asterisk/ami_text.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t name_bytes_max = 64;

/// Headers of the events we read, without the prefix that says whose they are.
constexpr auto known = std::to_array<std::string_view>({
    "AccountCode",
    "ActionID",
    "Application",
    "AppData",
    "ApplicationData",
    "BridgeId",
    "Duration",
    "CallerIDName",
    "CallerIDNum",
    "CallsTaken",
    "Callback",
    "CallOperator",
    "CanMarkUrgent",
    "CanReview",
    "Cause",
    "Cause-txt",
    "ChanVariable",
    "Channel",
    "ChannelState",
    "ChannelStateDesc",
    "ConnectedLineName",
    "ConnectedLineNum",
    "Context",
    "Count",
    "DeleteMessage",
    "DestType",
    "Device",
    "DialStatus",
    "DialString",
    "Dialout",
    "Digit",
    "Direction",
    "DurationMs",
    "Email",
    "Event",
    "EventList",
    "ExitContext",
    "Exten",
    "Extension",
    "Forward",
    "FromString",
    "Fullname",
    "HoldTime",
    "Holdtime",
    "InCall",
    "Interface",
    "IsExternal",
    "Language",
    "LastCall",
    "LastPause",
    "LastReload",
    "Linkedid",
    "ListItems",
    "Location",
    "LoginTime",
    "MailCommand",
    "Mailbox",
    "Max",
    "MaxMessageCount",
    "MaxMessageLength",
    "MemberName",
    "Membership",
    "Module",
    "MusicClass",
    "Name",
    "New",
    "NewMessageCount",
    "Old",
    "OldMessageCount",
    "OriginalPosition",
    "Output",
    "Pager",
    "Paused",
    "PausedReason",
    "Penalty",
    "Position",
    "Priority",
    "Privilege",
    "Queue",
    "Reason",
    "Restart",
    "Result",
    "RingTime",
    "Ringinuse",
    "SayCID",
    "SayDurationMinimum",
    "SayEnvelope",
    "ServerEmail",
    "ServiceLevel",
    "ServicelevelPerf",
    "ServicelevelPerf2",
    "Shutdown",
    "State",
    "StateInterface",
    "Status",
    "Strategy",
    "Calls",
    "Completed",
    "Abandoned",
    "AttachMessage",
    "AttachmentFormat",
    "SystemName",
    "TalkTime",
    "TechCause",
    "TenantID",
    "TimeZone",
    "Timestamp",
    "UniqueID",
    "Uniqueid",
    "Uptime",
    "VMContext",
    "Value",
    "Variable",
    "VoiceMailbox",
    "VolumeGain",
    "Wait",
    "Waiting",
    "Weight",
    "Wrapuptime",
    "BridgeUniqueid",
    "BridgeType",
    "BridgeTechnology",
    "BridgeCreator",
    "BridgeName",
    "BridgeNumChannels",
    "BridgeVideoSourceMode",
    "Suffix",
    "Hint",
});

constexpr auto sorted_known = [] {
    auto sorted = known;
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}();

/// Longest first: "DestTransferer" before "Dest".
constexpr std::string_view prefixes[] = {
    "DestTransferer", "OrigTransferer", "SecondTransferer", "TransferTarget", "Transferer",
    "Transferee",     "LocalOne",       "LocalTwo",         "Orig",           "Second",
    "Dest",           "Locked",
};

bool is_known(std::string_view name)
{
    const auto listed = [](std::string_view base) {
        return std::binary_search(sorted_known.begin(), sorted_known.end(), base);
    };
    if (listed(name) || name.substr(0, 13) == "ChanVariable(") return true;
    for (const auto prefix : prefixes)
        if (name.size() > prefix.size() && name.substr(0, prefix.size()) == prefix &&
            listed(name.substr(prefix.size())))
            return true;
    return false;
}

void count(Census::Tally& tally, std::string_view name)
{
    const auto found = tally.find(name);
    if (found != tally.end())
        ++found->second;
    else if (tally.size() < Census::names_max)
        tally.emplace(name, 1);
    else
        ++tally["(more)"];
}

bool same_names(const std::vector<std::string>& names, const std::vector<AmiHeader>& headers)
{
    return std::equal(
        names.begin(), names.end(), headers.begin(), headers.end(),
        [](const std::string& name, const AmiHeader& header) { return name == header.key; });
}

}  // namespace

void Census::look_at(const AmiEvent& event)
{
    ++messages_;
    if (event.kind == Kind::ignored || event.kind == Kind::response) return;
    if (event.kind == Kind::unknown)
        return count(unknown_events_, clean(event.name, name_bytes_max));
    look_at_headers(event);
}

void Census::look_at_headers(const AmiEvent& event)
{
    const auto& headers = event.message.headers;
    auto& last = all_known_[event.kind];
    if (same_names(last, headers)) return;
    bool all = true;
    for (const auto& header : headers) {
        if (is_known(header.key)) continue;
        all = false;
        count(unknown_headers_, clean(header.key, name_bytes_max));
    }
    last.clear();
    if (!all) return;
    for (const auto& header : headers) last.emplace_back(header.key);
}

void Census::unreadable(const AmiEvent& event, std::string_view header)
{
    std::string name{event.name};
    name += '.';
    name += header;
    count(unreadable_headers_, clean(name, name_bytes_max));
}

void Census::left_out(std::string_view what) { count(left_out_, what); }

}  // namespace callwatch::asterisk
