#include "daemon/bridges/asterisk/outbound_tracker.hpp"

#include <algorithm>
#include <vector>

#include "daemon/bridges/asterisk/offer_tracker.hpp"
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
    const std::string_view agent = agent_of(event);
    if (agent.empty()) return;
    if (event["DestUniqueid"].empty()) return pbx_.census.unreadable(event, "DestUniqueid");
    const std::string_view inside = pbx_.names.telephone_extension(event["DestChannel"]);
    begin(event.uniqueid, event["DestUniqueid"], agent,
          inside.empty() ? dialled(event) : pbx_.dial_plan.read(inside), event.at)
        .call = pbx_.call_of(event);
}

std::string_view OutboundTracker::agent_of(const AmiEvent& event) const
{
    const std::string_view to = event["DestChannel"];
    const std::string call_id = pbx_.call_of(event);
    const Call* call = pbx_.calls.find(call_id);
    if (pbx_.names.is_trunk(to)) {
        const bool is_forwarded = call != nullptr && call->direction == v1::INBOUND;
        return is_forwarded ? std::string_view{} : pbx_.names.staff_extension(event.channel);
    }
    const std::string_view inside = pbx_.names.telephone_extension(to);
    const Channel* first = pbx_.channels.find(call_id);
    const bool is_internal = call != nullptr && call->direction == v1::INTERNAL && first != nullptr;
    if (inside.empty() || !is_internal || pbx_.names.is_operator(inside) ||
        first->application == "Queue" || event.channel.empty() || offers_.is_part(event))
        return {};
    // A dial plan may ring a telephone through a Local channel: the first channel tells who calls.
    const std::string_view agent = pbx_.names.telephone_extension(first->name);
    return agent == inside ? std::string_view{} : agent;
}

OutboundTracker::Leg& OutboundTracker::begin(std::string_view from, std::string_view to,
                                             std::string_view agent, v1::PhoneNumber dialled,
                                             Instant began)
{
    Leg leg;
    leg.call_id = pbx_.scoped(from);
    Channel* channel = pbx_.channels.find(from);
    if (channel != nullptr && ++channel->outbound_dials > 1)
        leg.call_id += "#" + std::to_string(channel->outbound_dials);
    leg.agent = agent;
    leg.dialled = std::move(dialled);
    leg.began = began;
    return legs_.add(to, std::move(leg));
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
    tell_established(*leg, event.name, event.uniqueid);
}

void OutboundTracker::tell_established(const Leg& leg, std::string_view native_type,
                                       std::string_view native_ref)
{
    auto& established = *pbx_.write(*leg.answered, native_type, native_ref, leg.call)
                             .mutable_outbound_call_established();
    established.set_call_id(leg.call_id);
    established.set_agent_id(pbx_.scoped(leg.agent));
    *established.mutable_dialled() = leg.dialled;
    // A voicemail system on the other side answers like a person.
    established.set_answered_by(v1::OutboundCallEstablished::UNKNOWN);
    established.set_started_at_us(micros(leg.began));
    established.set_ring_ms(millis_between(leg.began, *leg.answered));
}

void OutboundTracker::take_hangup(const AmiEvent& event)
{
    Leg* leg = legs_.find(event.uniqueid);
    if (leg == nullptr) return;
    if (!leg->answered) {
        if (!leg->failed) leg->failed = event.at;
        return tell_failed(std::string{event.uniqueid}, *leg, event["Cause"]);
    }
    tell_cleared(std::string{event.uniqueid}, *leg, event.at, event.name);
}

v1::Event& OutboundTracker::tell_cleared(const std::string& uniqueid, const Leg& leg, Instant at,
                                         std::string_view native_type)
{
    v1::Event& event = pbx_.write(at, native_type, uniqueid, leg.call);
    auto& cleared = *event.mutable_outbound_call_cleared();
    cleared.set_call_id(leg.call_id);
    cleared.set_agent_id(pbx_.scoped(leg.agent));
    *cleared.mutable_dialled() = leg.dialled;
    cleared.set_talk_ms(millis_between(*leg.answered, at));
    cleared.set_established_at_us(micros(*leg.answered));
    legs_.end(uniqueid);
    return event;
}

void OutboundTracker::vanish(std::string_view uniqueid, Instant seen_until)
{
    const Leg* leg = legs_.find(uniqueid);
    if (leg == nullptr) return;
    const std::string key{uniqueid};
    if (leg->answered)
        tell_cleared(key, *leg, std::max(seen_until, *leg->answered), "CoreShowChannels")
            .set_origin(v1::ORIGIN_RECONCILE);
    else if (leg->failed)
        tell_failed(key, *leg, "");
    else
        legs_.end(key);  // Whether it was answered is not known: no evidence of anything.
}

void OutboundTracker::end_all(Instant seen_until)
{
    std::vector<std::string> all;
    legs_.for_each([&](const std::string& uniqueid, const Leg&) { all.push_back(uniqueid); });
    for (const auto& uniqueid : all) vanish(uniqueid, seen_until);
}

void OutboundTracker::find(const ListedChannel& from, const ListedChannel& to, Instant at)
{
    Leg* leg = legs_.find(to.uniqueid);
    if (leg == nullptr) {
        const std::string_view inside = pbx_.names.telephone_extension(to.name);
        const std::string_view agent = pbx_.names.telephone_extension(from.name);
        const bool is_trunk = pbx_.names.is_trunk(to.name);
        const bool is_inside = !inside.empty() && inside != agent &&
                               !pbx_.names.is_operator(inside) && from.application == "Dial";
        if (agent.empty() || (!is_trunk && !is_inside)) return;
        leg = &begin(from.uniqueid, to.uniqueid, agent,
                     pbx_.dial_plan.read(is_trunk ? dialled_number(from) : inside), to.began);
        leg->call = from.uniqueid;
    }
    if (!to.is_up || leg->answered || leg->failed) return;
    // When it was answered nobody saw: it counts from now.
    leg->answered = at;
    tell_established(*leg, "CoreShowChannels", from.uniqueid);
    pbx_.out->back().set_origin(v1::ORIGIN_RECONCILE);
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
