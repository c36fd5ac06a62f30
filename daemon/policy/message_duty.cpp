#include "daemon/policy/message_duty.hpp"

#include "daemon/policy/returned_call.hpp"

namespace callwatch {
namespace {

/// Nothing if the message cannot have a due day.
std::optional<MessageLeft> begin_duty(const Known& known, const Event& event,
                                      const VoicemailLeft& said, const Mailbox& mailbox)
{
    const auto& calendar = known.directory.calendar(mailbox.location);
    const auto due = calendar.due(said.received_at, known.policy.after_hours_due);
    if (!due) return std::nullopt;
    const auto deadline = due->closes + known.policy.eod_grace;
    return MessageLeft{
        .message = known.board.messages().id_for(said.mailbox, said.call, said.msg_id),
        .mailbox = said.mailbox,
        .location = mailbox.location,
        .person = mailbox.group.empty() ? known.directory.owner_of(said.mailbox, said.received_at)
                                        : PersonId{},
        .group = mailbox.group,
        .call = said.call,
        .queue = said.queue,
        .caller = said.caller,
        .received_at = said.received_at,
        .left_at = event.occurred_at,
        .due_date = due->date,
        .deadline = deadline,
        .late_arrival = said.received_at >= due->closes - known.policy.late_window &&
                        said.received_at < due->closes,
        .origin = event.origin};
}

void bind(const Known& known, const Event& event, const VoicemailLeft& said,
          const MessageId& message, bool is_open, Facts& out)
{
    out.push_back(known.fact(MessageBound{.message = message,
                                          .msg_id = said.msg_id,
                                          .folder = said.folder.empty() ? "INBOX" : said.folder,
                                          .duration = said.duration,
                                          .bound_at = event.occurred_at}));
    const bool known_length = said.duration > Millis{0};
    if (is_open && known_length && said.duration < known.policy.min_message)
        out.push_back(known.fact(MessageNoDuty{message, "too_short", said.duration}));
}

}  // namespace

std::optional<Refusal> take(const Known& known, const Event& event, const VoicemailLeft& said,
                            Facts& out)
{
    const auto* mailbox = known.directory.mailbox(said.mailbox);
    if (mailbox == nullptr) {
        out.push_back(known.fact(UnwatchedMessage{event.source, said.mailbox, event.occurred_at}));
        return std::nullopt;
    }
    const auto& messages = known.board.messages();
    if (!said.msg_id.empty()) {
        if (messages.find(said.mailbox, said.msg_id) != nullptr) return std::nullopt;
        if (const auto* announced = messages.find_unbound(said.mailbox, said.call)) {
            bind(known, event, said, announced->left.message, announced->is_open(), out);
            return std::nullopt;
        }
    }
    const auto duty = begin_duty(known, event, said, *mailbox);
    if (!duty)
        return Refusal{Refusal::Code::implausible,
                       said.mailbox.text + ": no workday within 400 days on which it would be due"};
    out.push_back(known.fact(*duty));
    bool is_open = true;
    if (!said.caller.extension.empty() && !known.policy.internal_messages_are_duties) {
        out.push_back(known.fact(MessageNoDuty{duty->message, "internal", said.duration}));
        is_open = false;
    }
    if (!said.msg_id.empty()) bind(known, event, said, duty->message, is_open, out);
    const bool too_short = is_open && !said.msg_id.empty() && said.duration > Millis{0} &&
                           said.duration < known.policy.min_message;
    if (is_open && !too_short) match_earlier_calls(known, *duty, out);
    return std::nullopt;
}

void take(const Known& known, const Event& event, const VoicemailReached& said, Facts& out)
{
    const auto* mailbox = known.directory.mailbox(said.mailbox);
    if (mailbox == nullptr || said.call.empty()) return;
    const auto* state = known.board.mailboxes().find(said.mailbox);
    if (state != nullptr && state->without_message.contains(said.call)) return;
    out.push_back(
        known.fact(MailboxReached{said.mailbox, mailbox->location, said.call, event.occurred_at}));
}

}  // namespace callwatch
