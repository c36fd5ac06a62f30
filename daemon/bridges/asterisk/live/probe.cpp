#include "daemon/bridges/asterisk/live/probe.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "daemon/bridges/asterisk/ami_text.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::array<const char*, 6> asked{"CoreSettings", "ListCommands",    "CoreShowChannels",
                                           "QueueSummary", "DeviceStateList", "VoicemailUsersList"};

struct Class {
    std::string_view name;
    std::string_view brings;
};
/// Classes of events the bridge needs (manager.conf, read = ...), and for what.
constexpr std::array<Class, 5> classes_needed{{
    {"system", "restarts and reloads of Asterisk"},
    {"call", "calls, telephones and messages"},
    {"agent", "queues and their members"},
    {"dialplan", "why callers leave a queue, and who reaches a mailbox"},
    {"dtmf", "keys pressed in menus"},
}};

std::set<std::string> split(std::string_view list)
{
    std::set<std::string> out;
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        out.emplace(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    out.erase("all");
    return out;
}

Finding classes_finding(const Probe& probe)
{
    std::string heard, unheard;
    for (const auto& one : classes_needed) {
        std::string& list = probe.classes().count(std::string{one.name}) != 0 ? heard : unheard;
        list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", one.name, one.brings);
    }
    if (unheard.empty()) return {true, "events: every class that is needed was heard"};
    return {true, fmt::format("events: heard {}; not heard in these seconds {}: nothing may have "
                              "happened, but check that read = system,call,agent,dialplan,dtmf",
                              heard.empty() ? "none" : heard, unheard)};
}

Finding lists_finding(const Probe& probe, const std::string& spool_trouble, MailboxLists lists)
{
    const bool summary = probe.offered().count("VoicemailBoxSummary") != 0;
    const Finding by_summary{true, "mailboxes: listed by VoicemailBoxSummary"};
    const Finding by_spool{spool_trouble.empty(),
                           spool_trouble.empty() ? "mailboxes: listed from the voicemail directory"
                                                 : "mailboxes: " + spool_trouble};
    switch (lists) {
        case MailboxLists::none:
            return {true, "mailboxes: not listed, as configured: no day can be clear"};
        case MailboxLists::spool: return by_spool;
        case MailboxLists::summary:
            if (summary) return by_summary;
            return {false,
                    "mailboxes: VoicemailBoxSummary is not offered to this user (Asterisk "
                    "18.20, 20.5, 21 or newer; write = reporting)"};
        case MailboxLists::automatic: break;
    }
    if (summary) return by_summary;
    Finding finding = by_spool;
    finding.text += "; VoicemailBoxSummary is not offered";
    return finding;
}

}  // namespace

void Probe::begin(AmiLink& link)
{
    begun_ = true;
    for (const char* name : asked) {
        const std::string id = link.ask({name, {}}, ActionSchedule::Urgency::prompt);
        if (!id.empty()) open_.emplace(id, name);
    }
}

void Probe::take(const AmiMessage& message)
{
    const std::string_view event = message["Event"];
    has_timestamps_ = has_timestamps_ || (!event.empty() && message.has("Timestamp"));
    is_booted_ = is_booted_ || event == "FullyBooted";
    if (!event.empty() && message.has("Privilege")) classes_.merge(split(message["Privilege"]));
    const auto open = open_.find(std::string{message["ActionID"]});
    if (open == open_.end()) return;
    if (event == "QueueSummary") ++queues_;
    if (event == "VoicemailUserEntry") ++mailboxes_;
    if (event.empty()) {
        const std::string& action = open->second;
        if (message["Response"] == "Error") refused_[action] = clean(message["Message"], 128);
        if (action == "CoreSettings") version_ = clean(message["AsteriskVersion"], 64);
        if (action == "ListCommands")
            for (const auto& header : message.headers) offered_.emplace(header.key);
        if (message["EventList"] != "start") open_.erase(open);
    } else if (event.ends_with("Complete")) {
        open_.erase(open);
    }
}

std::vector<Finding> findings(const Probe& probe, const std::string& spool_trouble,
                              MailboxLists lists)
{
    std::vector<Finding> out;
    out.push_back({true, probe.version().empty() ? "version: not told (write = reporting tells it)"
                                                 : "version: Asterisk " + probe.version()});
    if (!probe.complete())
        out.push_back({false, "answers: not everything that was asked was answered in time"});
    std::string refused;
    for (const auto& [action, why] : probe.refused())
        refused += fmt::format("{}{} ({})", refused.empty() ? "" : ", ", action, why);
    out.push_back({refused.empty(),
                   refused.empty()
                       ? "actions: everything that is asked for is allowed"
                       : "actions: refused are " + refused + "; the user needs write = reporting"});
    out.push_back(classes_finding(probe));
    if (!probe.has_timestamps())
        out.push_back({true,
                       "times: events carry none, so that arrival counts; timestampevents = "
                       "yes in manager.conf is better"});
    out.push_back({true, fmt::format("queues: {}", probe.queues())});
    out.push_back({probe.mailboxes() > 0 || lists == MailboxLists::none,
                   fmt::format("mailboxes: {}", probe.mailboxes())});
    out.push_back(lists_finding(probe, spool_trouble, lists));
    return out;
}

}  // namespace callwatch::asterisk
