#include "daemon/wire/event_fields.hpp"

namespace callwatch {
namespace {

Direction direction_of(v1::Direction direction)
{
    return v1::Direction_IsValid(direction) ? static_cast<Direction>(direction)
                                            : Direction::unspecified;
}

VoicemailLeft decode_left(const v1::VoicemailLeft& said, EventFields& fields, Instant occurred_at)
{
    return {.msg_id = fields.optional<MsgId>(said.message_id(), "message_id"),
            .mailbox = fields.required<MailboxId>(said.mailbox_id(), "mailbox_id"),
            .queue = fields.optional<QueueId>(said.queue_id(), "queue_id"),
            .caller = fields.party(said.caller(), "caller"),
            .duration = fields.span(said.duration_ms(), "duration_ms"),
            .call = said.message_id().empty() ? fields.required<CallId>(said.call_id(), "call_id")
                                              : fields.optional<CallId>(said.call_id(), "call_id"),
            // Received when the call began; if that is not known, when the message was left.
            .received_at = said.received_at_us() == 0
                             ? occurred_at
                             : fields.instant(said.received_at_us(), "received_at_us"),
            .folder = fields.text(said.folder(), "folder")};
}

MailboxSnapshot decode_snapshot(const v1::MailboxSnapshot& said, EventFields& fields)
{
    MailboxSnapshot snapshot{.mailbox = fields.required<MailboxId>(said.mailbox_id(), "mailbox_id"),
                             .complete = said.complete(),
                             .as_of = fields.instant(said.as_of_us(), "as_of_us")};
    fields.bound(said.messages_size(), listed_messages_max, "messages");
    if (fields.refusal()) return snapshot;
    for (const auto& one : said.messages()) {
        snapshot.items.push_back(
            {.msg_id = fields.required<MsgId>(one.message_id(), "messages.message_id"),
             .folder = fields.text(one.folder(), "messages.folder"),
             .caller = fields.party(one.caller(), "messages.caller"),
             .received_at = one.received_at_us() == 0
                              ? snapshot.as_of
                              : fields.instant(one.received_at_us(), "messages.received_at_us"),
             .duration = fields.span(one.duration_ms(), "messages.duration_ms"),
             .call = fields.optional<CallId>(one.call_id(), "messages.call_id")});
    }
    return snapshot;
}

MailboxesListed decode_list(const v1::MailboxList& said, EventFields& fields)
{
    MailboxesListed list{.mailboxes = {}, .as_of = fields.instant(said.as_of_us(), "as_of_us")};
    fields.bound(said.mailbox_ids_size(), listed_mailboxes_max, "mailbox_ids");
    if (fields.refusal()) return list;
    for (const auto& id : said.mailbox_ids())
        list.mailboxes.push_back(fields.required<MailboxId>(id, "mailbox_ids"));
    return list;
}

template <class Said>
struct Touched {
    MsgId msg_id;
    MailboxId mailbox;
    DeviceId by;

    Touched(const Said& said, EventFields& fields)
        : msg_id{fields.required<MsgId>(said.message_id(), "message_id")},
          mailbox{fields.required<MailboxId>(said.mailbox_id(), "mailbox_id")},
          by{fields.optional<DeviceId>(said.by_agent_id(), "by_agent_id")}
    {
    }
};

}  // namespace

EventBody decode_voicemail_event(const v1::Event& wire, EventFields& fields, Instant occurred_at)
{
    using What = v1::Event::WhatCase;
    switch (wire.what_case()) {
        case What::kVoicemailReached:
            return VoicemailReached{
                fields.required<CallId>(wire.voicemail_reached().call_id(), "call_id"),
                fields.required<MailboxId>(wire.voicemail_reached().mailbox_id(), "mailbox_id"),
                wire.voicemail_reached().greeting_played(),
                fields.optional<DeviceId>(wire.voicemail_reached().operator_id(), "operator_id"),
                direction_of(wire.voicemail_reached().direction())};
        case What::kVoicemailLeft: return decode_left(wire.voicemail_left(), fields, occurred_at);
        case What::kVoicemailHeard: {
            const Touched touched{wire.voicemail_heard(), fields};
            return VoicemailHeard{touched.msg_id, touched.mailbox, touched.by};
        }
        case What::kVoicemailMoved: {
            const Touched touched{wire.voicemail_moved(), fields};
            return VoicemailMoved{touched.msg_id, touched.mailbox, touched.by,
                                  fields.text(wire.voicemail_moved().to_folder(), "to_folder")};
        }
        case What::kVoicemailDeleted: {
            const Touched touched{wire.voicemail_deleted(), fields};
            return VoicemailDeleted{touched.msg_id, touched.mailbox, touched.by};
        }
        case What::kMailboxCounts:
            return MailboxCounts{
                fields.required<MailboxId>(wire.mailbox_counts().mailbox_id(), "mailbox_id"),
                wire.mailbox_counts().new_messages() + wire.mailbox_counts().new_urgent(),
                wire.mailbox_counts().old_messages() + wire.mailbox_counts().old_urgent()};
        case What::kGreetingChanged:
            return GreetingModified{
                fields.required<MailboxId>(wire.greeting_changed().mailbox_id(), "mailbox_id"),
                occurred_at};
        case What::kGreetingObserved:
            return GreetingModified{
                fields.required<MailboxId>(wire.greeting_observed().mailbox_id(), "mailbox_id"),
                fields.instant(wire.greeting_observed().modified_at_us(), "modified_at_us")};
        case What::kMailboxStateObserved:
            return MailboxStateObserved{
                fields.required<MailboxId>(wire.mailbox_state_observed().mailbox_id(),
                                           "mailbox_id"),
                wire.mailbox_state_observed().exists() && wire.mailbox_state_observed().enabled(),
                wire.mailbox_state_observed().accepts_messages()};
        case What::kMailboxList: return decode_list(wire.mailbox_list(), fields);
        default: return decode_snapshot(wire.mailbox_snapshot(), fields);
    }
}

}  // namespace callwatch
