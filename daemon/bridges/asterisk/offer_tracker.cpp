#include "daemon/bridges/asterisk/offer_tracker.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

/// The hang-up follows within milliseconds; without it the failure is told as it is.
constexpr Micros held_max = std::chrono::seconds{2};

/// Q.850 causes in the Hangup event of the member's channel.
constexpr std::string_view cause_busy = "17";
constexpr std::string_view cause_rejected = "21";
constexpr std::string_view cause_unregistered = "20";

v1::CallOfferFailed::Reason reason_of(std::string_view status, std::string_view cause)
{
    if (status == "CANCEL") return v1::CallOfferFailed::CANCELLED;
    if (status == "BUSY" || cause == cause_busy) return v1::CallOfferFailed::BUSY;
    if (cause == cause_rejected) return v1::CallOfferFailed::REJECTED;
    if (status == "CHANUNAVAIL" || status == "CONGESTION" || cause == cause_unregistered)
        return v1::CallOfferFailed::UNREGISTERED;
    if (status == "RINGNOANSWER" || status == "NOANSWER") return v1::CallOfferFailed::NO_ANSWER;
    return v1::CallOfferFailed::CANCELLED;
}

}  // namespace

void OfferTracker::take_agent_called(const AmiEvent& event)
{
    Offer offer;
    offer.call = pbx_.call_of(event);
    offer.queue = event["Queue"];
    offer.agent = pbx_.names.staff_extension(event["Interface"]);
    offer.leg_name = event["DestChannel"];
    offer.began = event.at;
    if (event["DestUniqueid"].empty()) return pbx_.census.unreadable(event, "DestUniqueid");
    if (offer.agent.empty()) pbx_.census.unreadable(event, "Interface");

    auto& offered = *pbx_.write(event, offer.call).mutable_call_offered();
    offered.set_call_id(pbx_.scoped(offer.call));
    offered.set_queue_id(pbx_.scoped(offer.queue));
    offered.set_agent_id(pbx_.scoped(offer.agent));
    offered.set_device_id(pbx_.scoped(offer.agent));
    offers_.add(event["DestUniqueid"], std::move(offer));
}

void OfferTracker::take_ring_no_answer(const AmiEvent& event)
{
    Offer* offer = offers_.find(event["DestUniqueid"]);
    if (offer == nullptr) return;
    fail(*offer, event.at, "RINGNOANSWER");
    const std::string_view ring = event["RingTime"];
    std::int64_t ring_ms = 0;
    const auto [end, error] = std::from_chars(ring.data(), ring.data() + ring.size(), ring_ms);
    if (error == std::errc{} && end == ring.data() + ring.size() && ring_ms >= 0)
        offer->ring_ms = ring_ms;
    else
        pbx_.census.unreadable(event, "RingTime");
}

void OfferTracker::take_dial_end(const AmiEvent& event)
{
    Offer* offer = offers_.find(event["DestUniqueid"]);
    if (offer == nullptr) return;
    if (event["DialStatus"] == "ANSWER")
        offer->answered = event.at;
    else
        fail(*offer, event.at, event["DialStatus"]);
}

void OfferTracker::fail(Offer& offer, Instant at, std::string_view status)
{
    if (offer.failed) return;  // A second DialEnd CANCEL says nothing new.
    ++failing_;
    offer.failed = at;
    offer.status = status;
    offer.ring_ms = millis_between(offer.began, at);
}

void OfferTracker::take_hangup(const AmiEvent& event)
{
    Offer* offer = offers_.find(event.uniqueid);
    if (offer == nullptr) return;
    if (!offer->failed) fail(*offer, event.at, "");
    tell(std::string{event.uniqueid}, *offer, event["Cause"]);
}

void OfferTracker::expire(Instant now)
{
    if (failing_ == 0) return;
    std::vector<std::string> late;
    offers_.for_each([&](const std::string& leg, const Offer& offer) {
        if (offer.failed && *offer.failed + held_max < now) late.push_back(leg);
    });
    for (const auto& leg : late) tell(leg, *offers_.find(leg), "");
}

void OfferTracker::tell(const std::string& leg, const Offer& offer, std::string_view cause)
{
    const bool rang_out = offer.status == "RINGNOANSWER";
    auto& failed =
        *pbx_.write(*offer.failed, rang_out ? "AgentRingNoAnswer" : "DialEnd", leg, offer.call)
             .mutable_call_offer_failed();
    failed.set_call_id(pbx_.scoped(offer.call));
    failed.set_queue_id(pbx_.scoped(offer.queue));
    failed.set_agent_id(pbx_.scoped(offer.agent));
    failed.set_device_id(pbx_.scoped(offer.agent));
    failed.set_ring_ms(offer.ring_ms);
    failed.set_reason(reason_of(offer.status, cause));
    --failing_;
    offers_.end(leg);
}

void OfferTracker::forget(std::string_view leg)
{
    const Offer* offer = offers_.find(leg);
    if (offer == nullptr) return;
    if (offer->failed) return tell(std::string{leg}, *offer, "");
    offers_.end(leg);
}

void OfferTracker::forget_all()
{
    offers_.clear();
    failing_ = 0;
}

bool OfferTracker::is_part(const AmiEvent& dial) const
{
    if (offers_.find(dial["DestUniqueid"]) != nullptr) return true;
    if (!DeviceNames::is_local(dial.channel)) return false;
    const std::string twin = DeviceNames::local_twin(dial.channel);
    bool found = false;
    offers_.for_each(
        [&](const std::string&, const Offer& offer) { found = found || offer.leg_name == twin; });
    return found;
}

std::optional<std::int64_t> OfferTracker::ring_ms(std::string_view leg) const
{
    const Offer* offer = offers_.find(leg);
    if (offer == nullptr) return std::nullopt;
    if (!offer->answered) return std::nullopt;
    return millis_between(offer->began, *offer->answered);
}

std::optional<Instant> OfferTracker::oldest_held() const
{
    std::optional<Instant> oldest;
    if (failing_ == 0) return oldest;
    offers_.for_each([&](const std::string&, const Offer& offer) {
        if (offer.failed && (!oldest || *offer.failed < *oldest)) oldest = offer.failed;
    });
    return oldest;
}

}  // namespace callwatch::asterisk
