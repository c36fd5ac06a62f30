#include "daemon/bridges/asterisk/voicemail_calls.hpp"

#include <algorithm>
#include <charconv>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/route_tracker.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

/// A session's MessageWaiting comes when it ends; the spool is looked at every 0.25 s.
constexpr Micros session_max = std::chrono::seconds{2};
constexpr std::size_t name_bytes_max = 128;

std::optional<std::uint32_t> number(std::string_view text)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::string key(const std::string& mailbox, const std::string& call)
{
    return mailbox + "\n" + call;
}

}  // namespace

void VoicemailCalls::take_message_waiting(const AmiEvent& event)
{
    const std::string mailbox{event["Mailbox"]};
    const auto fresh = number(event["New"]);
    const auto old = number(event["Old"]);
    if (mailbox.empty()) return pbx_.census.unreadable(event, "Mailbox");
    // "Waiting" alone, without counts, is how external sources of message waiting speak.
    if (!fresh || !old) return pbx_.census.unreadable(event, fresh ? "Old" : "New");
    if (!event.uniqueid.empty()) {
        touched_.add(mailbox, event.at);
        const std::string_view telephone = pbx_.names.telephone_extension(event.channel);
        if (leaves_message(event, mailbox, *fresh))
            tell_left(event, mailbox);
        else if (!telephone.empty())
            sessions_.add(mailbox, {std::string{telephone}, event.at});
    }
    new_counts_.add(mailbox, *fresh);
    tell_counts(event, mailbox, 0, *fresh, *old);
}

bool VoicemailCalls::leaves_message(const AmiEvent& event, const std::string& mailbox,
                                    std::uint32_t new_messages)
{
    const Channel* channel = pbx_.channels.find(event.uniqueid);
    if (channel != nullptr && !channel->application.empty()) {
        if (channel->application != "VoiceMail") return false;
        for (const auto box : voicemail_arguments(channel->app_data).mailboxes) {
            if (box == mailbox || std::string{box} + "@" + pbx_.settings.mailbox_context == mailbox)
                return true;
        }
        return false;
    }
    // Without the dial plan's events there are only the counts, and who is calling.
    const auto* before = new_counts_.find(mailbox);
    return before != nullptr && new_messages == *before + 1 &&
           pbx_.names.telephone_extension(event.channel).empty();
}

void VoicemailCalls::tell_left(const AmiEvent& event, const std::string& mailbox)
{
    const std::string call = pbx_.call_of(event);
    const Call* known = pbx_.calls.find(call);
    const std::string announcement = key(mailbox, call);
    const Announcement* before = announced_.find(announcement);
    if (before != nullptr && before->file_came_first) return announced_.end(announcement);
    announced_.add(announcement,
                   {false, mailbox, call, std::string{event["CallerIDNum"]}, event.at});

    auto& left = *pbx_.write(event, call).mutable_voicemail_left();
    left.set_mailbox_id(pbx_.scoped(mailbox));
    left.set_call_id(pbx_.scoped(call));
    if (known == nullptr) {
        *left.mutable_caller() = pbx_.dial_plan.read(event["CallerIDNum"]);
        if (!is_unknown(event["CallerIDName"]))
            left.set_caller_name(clean(unescaped(event["CallerIDName"]), name_bytes_max));
        return;
    }
    *left.mutable_caller() = known->caller;
    left.set_caller_name(known->caller_name);
    left.set_received_at_us(micros(known->began));
    left.set_queue_id(pbx_.scoped(known->last_queue));
}

void VoicemailCalls::take_response(const AmiEvent& event)
{
    const std::string mailbox{event["Mailbox"]};
    const auto fresh = number(event["NewMessages"]);
    const auto old = number(event["OldMessages"]);
    if (mailbox.empty() || !fresh || !old) return;
    // A box that does not exist also has "0 new, 0 old"; the collector knows which are watched.
    new_counts_.add(mailbox, *fresh);
    tell_counts(event, mailbox, number(event["UrgMessages"]).value_or(0), *fresh, *old);
    pbx_.out->back().set_native_type("MailboxCount");
}

void VoicemailCalls::tell_counts(const AmiEvent& event, const std::string& mailbox,
                                 std::uint32_t urgent, std::uint32_t fresh, std::uint32_t old)
{
    auto& counts = *pbx_.write(event, "").mutable_mailbox_counts();
    counts.set_mailbox_id(pbx_.scoped(mailbox));
    counts.set_new_messages(fresh);
    counts.set_old_messages(old);
    counts.set_new_urgent(urgent);
}

bool VoicemailCalls::bind(const std::string& mailbox, const std::string& call)
{
    const std::string announcement = key(mailbox, call);
    const Announcement* before = announced_.find(announcement);
    const bool announced = before != nullptr && !before->file_came_first;
    if (announced)
        announced_.end(announcement);
    else if (!call.empty())
        announced_.add(announcement, {true, mailbox, call, {}, {}});
    return announced;
}

std::string VoicemailCalls::announced_call(const std::string& mailbox, std::string_view number,
                                           Instant began) const
{
    std::string found;
    std::size_t fitting = 0;
    announced_.for_each([&](const std::string&, const Announcement& one) {
        if (one.file_came_first || one.mailbox != mailbox || one.number != number) return;
        const Call* call = pbx_.calls.find(one.call);
        const bool too_early = call != nullptr && began + std::chrono::seconds{1} < call->began;
        if (too_early || began > one.at) return;
        found = one.call;
        ++fitting;
    });
    return fitting == 1 ? found : std::string{};
}

void VoicemailCalls::take_user_entry(const AmiEvent& event, const std::string& mailbox)
{
    const auto fresh = number(event["NewMessageCount"]);
    const auto old = number(event["OldMessageCount"]);
    if (!fresh || !old) return pbx_.census.unreadable(event, "NewMessageCount");
    new_counts_.add(mailbox, *fresh);
    tell_counts(event, mailbox, 0, *fresh, *old);
}

std::string VoicemailCalls::session(const std::string& mailbox, Instant at) const
{
    const Session* last = sessions_.find(mailbox);
    if (last == nullptr || at < last->at || at - last->at > session_max) return {};
    return last->agent;
}

std::optional<Instant> VoicemailCalls::last_touched(const std::string& mailbox) const
{
    const Instant* at = touched_.find(mailbox);
    if (at == nullptr) return std::nullopt;
    return *at;
}

}  // namespace callwatch::asterisk
