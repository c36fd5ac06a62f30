#include "daemon/bridges/asterisk/outbound_tracker.hpp"

#include <algorithm>
#include <vector>

#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

/// The trunk channel's hang-up, with the cause, follows its DialEnd within milliseconds.
constexpr Micros held_max = std::chrono::seconds{2};

/// Q.850: normal clearing, no user responding, no answer, normal unspecified, interworking; "0" is
/// Asterisk's own when its Dial timed out. With any other cause nobody's telephone rang.
bool may_have_rung(std::string_view cause)
{
    constexpr std::string_view causes[] = {"", "0", "16", "18", "19", "31", "127"};
    return std::find(std::begin(causes), std::end(causes), cause) != std::end(causes);
}

v1::OutboundCallFailed::Result result_of(std::string_view status, std::string_view cause)
{
    if (status == "CANCEL") return v1::OutboundCallFailed::CANCELLED;
    if (status == "BUSY" || cause == "17") return v1::OutboundCallFailed::BUSY;
    if (cause == "21") return v1::OutboundCallFailed::REJECTED;
    if (status == "NOANSWER" && may_have_rung(cause)) return v1::OutboundCallFailed::NO_ANSWER;
    return v1::OutboundCallFailed::FAILED;
}

}  // namespace

void OutboundTracker::take_dial_begin(const AmiEvent& event)
{
    if (!pbx_.names.is_trunk(event["DestChannel"])) return;
    const std::string_view agent = pbx_.names.staff_extension(event.channel);
    Leg leg;
    leg.call = pbx_.call_of(event);
    const Call* call = pbx_.calls.find(leg.call);
    const bool is_forwarded = call != nullptr && call->direction == v1::INBOUND;
    if (agent.empty() || is_forwarded) return;
    if (event["DestUniqueid"].empty()) return pbx_.census.unreadable(event, "DestUniqueid");

    leg.call_id = pbx_.scoped(event.uniqueid);
    Channel* channel = pbx_.channels.find(event.uniqueid);
    if (channel != nullptr && ++channel->outbound_dials > 1)
        leg.call_id += "#" + std::to_string(channel->outbound_dials);
    leg.agent = agent;
    leg.dialled = dialled(event);
    leg.began = event.at;
    legs_.add(event["DestUniqueid"], std::move(leg));
}

v1::PhoneNumber OutboundTracker::dialled(const AmiEvent& event) const
{
    std::string_view sent = event["DialString"];
    sent = sent.substr(0, sent.find('@'));
    sent.remove_prefix(std::min(sent.rfind('/') + 1, sent.size()));
    const v1::PhoneNumber number = pbx_.dial_plan.read(sent);
    // What the person pressed is the better record, where it is the same number: "90217000001".
    const Channel* channel = pbx_.channels.find(event.uniqueid);
    if (channel == nullptr || number.e164().empty()) return number;
    const v1::PhoneNumber pressed = pbx_.dial_plan.read(channel->exten);
    return pressed.e164() == number.e164() ? pressed : number;
}

void OutboundTracker::take_dial_end(const AmiEvent& event)
{
    Leg* leg = legs_.find(event["DestUniqueid"]);
    if (leg == nullptr || leg->answered || leg->failed) return;
    if (event["DialStatus"] != "ANSWER") {
        leg->failed = event.at;
        leg->status = event["DialStatus"];
        return;
    }
    leg->answered = event.at;
    auto& established = *pbx_.write(event.at, event.name, event.uniqueid, leg->call)
                             .mutable_outbound_call_established();
    established.set_call_id(leg->call_id);
    established.set_agent_id(pbx_.scoped(leg->agent));
    *established.mutable_dialled() = leg->dialled;
    // A voicemail system on the other side answers like a person.
    established.set_answered_by(v1::OutboundCallEstablished::UNKNOWN);
    established.set_started_at_us(micros(leg->began));
    established.set_ring_ms(millis_between(leg->began, event.at));
}

void OutboundTracker::take_hangup(const AmiEvent& event)
{
    Leg* leg = legs_.find(event.uniqueid);
    if (leg == nullptr) return;
    if (!leg->answered) {
        if (!leg->failed) leg->failed = event.at;
        return tell_failed(std::string{event.uniqueid}, *leg, event["Cause"]);
    }
    auto& cleared = *pbx_.write(event, leg->call).mutable_outbound_call_cleared();
    cleared.set_call_id(leg->call_id);
    cleared.set_agent_id(pbx_.scoped(leg->agent));
    *cleared.mutable_dialled() = leg->dialled;
    cleared.set_talk_ms(millis_between(*leg->answered, event.at));
    cleared.set_established_at_us(micros(*leg->answered));
    legs_.end(event.uniqueid);
}

void OutboundTracker::tell_failed(const std::string& uniqueid, const Leg& leg,
                                  std::string_view cause)
{
    auto& failed =
        *pbx_.write(*leg.failed, "DialEnd", uniqueid, leg.call).mutable_outbound_call_failed();
    failed.set_call_id(leg.call_id);
    failed.set_agent_id(pbx_.scoped(leg.agent));
    *failed.mutable_dialled() = leg.dialled;
    failed.set_result(result_of(leg.status, cause));
    failed.set_started_at_us(micros(leg.began));
    failed.set_ring_ms(millis_between(leg.began, *leg.failed));
    legs_.end(uniqueid);
}

void OutboundTracker::expire(Instant now)
{
    std::vector<std::string> late;
    legs_.for_each([&](const std::string& uniqueid, const Leg& leg) {
        if (leg.failed && *leg.failed + held_max < now) late.push_back(uniqueid);
    });
    for (const auto& uniqueid : late) tell_failed(uniqueid, *legs_.find(uniqueid), "");
}

bool OutboundTracker::is_talking(std::string_view extension) const
{
    bool talking = false;
    legs_.for_each([&](const std::string&, const Leg& leg) {
        talking = talking || (leg.answered && leg.agent == extension);
    });
    return talking;
}

std::optional<Instant> OutboundTracker::oldest_held() const
{
    std::optional<Instant> oldest;
    legs_.for_each([&](const std::string&, const Leg& leg) {
        if (leg.failed && (!oldest || *leg.failed < *oldest)) oldest = leg.failed;
    });
    return oldest;
}

}  // namespace callwatch::asterisk
