#include "daemon/policy/message_presence.hpp"

#include <set>

#include "daemon/policy/message_duty.hpp"

namespace callwatch {
namespace {

struct Touch {
    Instant at;
    DeviceId device;
    PersonId person;
};

Touch touch(const Known& known, Instant at, const DeviceId& device)
{
    return {at, device, known.directory.user_of(device, at)};
}

void move_to(const Known& known, const Message& message, const std::string& folder,
             const Touch& touched, Facts& out)
{
    if (!message.gone && message.folder == folder) return;
    const auto& id = message.left.message;
    if (!message.gone && message.is_in_new_folder() && folder == "Old")
        out.push_back(known.fact(MessageHeard{id, touched.at, touched.device, touched.person}));
    else
        out.push_back(
            known.fact(MessageMoved{id, folder, touched.at, touched.device, touched.person}));
}

VoicemailLeft message_of(const MailboxSnapshot& said, const MailboxSnapshot::Item& item)
{
    return {.msg_id = item.msg_id,
            .mailbox = said.mailbox,
            .caller = item.caller,
            .duration = item.duration,
            .call = item.call,
            .received_at = item.received_at,
            .folder = item.folder};
}

/// What the list has: unknown messages begin a duty, known ones may have moved, or be back. What
/// was seen after the list was made is newer. Counts the differences.
std::optional<Refusal> take_listed(const Known& known, const Event& event,
                                   const MailboxSnapshot& said, std::size_t& differences,
                                   Facts& out)
{
    Event found = event;
    found.origin = Origin::reconcile;
    found.occurred_at = said.as_of;
    std::set<MsgId> taken;
    for (const auto& item : said.items) {
        if (!taken.insert(item.msg_id).second) continue;
        const auto before = out.size();
        const auto* message = known.board.messages().find(said.mailbox, item.msg_id);
        if (message == nullptr) {
            if (auto refusal = take(known, found, message_of(said, item), out)) return refusal;
        } else if (message->presence_at < said.as_of) {
            move_to(known, *message, item.folder, {said.as_of, {}, {}}, out);
        }
        differences += out.size() > before ? 1 : 0;
    }
    return std::nullopt;
}

/// What the list lacks, unless it was seen after the list was made.
std::size_t take_missing(const Known& known, const MailboxSnapshot& said, Facts& out)
{
    std::set<MsgId> listed;
    for (const auto& item : said.items) listed.insert(item.msg_id);
    std::size_t missing = 0;
    for (const auto& [msg_id, id] : known.board.messages().presence(said.mailbox)) {
        const auto* message = known.board.messages().find(id);
        if (listed.contains(msg_id) || message->presence_at >= said.as_of) continue;
        out.push_back(known.fact(MessageGone{id, said.as_of, {}, {}}));
        ++missing;
    }
    return missing;
}

}  // namespace

void take(const Known& known, const Event& event, const VoicemailHeard& said, Facts& out)
{
    const auto* message = known.board.messages().find(said.mailbox, said.msg_id);
    if (message == nullptr || message->gone) return;
    if (message->heard_at && !message->is_in_new_folder()) return;
    const auto touched = touch(known, event.occurred_at, said.by);
    out.push_back(known.fact(
        MessageHeard{message->left.message, touched.at, touched.device, touched.person}));
}

void take(const Known& known, const Event& event, const VoicemailMoved& said, Facts& out)
{
    const auto* message = known.board.messages().find(said.mailbox, said.msg_id);
    if (message == nullptr || message->gone) return;
    move_to(known, *message, said.to_folder, touch(known, event.occurred_at, said.by), out);
}

void take(const Known& known, const Event& event, const VoicemailDeleted& said, Facts& out)
{
    const auto* message = known.board.messages().find(said.mailbox, said.msg_id);
    if (message == nullptr || message->gone) return;
    const auto touched = touch(known, event.occurred_at, said.by);
    out.push_back(
        known.fact(MessageGone{message->left.message, touched.at, touched.device, touched.person}));
}

void take(const Known& known, const Event& event, const MailboxCounts& said, Facts& out)
{
    if (known.directory.mailbox(said.mailbox) == nullptr) return;
    out.push_back(known.fact(
        MailboxCounted{said.mailbox, said.new_messages, said.old_messages, event.occurred_at}));
}

std::optional<Refusal> take(const Known& known, const Event& event, const MailboxSnapshot& said,
                            Facts& out)
{
    if (!said.complete || known.directory.mailbox(said.mailbox) == nullptr) return std::nullopt;
    std::size_t differences = 0;
    if (auto refusal = take_listed(known, event, said, differences, out)) return refusal;
    differences += take_missing(known, said, out);
    out.push_back(
        known.fact(MailboxListed{.mailbox = said.mailbox,
                                 .as_of = said.as_of,
                                 .messages = static_cast<std::uint32_t>(said.items.size()),
                                 .agrees = differences == 0}));
    return std::nullopt;
}

}  // namespace callwatch
