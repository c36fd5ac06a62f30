#include "daemon/bridges/asterisk/translator.hpp"

#include <algorithm>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

/// How often held things are looked through: every tenth of a second of arrival time.
constexpr Micros tidy_every = std::chrono::milliseconds{100};
/// An event has to fit into a batch of 64 KiB (event.proto).
constexpr std::size_t event_bytes_max = 60 * 1024;

}  // namespace

Translator::Translator(TranslatorSettings settings)
    : offset_{settings.offset},
      is_recorded_{settings.is_recorded},
      pbx_{std::move(settings.pbx), settings.origin},
      calls_{pbx_},
      offers_{pbx_},
      queues_{pbx_},
      talks_{pbx_, offers_},
      routes_{pbx_, offers_},
      outbound_{pbx_, offers_},
      members_{pbx_},
      queue_lists_{pbx_, queues_, talks_, outbound_},
      channel_lists_{pbx_},
      reconciler_{pbx_, {queues_, offers_, talks_, outbound_}},
      voicemail_calls_{pbx_},
      mailboxes_{pbx_, voicemail_calls_, settings.mailboxes},
      upstream_{pbx_}
{
}

void Translator::start(Instant at, std::string_view detail, Events& out)
{
    pbx_.out = &out;
    auto& status = *pbx_.write(at, "", "", "").mutable_source_status();
    status.set_state(v1::SourceStatus::UP);
    status.set_detail(clean(detail, 256));
    newest_ = at;
}

void Translator::take(const AmiMessage& message, Instant arrived, Events& out)
{
    const std::size_t before = out.size();
    pbx_.out = &out;
    pass_time(arrived);
    const AmiEvent event = make_event(message, arrived, offset_);
    pbx_.census.look_at(event);
    dispatch(event);
    newest_ = std::max(newest_.value_or(event.at), event.at);
    drop_oversized(before);
}

void Translator::take(const SpoolChange& change, Events& out)
{
    const std::size_t before = out.size();
    pbx_.out = &out;
    pass_time(change.at);
    mailboxes_.take(change);
    // Live, the telephone system's own words say how far it was seen, not those of its files.
    if (is_recorded_) newest_ = std::max(newest_.value_or(change.at), change.at);
    drop_oversized(before);
}

void Translator::pass(Instant now, Events& out)
{
    const std::size_t before = out.size();
    pbx_.out = &out;
    pass_time(now);
    drop_oversized(before);
}

void Translator::tell_status(v1::SourceStatus::State state, std::string_view detail, Instant at,
                             Events& out)
{
    pbx_.out = &out;
    auto& status = *pbx_.write(at, "", "", "").mutable_source_status();
    status.set_state(state);
    status.set_detail(clean(detail, 256));
}

void Translator::lose(std::string_view what, Instant at, Events& out, std::optional<Instant> from)
{
    pbx_.out = &out;
    upstream_.lose(from.value_or(as_of().value_or(at)), at, what);
    members_.forget_devices();
    queue_lists_.forget();
    channel_lists_.forget();
    mailboxes_.forget_listing();
}

void Translator::restore(Instant at, Events& out)
{
    pbx_.out = &out;
    upstream_.restore(at);
}

void Translator::close_all_calls(Instant at, Events& out)
{
    const std::size_t before = out.size();
    pbx_.out = &out;
    reconciler_.close_all(at, seen_until(at));
    drop_oversized(before);
}

void Translator::listed(const std::string& mailbox, Instant as_of, Instant at, Events& out)
{
    const std::size_t before = out.size();
    pbx_.out = &out;
    mailboxes_.listed(mailbox, as_of, at);
    drop_oversized(before);
}

void Translator::greeting_changed(const std::string& mailbox, std::string_view greeting,
                                  Instant modified, Instant at, Events& out)
{
    pbx_.out = &out;
    auto& said = *pbx_.write(at, "greeting file", mailbox, "").mutable_greeting_observed();
    said.set_mailbox_id(pbx_.scoped(mailbox));
    said.set_kind(greeting == "temp"   ? v1::TEMPORARY
                  : greeting == "busy" ? v1::BUSY
                                       : v1::UNAVAILABLE);
    said.set_modified_at_us(micros(modified));
    said.set_active(true);
}

void Translator::finish(Instant at, Events& out)
{
    const std::size_t before = out.size();
    pbx_.out = &out;
    pass_time(at);
    queue_lists_.send_all(at);
    mailboxes_.send_all(at);
    drop_oversized(before);
    auto& status = *pbx_.write(at, "", "", "").mutable_source_status();
    status.set_state(v1::SourceStatus::END);
    status.set_detail("The recording has ended.");
}

void Translator::dispatch(const AmiEvent& event)
{
    switch (event.kind) {
        case Kind::unknown:
        case Kind::ignored: return;
        case Kind::response: return voicemail_calls_.take_response(event);
        case Kind::shutdown: return upstream_.take_shutdown(event);
        case Kind::fully_booted: return boot(event);
        case Kind::reload: return mailboxes_.want_snapshots();
        case Kind::message_waiting: return voicemail_calls_.take_message_waiting(event);
        case Kind::device_state_change:
            queue_lists_.take_live_member(event);
            return members_.take_device_state(event);
        case Kind::core_show_channel:
        case Kind::core_show_channels_complete:
        case Kind::queue_params:
        case Kind::queue_member:
        case Kind::queue_entry:
        case Kind::queue_status_complete:
        case Kind::voicemail_user_entry:
        case Kind::voicemail_user_entry_complete: return dispatch_list(event);
        default: break;
    }
    // Items of lists reuse the names of live events; these would be none.
    if (event.is_list_item()) return;
    dispatch_call(event);
    dispatch_queue(event);
}

void Translator::dispatch_call(const AmiEvent& event)
{
    switch (event.kind) {
        case Kind::newchannel: return calls_.take_newchannel(event);
        case Kind::newexten:
            queues_.take_newexten(event);
            if (calls_.take_newexten(event)) routes_.take_application(event);
            return;
        case Kind::var_set:
            if (event["Variable"] == "QUEUESTATUS")
                queues_.take_queue_status(event, event["Value"]);
            return;
        case Kind::dtmf_end: return routes_.take_dtmf_end(event);
        case Kind::dial_begin:
            routes_.take_dial_begin(event);
            talks_.take_dial_begin(event);
            return outbound_.take_dial_begin(event);
        case Kind::dial_end:
            talks_.take_dial_end(event);
            offers_.take_dial_end(event);
            return outbound_.take_dial_end(event);
        case Kind::hold: return talks_.take_hold(event);
        case Kind::unhold: return talks_.take_unhold(event);
        case Kind::blind_transfer: return talks_.take_blind_transfer(event);
        case Kind::attended_transfer: return talks_.take_attended_transfer(event);
        case Kind::hangup_request: return talks_.take_hangup_request(event);
        case Kind::hangup: return hang_up(event);
        default: return;
    }
}

void Translator::dispatch_queue(const AmiEvent& event)
{
    switch (event.kind) {
        case Kind::queue_member_added:
        case Kind::queue_member_removed:
        case Kind::queue_member_pause: queue_lists_.take_live_member(event); break;
        default: break;
    }
    switch (event.kind) {
        case Kind::queue_caller_join: return queues_.take_join(event);
        case Kind::queue_caller_abandon: return queues_.take_abandon(event);
        case Kind::queue_caller_leave:
            queue_lists_.take_leave(event.uniqueid);
            return queues_.take_leave(event);
        case Kind::agent_called: return offers_.take_agent_called(event);
        case Kind::agent_ring_no_answer: return offers_.take_ring_no_answer(event);
        case Kind::agent_connect: return connect(event);
        case Kind::agent_complete: return talks_.take_agent_complete(event);
        case Kind::queue_member_added: return members_.take_added(event);
        case Kind::queue_member_removed: return members_.take_removed(event);
        case Kind::queue_member_pause: return members_.take_pause(event);
        case Kind::queue_member_penalty: return members_.take_penalty(event);
        default: return;
    }
}

void Translator::connect(const AmiEvent& event)
{
    const auto joined = queues_.joined_at(event.uniqueid);
    queues_.take_connect(event);
    // The talk asks the offer how long the telephone rang.
    talks_.take_agent_connect(event, joined);
    offers_.take_agent_connect(event);
}

void Translator::dispatch_list(const AmiEvent& event)
{
    switch (event.kind) {
        case Kind::core_show_channel: return channel_lists_.take_item(event);
        case Kind::core_show_channels_complete: return channel_lists_.take_complete(event);
        case Kind::queue_params: return queue_lists_.take_params(event);
        case Kind::queue_member: return queue_lists_.take_member(event);
        case Kind::queue_entry: return queue_lists_.take_entry(event);
        case Kind::queue_status_complete: return queue_lists_.take_complete(event);
        case Kind::voicemail_user_entry: return mailboxes_.take_user_entry(event);
        case Kind::voicemail_user_entry_complete: return mailboxes_.take_list_complete(event);
        default: return;
    }
}

void Translator::hang_up(const AmiEvent& event)
{
    queue_lists_.take_leave(event.uniqueid);
    channel_lists_.take_hangup(event);
    queues_.take_hangup(event);
    offers_.take_hangup(event);
    talks_.take_hangup(event);
    outbound_.take_hangup(event);
    calls_.take_hangup(event);
}

void Translator::boot(const AmiEvent& event)
{
    if (upstream_.take_fully_booted()) {
        reconciler_.close_all(event.at, seen_until(event.at));
        members_.forget_devices();
    }
    if (is_recorded_) upstream_.restore(event.at);
    mailboxes_.want_snapshots();
}

void Translator::pass_time(Instant now)
{
    if (last_tidied_ && now - *last_tidied_ < tidy_every) return;
    last_tidied_ = now;
    queues_.expire(now);
    offers_.expire(now);
    talks_.expire(now);
    outbound_.expire(now);
    if (const auto list = channel_lists_.due(now)) reconciler_.apply(*list, now, seen_until(now));
    queue_lists_.send_due(now);
    mailboxes_.send_due(now);
}

void Translator::drop_oversized(std::size_t from)
{
    auto& out = *pbx_.out;
    for (std::size_t i = from; i < out.size();) {
        if (out[i].ByteSizeLong() <= event_bytes_max) {
            ++i;
            continue;
        }
        pbx_.census.left_out("event: too large");
        out.erase(out.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

std::optional<Instant> Translator::as_of() const
{
    auto oldest = newest_;
    for (const auto& held : {queues_.oldest_held(), offers_.oldest_held(), talks_.oldest_held(),
                             outbound_.oldest_held()})
        if (held && oldest && *held <= *oldest) oldest = *held - Micros{1};
    if (const auto lost = upstream_.lost()) oldest = std::min(oldest.value_or(*lost), *lost);
    return oldest;
}

}  // namespace callwatch::asterisk
