#pragma once

#include "daemon/bridges/asterisk/pbx.hpp"

namespace callwatch::asterisk {

class OfferTracker;

/// Where a caller goes: keys in a menu, queues, telephones, mailboxes, out again.
class RouteTracker {
public:
    RouteTracker(Pbx& pbx, const OfferTracker& offers) : pbx_{pbx}, offers_{offers} {}

    void take_dtmf_end(const AmiEvent& event);
    /// Only when an application begins (CallTracker::take_newexten).
    void take_application(const AmiEvent& event);
    void take_dial_begin(const AmiEvent& event);

private:
    void route(const AmiEvent& event, const std::string& call, v1::CallRouted::ToKind to_kind,
               std::string to_id);
    void reach_mailboxes(const AmiEvent& event, const std::string& call);

    Pbx& pbx_;
    const OfferTracker& offers_;
};

/// The mailboxes of VoiceMail(103@default&105@default,u), and what comes after the comma.
struct VoiceMailArguments {
    std::vector<std::string_view> mailboxes;  ///< At most 64; without context as they are written.
    std::string_view options;
};
VoiceMailArguments voicemail_arguments(std::string_view app_data);

}  // namespace callwatch::asterisk
