#include "daemon/bridges/asterisk/route_tracker.hpp"

#include <algorithm>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/offer_tracker.hpp"

namespace callwatch::asterisk {
namespace {

constexpr std::size_t mailboxes_max = 64;

}  // namespace

VoiceMailArguments voicemail_arguments(std::string_view app_data)
{
    VoiceMailArguments out;
    const auto comma = std::min(app_data.find(','), app_data.size());
    out.options = app_data.substr(std::min(comma + 1, app_data.size()));
    std::string_view boxes = app_data.substr(0, comma);
    while (!boxes.empty() && out.mailboxes.size() < mailboxes_max) {
        const auto end = std::min(boxes.find('&'), boxes.size());
        if (end > 0) out.mailboxes.push_back(boxes.substr(0, end));
        boxes.remove_prefix(std::min(end + 1, boxes.size()));
    }
    return out;
}

void RouteTracker::take_dtmf_end(const AmiEvent& event)
{
    const auto& menus = pbx_.settings.ivr_contexts;
    const std::string call = pbx_.call_of(event);
    if (event["Direction"] != "Received" || call != event.uniqueid ||
        std::find(menus.begin(), menus.end(), event["Context"]) == menus.end())
        return;
    auto& chosen = *pbx_.write(event, call).mutable_ivr_option_chosen();
    chosen.set_call_id(pbx_.scoped(call));
    chosen.set_option(clean(event["Digit"], 8));
}

void RouteTracker::take_application(const AmiEvent& event)
{
    const std::string_view application = event["Application"];
    const std::string call = pbx_.call_of(event);
    if (application == "Queue") {
        const std::string_view data = event["AppData"];
        const std::string_view queue = data.substr(0, data.find(','));
        route(event, call, v1::CallRouted::QUEUE, pbx_.scoped(queue));
    } else if (application == "VoiceMail") {
        reach_mailboxes(event, call);
    }
}

void RouteTracker::reach_mailboxes(const AmiEvent& event, const std::string& call)
{
    const auto arguments = voicemail_arguments(event["AppData"]);
    const Call* known = pbx_.calls.find(call);
    for (const auto box : arguments.mailboxes) {
        std::string mailbox{box};
        if (box.find('@') == std::string_view::npos) mailbox += "@" + pbx_.settings.mailbox_context;
        route(event, call, v1::CallRouted::MAILBOX, pbx_.scoped(mailbox));
        auto& reached = *pbx_.write(event, call).mutable_voicemail_reached();
        reached.set_call_id(pbx_.scoped(call));
        reached.set_mailbox_id(pbx_.scoped(mailbox));
        // Options u and b play the unavailable or busy greeting; without them there is none.
        reached.set_greeting_played(arguments.options.find_first_of("ub") !=
                                    std::string_view::npos);
        if (known == nullptr) continue;
        reached.set_operator_id(pbx_.scoped(known->transferred_by));
        reached.set_direction(known->direction);
    }
}

void RouteTracker::take_dial_begin(const AmiEvent& event)
{
    const std::string_view to = event["DestChannel"];
    const std::string call = pbx_.call_of(event);
    const Call* known = pbx_.calls.find(call);
    if (event.channel.empty() || offers_.is_part(event)) return;
    const std::string_view extension = pbx_.names.telephone_extension(to);
    if (!extension.empty()) {
        const bool is_operator = pbx_.names.is_operator(extension);
        route(event, call, is_operator ? v1::CallRouted::OPERATOR : v1::CallRouted::DEVICE,
              pbx_.scoped(extension));
    } else if (pbx_.names.is_trunk(to) && known != nullptr && known->direction == v1::INBOUND) {
        const std::string_view dialled = event["DialString"];
        route(event, call, v1::CallRouted::EXTERNAL,
              clean(dialled.substr(0, dialled.find('@')), id_bytes_max));
    }
}

void RouteTracker::route(const AmiEvent& event, const std::string& call,
                         v1::CallRouted::ToKind to_kind, std::string to_id)
{
    auto& routed = *pbx_.write(event, call).mutable_call_routed();
    routed.set_call_id(pbx_.scoped(call));
    routed.set_to_kind(to_kind);
    routed.set_to_id(std::move(to_id));
}

}  // namespace callwatch::asterisk
