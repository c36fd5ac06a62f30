#include "daemon/bridges/asterisk/talk_tracker.hpp"

#include <algorithm>
#include <vector>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

/// The transfer that explains an AgentComplete comes within milliseconds of it.
constexpr Micros held_max = std::chrono::seconds{1};

v1::CallCleared::EndedBy ended_by(std::string_view reason)
{
    if (reason == "caller") return v1::CallCleared::CALLER;
    if (reason == "agent") return v1::CallCleared::AGENT;
    if (reason == "transfer") return v1::CallCleared::TRANSFER;
    return v1::CallCleared::ENDED_BY_UNSPECIFIED;
}

}  // namespace

void TalkTracker::take_agent_connect(const AmiEvent& event, std::optional<Instant> joined)
{
    Party party;
    party.agent = pbx_.names.staff_extension(event["Interface"]);
    party.leg = event["DestUniqueid"];
    party.since = event.at;
    party.ring_ms = offers_.ring_ms(event["DestUniqueid"]).value_or(0);
    if (party.agent.empty()) pbx_.census.unreadable(event, "Interface");
    establish({event.at, event.name}, pbx_.call_of(event), std::string{event["Queue"]},
              std::move(party), joined ? millis_between(*joined, event.at) : 0);
}

void TalkTracker::take_agent_complete(const AmiEvent& event)
{
    const std::string call = pbx_.call_of(event);
    Talk* talk = talks_.find(call);
    // After a transfer the first agent's completion comes when the second one's talk is on.
    if (talk == nullptr || talk->completed || talk->queue != event["Queue"] ||
        talk->party.agent != pbx_.names.staff_extension(event["Interface"]))
        return;
    talk->completed = event.at;
    talk->completed_by = ended_by(event["Reason"]);
    if (talk->completed_by == v1::CallCleared::ENDED_BY_UNSPECIFIED)
        pbx_.census.unreadable(event, "Reason");
}

void TalkTracker::take_dial_begin(const AmiEvent& event)
{
    if (pbx_.names.telephone_extension(event["DestChannel"]).empty()) return;
    ringing_.add(event["DestUniqueid"], event.at);
}

void TalkTracker::take_dial_end(const AmiEvent& event)
{
    const std::string_view extension = pbx_.names.telephone_extension(event["DestChannel"]);
    if (extension.empty()) return;
    const Instant* rang = ringing_.find(event["DestUniqueid"]);
    Party party{std::string{extension}, std::string{event["DestUniqueid"]}, event.at,
                rang == nullptr ? 0 : millis_between(*rang, event.at)};
    ringing_.end(party.leg);
    // A queue's member is established by AgentConnect. Without a channel nobody was called from.
    if (event["DialStatus"] != "ANSWER" || event.uniqueid.empty() || offers_.is_part(event)) return;

    const std::string call = pbx_.call_of(event);
    Talk* talk = talks_.find(call);
    if (talk != nullptr)
        talk->consulted = std::move(party);
    else
        establish({event.at, event.name}, call, "", std::move(party), 0);
}

void TalkTracker::establish(Because because, const std::string& call, std::string queue,
                            Party party, std::int64_t wait_ms)
{
    clear(call, because.at, v1::CallCleared::TRANSFER, because.name, "");
    asked_.end(call);
    Call* known = pbx_.calls.find(call);
    if (known != nullptr) known->established = true;

    auto& established =
        *pbx_.write(because.at, because.name, party.leg, call).mutable_call_established();
    established.set_call_id(pbx_.scoped(call));
    established.set_queue_id(pbx_.scoped(queue));
    established.set_agent_id(pbx_.scoped(party.agent));
    established.set_wait_ms(wait_ms);
    established.set_ring_ms(party.ring_ms);
    established.set_direction(known == nullptr ? v1::DIRECTION_UNSPECIFIED : known->direction);

    Talk talk;
    talk.call = call;
    talk.queue = std::move(queue);
    talk.party = std::move(party);
    talks_.add(call, std::move(talk));
}

void TalkTracker::take_hold(const AmiEvent& event)
{
    Talk* talk = talks_.find(pbx_.call_of(event));
    if (talk == nullptr || talk->held_since ||
        talk->party.agent != pbx_.names.staff_extension(event.channel))
        return;
    talk->held_since = event.at;
    auto& held = *pbx_.write(event, talk->call).mutable_call_held();
    held.set_call_id(pbx_.scoped(talk->call));
    held.set_agent_id(pbx_.scoped(talk->party.agent));
}

void TalkTracker::take_unhold(const AmiEvent& event)
{
    Talk* talk = talks_.find(pbx_.call_of(event));
    // A telephone also says Unhold before it transfers, without ever having held.
    if (talk == nullptr || !talk->held_since ||
        talk->party.agent != pbx_.names.staff_extension(event.channel))
        return;
    talk->hold_ms += millis_between(*talk->held_since, event.at);
    talk->held_since.reset();
    auto& retrieved = *pbx_.write(event, talk->call).mutable_call_retrieved();
    retrieved.set_call_id(pbx_.scoped(talk->call));
    retrieved.set_agent_id(pbx_.scoped(talk->party.agent));
}

void TalkTracker::take_blind_transfer(const AmiEvent& event)
{
    if (event["Result"] != "Success") return;
    const std::string call = pbx_.call_of(event["TransfererUniqueid"], event["TransfererLinkedid"]);
    const std::string_view from = pbx_.names.staff_extension(event["TransfererChannel"]);
    tell_transfer(event, call, from, event["Extension"], v1::CallTransferred::BLIND);
    const Talk* talk = talks_.find(call);
    if (talk != nullptr && talk->party.agent == from)
        clear(call, talk->completed.value_or(event.at), v1::CallCleared::TRANSFER, event.name, "");
}

void TalkTracker::take_attended_transfer(const AmiEvent& event)
{
    if (event["Result"] != "Success") return;
    const std::string call =
        pbx_.call_of(event["OrigTransfererUniqueid"], event["OrigTransfererLinkedid"]);
    // A telephone that transfers by itself has made a call of its own to consult.
    const std::string second =
        pbx_.call_of(event["SecondTransfererUniqueid"], event["SecondTransfererLinkedid"]);
    const std::string_view from = pbx_.names.staff_extension(event["OrigTransfererChannel"]);
    const Talk* talk = talks_.find(call);
    std::optional<Party> to = talk == nullptr ? std::nullopt : talk->consulted;
    const Talk* consultation = second == call ? nullptr : talks_.find(second);
    if (consultation != nullptr) {
        to = consultation->party;
        clear(second, event.at, v1::CallCleared::TRANSFER, event.name, "");
    }
    const std::string_view target = to ? std::string_view{to->agent}
                                       : pbx_.names.staff_extension(event["TransferTargetChannel"]);
    tell_transfer(event, call, from, target, v1::CallTransferred::ATTENDED);
    talk = talks_.find(call);
    if (talk != nullptr)
        clear(call, talk->completed.value_or(event.at), v1::CallCleared::TRANSFER, event.name, "");
    if (!to) return;
    to->since = event.at;
    establish({event.at, event.name}, call, "", std::move(*to), 0);
}

void TalkTracker::tell_transfer(const AmiEvent& event, const std::string& call,
                                std::string_view from, std::string_view to,
                                v1::CallTransferred::Kind kind)
{
    Call* known = pbx_.calls.find(call);
    if (known != nullptr) known->transferred_by = from;
    auto& transferred = *pbx_.write(event.at, event.name, call, call).mutable_call_transferred();
    transferred.set_call_id(pbx_.scoped(call));
    transferred.set_from_agent(pbx_.scoped(from));
    transferred.set_to_party(pbx_.party(to));
    transferred.set_kind(kind);
}

void TalkTracker::take_hangup_request(const AmiEvent& event)
{
    const std::string call = pbx_.call_of(event);
    Talk* talk = talks_.find(call);
    const bool by_caller = event.uniqueid == call;
    if (talk == nullptr) {
        if (by_caller) asked_.add(call, v1::CallCleared::CALLER);
        return;
    }
    if (talk->asked != v1::CallCleared::ENDED_BY_UNSPECIFIED) return;
    if (by_caller)
        talk->asked = v1::CallCleared::CALLER;
    else if (pbx_.names.telephone_extension(event.channel) == talk->party.agent)
        talk->asked = v1::CallCleared::AGENT;
}

void TalkTracker::take_hangup(const AmiEvent& event)
{
    const std::string call = pbx_.call_of(event);
    ringing_.end(event.uniqueid);
    Talk* talk = talks_.find(call);
    const bool call_is_over = event.uniqueid == call;
    if (talk == nullptr) {
        if (call_is_over) clear_unanswered(event);
        return;
    }
    if (talk->consulted && talk->consulted->leg == event.uniqueid) talk->consulted.reset();
    // A queue's talk ends with AgentComplete, which may come after the telephone's own hang-up.
    const bool telephone_gone = talk->queue.empty() && talk->party.leg == event.uniqueid;
    if (!call_is_over && !telephone_gone) return;
    const auto how = talk->completed ? talk->completed_by
                   : talk->asked != v1::CallCleared::ENDED_BY_UNSPECIFIED
                       ? talk->asked
                       : v1::CallCleared::NETWORK;
    clear(call, talk->completed.value_or(event.at), how,
          talk->completed ? "AgentComplete" : event.name, event["Cause-txt"]);
}

void TalkTracker::clear_unanswered(const AmiEvent& event)
{
    const std::string call{event.uniqueid};
    const Call* known = pbx_.calls.find(call);
    const auto* asked = asked_.find(call);
    const auto how = asked == nullptr ? v1::CallCleared::NETWORK : *asked;
    asked_.end(call);
    if (known == nullptr || known->direction != v1::INBOUND || known->established) return;
    auto& cleared = *pbx_.write(event, call).mutable_call_cleared();
    cleared.set_call_id(pbx_.scoped(call));
    cleared.set_ended_by(how);
    cleared.set_cause(clean(event["Cause-txt"], id_bytes_max));
}

void TalkTracker::clear(const std::string& call, Instant at, v1::CallCleared::EndedBy how,
                        std::string_view native_type, std::string_view cause)
{
    const Talk* talk = talks_.find(call);
    if (talk == nullptr) return;
    const std::int64_t still_held = talk->held_since ? millis_between(*talk->held_since, at) : 0;
    auto& cleared = *pbx_.write(at, native_type, talk->party.leg, call).mutable_call_cleared();
    cleared.set_call_id(pbx_.scoped(call));
    cleared.set_agent_id(pbx_.scoped(talk->party.agent));
    cleared.set_ended_by(how);
    cleared.set_talk_ms(millis_between(talk->party.since, at));
    cleared.set_hold_ms(talk->hold_ms + still_held);
    cleared.set_cause(clean(cause, id_bytes_max));
    talks_.end(call);
}

void TalkTracker::expire(Instant now)
{
    std::vector<std::string> late;
    talks_.for_each([&](const std::string& call, const Talk& talk) {
        if (talk.completed && *talk.completed + held_max < now) late.push_back(call);
    });
    for (const auto& call : late) {
        const Talk& talk = *talks_.find(call);
        clear(call, *talk.completed, talk.completed_by, "AgentComplete", "");
    }
}

bool TalkTracker::is_talking(std::string_view extension) const
{
    bool talking = false;
    talks_.for_each([&](const std::string&, const Talk& talk) {
        talking = talking || talk.party.agent == extension;
    });
    return talking;
}

std::optional<Instant> TalkTracker::oldest_held() const
{
    std::optional<Instant> oldest;
    talks_.for_each([&](const std::string&, const Talk& talk) {
        if (talk.completed && (!oldest || *talk.completed < *oldest)) oldest = talk.completed;
    });
    return oldest;
}

}  // namespace callwatch::asterisk
