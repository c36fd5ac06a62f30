#include "daemon/bridges/asterisk/mailboxes.hpp"

#include <vector>

#include "daemon/bridges/asterisk/ami_text.hpp"
#include "daemon/bridges/asterisk/caller_id.hpp"
#include "daemon/bridges/asterisk/times.hpp"

namespace callwatch::asterisk {
namespace {

constexpr Micros snapshot_every = std::chrono::seconds{300};
/// A call has touched the mailbox: its file is seen at the next look at the spool, every 0.25 s.
constexpr Micros settled_after = std::chrono::seconds{1};
constexpr std::size_t mailboxes_max = 20'000;
constexpr std::size_t messages_max = 10'000;  // Kept of one mailbox; Asterisk's own limit is 9 999.
constexpr int snapshot_messages_max = 1'000;  // MailboxSnapshot in the contract.
constexpr std::size_t snapshot_bytes_max =
    48 * 1024;  // An event has to fit into a batch of 64 KiB.

}  // namespace

void Mailboxes::take_user_entry(const AmiEvent& event)
{
    const std::string_view box = event["VoiceMailbox"];
    const std::string_view context = event["VMContext"];
    if (box.empty()) return pbx_.census.unreadable(event, "VoiceMailbox");
    if (listing_.size() >= mailboxes_max) return pbx_.census.left_out("mailboxes: too many");
    std::string name{box};
    name += '@';
    name += context.empty() ? std::string_view{pbx_.settings.mailbox_context} : context;
    name = clean(name, id_bytes_max);
    if (watch_ != MailboxWatch::recorded) calls_.take_user_entry(event, name);
    listing_.insert(std::move(name));
}

void Mailboxes::take_list_complete(const AmiEvent& event)
{
    known_ = std::move(listing_);
    listing_.clear();
    auto& list = *pbx_.write(event, "").mutable_mailbox_list();
    for (const auto& name : known_) list.add_mailbox_ids(pbx_.scoped(name));
    list.set_as_of_us(micros(event.at));
    if (!last_round_) last_round_ = event.at;
    want_snapshots();
}

std::string Mailboxes::full_name(const std::string& mailbox) const
{
    if (mailbox.find('@') != std::string::npos) return mailbox;
    const std::string begins = mailbox + "@";
    const std::string usual = begins + pbx_.settings.mailbox_context;
    if (known_.count(usual) != 0) return usual;
    const auto other = known_.lower_bound(begins);
    const bool found = other != known_.end() && other->compare(0, begins.size(), begins) == 0;
    return found ? *other : usual;
}

void Mailboxes::take(const SpoolChange& change)
{
    const std::string mailbox = full_name(change.mailbox);
    switch (change.kind) {
        case SpoolChange::Kind::appeared: return appear(change, mailbox);
        case SpoolChange::Kind::moved: return move(change, mailbox);
        case SpoolChange::Kind::gone: return go(change, mailbox);
        case SpoolChange::Kind::renumbered: return;  // A file name is not an identity.
    }
}

Mailboxes::Message Mailboxes::describe(const SpoolChange& change, const std::string& mailbox) const
{
    Message out;
    const CallerId caller = parse_caller_id(change.caller_id);
    out.folder = clean(change.folder, id_bytes_max);
    out.caller = pbx_.dial_plan.read(caller.number);
    out.caller_name = caller.name;
    out.received = change.began;
    out.duration_ms = change.duration_ms;
    if (change.caller_channel.empty()) {
        // A list of the manager interface does not name the channel.
        out.call = calls_.announced_call(mailbox, caller.number, change.began);
        const Call* call = pbx_.calls.find(out.call);
        if (call != nullptr) out.received = call->began;
        return out;
    }
    // The newest call on a channel of that name: serials are given again after a restart.
    const Call* newest = nullptr;
    pbx_.channels.for_each([&](const std::string&, const Channel& channel) {
        if (channel.name != change.caller_channel) return;
        const Call* call = pbx_.calls.find(channel.call);
        if (call == nullptr || (newest != nullptr && call->began < newest->began)) return;
        newest = call;
        out.call = channel.call;
    });
    if (newest != nullptr) out.received = newest->began;
    return out;
}

void Mailboxes::appear(const SpoolChange& change, const std::string& mailbox)
{
    if (contents_.count(mailbox) == 0 && contents_.size() >= mailboxes_max)
        return pbx_.census.left_out("mailboxes: too many");
    Contents& contents = contents_[mailbox];
    if (contents.size() >= messages_max) return pbx_.census.left_out("mailbox: too many messages");
    const Message& message = contents[change.msg_id] = describe(change, mailbox);
    const bool announced = calls_.bind(mailbox, message.call);

    auto& event = pbx_.write(change.at, "spool new", change.msg_id, message.call);
    if (!announced) event.set_origin(v1::ORIGIN_RECONCILE);
    auto& left = *event.mutable_voicemail_left();
    left.set_message_id(clean(change.msg_id, id_bytes_max));
    left.set_mailbox_id(pbx_.scoped(mailbox));
    *left.mutable_caller() = message.caller;
    left.set_caller_name(message.caller_name);
    left.set_duration_ms(message.duration_ms);
    left.set_urgent(change.folder == "Urgent");
    left.set_call_id(pbx_.scoped(message.call));
    left.set_received_at_us(micros(message.received));
    left.set_folder(message.folder);
    const Call* call = pbx_.calls.find(message.call);
    if (call != nullptr) left.set_queue_id(pbx_.scoped(call->last_queue));
}

void Mailboxes::move(const SpoolChange& change, const std::string& mailbox)
{
    auto& contents = contents_[mailbox];
    const auto known = contents.find(change.msg_id);
    if (known == contents.end()) {
        contents[change.msg_id] = describe(change, mailbox);
        pbx_.census.left_out("spool: moved, but never seen before");
    } else {
        known->second.folder = clean(change.folder, id_bytes_max);
    }
    const std::string by = pbx_.scoped(calls_.session(mailbox, change.at));
    auto& event = pbx_.write(change.at, "spool moved", change.msg_id, "");
    if (change.from_folder == "INBOX" && change.folder == "Old") {
        auto& heard = *event.mutable_voicemail_heard();
        heard.set_message_id(clean(change.msg_id, id_bytes_max));
        heard.set_mailbox_id(pbx_.scoped(mailbox));
        heard.set_by_agent_id(by);
        heard.set_inferred(true);
        return;
    }
    auto& moved = *event.mutable_voicemail_moved();
    moved.set_message_id(clean(change.msg_id, id_bytes_max));
    moved.set_mailbox_id(pbx_.scoped(mailbox));
    moved.set_by_agent_id(by);
    moved.set_inferred(true);
    moved.set_from_folder(clean(change.from_folder, id_bytes_max));
    moved.set_to_folder(clean(change.folder, id_bytes_max));
}

void Mailboxes::go(const SpoolChange& change, const std::string& mailbox)
{
    contents_[mailbox].erase(change.msg_id);
    auto& deleted =
        *pbx_.write(change.at, "spool gone", change.msg_id, "").mutable_voicemail_deleted();
    deleted.set_message_id(clean(change.msg_id, id_bytes_max));
    deleted.set_mailbox_id(pbx_.scoped(mailbox));
    deleted.set_by_agent_id(pbx_.scoped(calls_.session(mailbox, change.at)));
    deleted.set_inferred(true);
}

void Mailboxes::send_due(Instant now)
{
    if (watch_ != MailboxWatch::recorded || !last_round_) return;
    if (now - *last_round_ >= snapshot_every) {
        last_round_ = now;
        want_snapshots();
    }
    for (auto mailbox = wanted_.begin(); mailbox != wanted_.end();) {
        const auto touched = calls_.last_touched(*mailbox);
        if (touched && *touched + settled_after > now) {
            ++mailbox;
            continue;
        }
        send(*mailbox, now, now);
        mailbox = wanted_.erase(mailbox);
    }
}

void Mailboxes::send_all(Instant now)
{
    if (watch_ != MailboxWatch::recorded) return;
    for (const auto& mailbox : known_) send(mailbox, now, now);
    wanted_.clear();
}

void Mailboxes::listed(const std::string& mailbox, Instant as_of, Instant now)
{
    if (watch_ == MailboxWatch::live) send(clean(mailbox, id_bytes_max), as_of, now);
}

void Mailboxes::send(const std::string& mailbox, Instant as_of, Instant now)
{
    auto& snapshot = *pbx_.write(now, "spool listing", mailbox, "").mutable_mailbox_snapshot();
    snapshot.set_mailbox_id(pbx_.scoped(mailbox));
    snapshot.set_as_of_us(micros(as_of));
    snapshot.set_complete(true);
    std::size_t bytes = 0;
    for (const auto& [msg_id, message] : contents_[mailbox]) {
        v1::MailboxSnapshot::Message item;
        item.set_message_id(clean(msg_id, id_bytes_max));
        item.set_folder(message.folder);
        *item.mutable_caller() = message.caller;
        item.set_received_at_us(micros(message.received));
        item.set_duration_ms(message.duration_ms);
        item.set_caller_name(message.caller_name);
        item.set_call_id(pbx_.scoped(message.call));
        bytes += item.ByteSizeLong() + 4;
        if (snapshot.messages_size() >= snapshot_messages_max || bytes > snapshot_bytes_max) {
            snapshot.set_complete(false);
            return pbx_.census.left_out("mailbox snapshot: too long, sent incomplete");
        }
        *snapshot.add_messages() = std::move(item);
    }
}

}  // namespace callwatch::asterisk
