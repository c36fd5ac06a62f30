#include "daemon/bridges/asterisk/member_tracker.hpp"

#include <algorithm>
#include <charconv>

#include "daemon/bridges/asterisk/ami_text.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t reason_bytes_max = 128;
constexpr std::size_t devices_max = 20'000;

}  // namespace

v1::AgentNotReady::ReasonClass reason_class(std::string_view reason)
{
    using NotReady = v1::AgentNotReady;
    struct Word {
        std::string_view word;
        NotReady::ReasonClass means;
    };
    // The most telling word first: a "lunch break" is lunch, a "training meeting" is training.
    static constexpr Word words[] = {
        {"auto-pause", NotReady::SYSTEM}, {"autopause", NotReady::SYSTEM},
        {"lunch", NotReady::LUNCH},       {"dinner", NotReady::LUNCH},
        {"training", NotReady::TRAINING}, {"coaching", NotReady::COACHING},
        {"meeting", NotReady::MEETING},   {"wellbeing", NotReady::WELLBEING},
        {"break", NotReady::BREAK},       {"coffee", NotReady::BREAK},
        {"tea", NotReady::BREAK},         {"admin", NotReady::ADMIN},
        {"wrap", NotReady::ADMIN},        {"notes", NotReady::ADMIN},
        {"paperwork", NotReady::ADMIN},
    };
    if (reason.empty()) return NotReady::REASON_CLASS_UNSPECIFIED;
    std::string text{reason};
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (const auto& [word, means] : words)
        if (text.find(word) != std::string::npos) return means;
    return NotReady::OTHER;
}

std::string MemberTracker::agent(const AmiEvent& event)
{
    const std::string_view extension = pbx_.names.staff_extension(event["Interface"]);
    if (extension.empty()) pbx_.census.unreadable(event, "Interface");
    return pbx_.scoped(extension);
}

void MemberTracker::take_added(const AmiEvent& event)
{
    const std::string agent_id = agent(event);
    if (agent_id.empty()) return;
    auto& on = *pbx_.write(event, "").mutable_agent_logged_on();
    on.set_agent_id(agent_id);
    on.set_device_id(agent_id);
    on.add_queue_ids(pbx_.scoped(event["Queue"]));
    // One who is added in a pause is not announced as paused again.
    if (event["Paused"] == "1") take_pause(event);
}

void MemberTracker::take_removed(const AmiEvent& event)
{
    const std::string agent_id = agent(event);
    if (agent_id.empty()) return;
    auto& off = *pbx_.write(event, "").mutable_agent_logged_off();
    off.set_agent_id(agent_id);
    off.set_device_id(agent_id);
    off.add_queue_ids(pbx_.scoped(event["Queue"]));
}

void MemberTracker::take_pause(const AmiEvent& event)
{
    const std::string agent_id = agent(event);
    const std::string_view paused = event["Paused"];
    if (agent_id.empty()) return;
    if (paused != "0" && paused != "1") return pbx_.census.unreadable(event, "Paused");
    if (paused == "0") {
        auto& ready = *pbx_.write(event, "").mutable_agent_ready();
        ready.set_agent_id(agent_id);
        ready.set_queue_id(pbx_.scoped(event["Queue"]));
        return;
    }
    auto& not_ready = *pbx_.write(event, "").mutable_agent_not_ready();
    not_ready.set_agent_id(agent_id);
    not_ready.set_queue_id(pbx_.scoped(event["Queue"]));
    not_ready.set_reason_code(clean(event["PausedReason"], reason_bytes_max));
    not_ready.set_reason_class(reason_class(event["PausedReason"]));
}

void MemberTracker::take_penalty(const AmiEvent& event)
{
    const std::string agent_id = agent(event);
    const std::string_view text = event["Penalty"];
    std::uint32_t penalty = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), penalty);
    if (agent_id.empty()) return;
    if (error != std::errc{} || end != text.data() + text.size())
        return pbx_.census.unreadable(event, "Penalty");
    auto& skill = *pbx_.write(event, "").mutable_agent_skill_changed();
    skill.set_agent_id(agent_id);
    skill.set_queue_id(pbx_.scoped(event["Queue"]));
    skill.set_penalty(penalty);
}

void MemberTracker::forget_devices() { reachable_.clear(); }

void MemberTracker::take_device_state(const AmiEvent& event)
{
    const std::string_view extension = pbx_.names.telephone_extension(event["Device"]);
    const std::string_view state = event["State"];
    if (extension.empty() || state == "UNKNOWN" || state == "INVALID") return;
    const bool reachable = state != "UNAVAILABLE";
    const auto known = reachable_.find(extension);
    if (known != reachable_.end() && known->second == reachable) return;
    if (known == reachable_.end() && reachable_.size() >= devices_max)
        return pbx_.census.left_out("devices: too many");
    reachable_[std::string{extension}] = reachable;
    auto& presence = *pbx_.write(event, "").mutable_device_presence();
    presence.set_device_id(pbx_.scoped(extension));
    presence.set_state(reachable ? v1::DevicePresence::REGISTERED
                                 : v1::DevicePresence::UNREACHABLE);
}

}  // namespace callwatch::asterisk
