#include "daemon/wire/board_codec.hpp"
#include "daemon/wire/board_fields.hpp"

namespace callwatch {
namespace {

using Record = BoardCodec::Record;
using ByMsgId = std::map<MailboxId, std::map<MsgId, MessageId>>;

void encode(const MessageStep& step, fields::MessageStep& wire)
{
    const auto& [at, what, device, person, call, detail, remark] = step;
    wire.set_at_us(micros_of(at));
    wire.set_what(static_cast<std::uint32_t>(what));
    wire.set_device_id(device.text.str());
    wire.set_person_id(person.text.str());
    wire.set_call_id(call.text.str());
    wire.set_detail(detail.str());
    wire.set_remark_token(remark.text.str());
}

MessageStep decoded(const fields::MessageStep& wire)
{
    return {.at = instant_of(wire.at_us()),
            .what = static_cast<MessageStep::What>(wire.what()),
            .device = {wire.device_id()},
            .person = {wire.person_id()},
            .call = {wire.call_id()},
            .detail = wire.detail(),
            .remark = {wire.remark_token()}};
}

void encode(const Message& message, fields::MessageState& wire)
{
    const auto& [left, msg_id, folder, duration, gone, presence_at, begun_by_list, no_duty, overdue,
                 heard_at, attempts, returned, claimed, resolved, deferred, carried, reopened_at,
                 history] = message;
    wire.set_left(encode_body(left));
    wire.set_msg_id(msg_id.text.str());
    wire.set_folder(folder.str());
    wire.set_duration_ms(duration.count());
    wire.set_gone(gone);
    wire.set_presence_at_us(micros_of(presence_at));
    wire.set_begun_by_list(begun_by_list);
    wire.set_no_duty(no_duty.str());
    wire.set_overdue(overdue);
    if (heard_at) wire.set_heard_at_us(micros_of(*heard_at));
    for (const auto at : attempts) wire.add_attempts_us(micros_of(at));
    if (returned) wire.set_returned(encode_body(*returned));
    if (claimed) wire.set_claimed(encode_body(*claimed));
    if (resolved) wire.set_resolved(encode_body(*resolved));
    if (deferred) wire.set_deferred(encode_body(*deferred));
    if (carried) wire.set_carried(encode_body(*carried));
    if (reopened_at) wire.set_reopened_at_us(micros_of(*reopened_at));
    for (const auto& step : history) encode(step, *wire.add_history());
}

void put_index(const ByMsgId& index, bool presence, const BoardCodec::Put& put)
{
    for (const auto& [mailbox, entries] : index) {
        Record record;
        auto& wire = presence ? *record.mutable_presence() : *record.mutable_known_messages();
        wire.set_mailbox_id(mailbox.text.str());
        for (const auto& [msg_id, message] : entries) {
            auto& entry = *wire.add_entries();
            entry.set_msg_id(msg_id.text.str());
            entry.set_message(message.text.str());
        }
        put(record);
    }
}

/// The id as the message has it, so that all its copies share one text.
MessageId id_of(const std::string& text, const MessageBook& book)
{
    MessageId id{text};
    const auto* message = book.find(id);
    return message == nullptr ? id : message->left.message;
}

void take_index_of(const fields::MailboxIndex& wire, const MessageBook& book, ByMsgId& index)
{
    // Also without entries: an index that has become empty is still an index.
    auto& entries = index[{wire.mailbox_id()}];
    for (const auto& entry : wire.entries())
        entries.emplace_hint(entries.end(), MsgId{entry.msg_id()}, id_of(entry.message(), book));
}

}  // namespace

void BoardCodec::write_book(const MessageBook& book, const Put& put)
{
    // What all of them come to, and all changes together, follow from the rest.
    const auto& [changes, changes_of_all, totals, messages, by_caller, deadlines, by_msg_id,
                 presence, by_call] = book;
    Record record;
    for (const auto& [location, count] : changes) {
        record.mutable_location_changes()->set_location_id(location.text.str());
        record.mutable_location_changes()->set_changes(count);
        put(record);
    }
    for (const auto& [id, message] : messages) {
        record.Clear();
        encode(message, *record.mutable_message());
        put(record);
    }
    for (const auto& [caller, ids] : by_caller) {
        record.Clear();
        record.mutable_caller_messages()->set_caller(caller.str());
        for (const auto& id : ids) record.mutable_caller_messages()->add_messages(id.text.str());
        put(record);
    }
    for (const auto& [at, id] : deadlines) {
        record.mutable_deadline()->set_at_us(micros_of(at));
        record.mutable_deadline()->set_message(id.text.str());
        put(record);
    }
    put_index(by_msg_id, false, put);
    put_index(presence, true, put);
    for (const auto& [key, ids] : by_call) {
        record.Clear();
        auto& wire = *record.mutable_call_messages();
        wire.set_mailbox_id(key.first.text.str());
        wire.set_call_id(key.second.text.str());
        for (const auto& id : ids) wire.add_messages(id.text.str());
        put(record);
    }
}

void BoardCodec::take_message(const fields::MessageState& wire, MessageBook& book)
{
    Message message;
    decode_body(wire.left(), message.left);
    message.msg_id.text = wire.msg_id();
    message.folder = wire.folder();
    message.duration = Millis{wire.duration_ms()};
    message.gone = wire.gone();
    message.presence_at = instant_of(wire.presence_at_us());
    message.begun_by_list = wire.begun_by_list();
    message.no_duty = wire.no_duty();
    message.overdue = wire.overdue();
    if (wire.has_heard_at_us()) message.heard_at = instant_of(wire.heard_at_us());
    for (const auto at : wire.attempts_us()) message.attempts.push_back(instant_of(at));
    if (wire.has_returned()) decode_body(wire.returned(), message.returned.emplace());
    if (wire.has_claimed()) decode_body(wire.claimed(), message.claimed.emplace());
    if (wire.has_resolved()) decode_body(wire.resolved(), message.resolved.emplace());
    if (wire.has_deferred()) decode_body(wire.deferred(), message.deferred.emplace());
    if (wire.has_carried()) decode_body(wire.carried(), message.carried.emplace());
    if (wire.has_reopened_at_us()) message.reopened_at = instant_of(wire.reopened_at_us());
    message.history.reserve(static_cast<std::size_t>(wire.history_size()));
    for (const auto& step : wire.history()) message.history.push_back(decoded(step));
    book.totals_[message.left.location].add(message);
    auto& messages = book.messages_;
    messages.emplace_hint(messages.end(), message.left.message, std::move(message));
}

bool BoardCodec::take_index(const Record& record, MessageBook& book)
{
    switch (record.what_case()) {
        case Record::kLocationChanges:
            book.changes_[{record.location_changes().location_id()}] =
                record.location_changes().changes();
            book.changes_of_all_ += record.location_changes().changes();
            book.totals_.try_emplace({record.location_changes().location_id()});
            return true;
        case Record::kCallerMessages: {
            auto& ids = book.by_caller_[record.caller_messages().caller()];
            for (const auto& id : record.caller_messages().messages())
                ids.emplace_hint(ids.end(), id_of(id, book));
            return true;
        }
        case Record::kDeadline:
            book.deadlines_.emplace_hint(book.deadlines_.end(),
                                         instant_of(record.deadline().at_us()),
                                         id_of(record.deadline().message(), book));
            return true;
        case Record::kKnownMessages:
            take_index_of(record.known_messages(), book, book.by_msg_id_);
            return true;
        case Record::kPresence: take_index_of(record.presence(), book, book.presence_); return true;
        case Record::kCallMessages: {
            const auto& wire = record.call_messages();
            auto& ids = book.by_call_[{{wire.mailbox_id()}, {wire.call_id()}}];
            for (const auto& id : wire.messages()) ids.push_back(id_of(id, book));
            return true;
        }
        default: return false;
    }
}

}  // namespace callwatch
