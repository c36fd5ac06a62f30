#include "daemon/policy/message_duty.hpp"

#include <algorithm>

#include "daemon/policy/promised_window.hpp"
#include "daemon/policy/returned_call.hpp"

namespace callwatch {
namespace {

/// What this event has decided so far: a list may show several messages of one call.
std::size_t begun_of_call(const Facts& decided, const VoicemailLeft& said)
{
    return static_cast<std::size_t>(
        std::count_if(decided.begin(), decided.end(), [&](const auto& one) {
            const auto* left = one.fact.template as<MessageLeft>();
            return left != nullptr && left->mailbox == said.mailbox && left->call == said.call;
        }));
}

bool is_bound_in(const Facts& decided, const MessageId& message)
{
    return std::any_of(decided.begin(), decided.end(), [&](const auto& one) {
        const auto* bound = one.fact.template as<MessageBound>();
        return bound != nullptr && bound->message == message;
    });
}

/// By policy, what is left for somebody who is away is due on the day on which her greeting says
/// that she is back.
std::optional<BusinessHours> due_of_absent(const Known& known, const PersonId& owner,
                                           const VoicemailLeft& said, const BusinessHours& due)
{
    const bool waits = known.policy.absent_due == Policy::AbsentDue::promised_return_day &&
                       known.board.absences().is_away(owner, said.received_at);
    const auto* greeting = known.board.greetings().valid(said.mailbox);
    if (!waits || greeting == nullptr || greeting->state != GreetingState::away ||
        greeting->returns_at <= said.received_at)
        return due;
    const auto& calendar = known.directory.calendar(greeting->location);
    const auto back = calendar.local_date(greeting->returns_at);
    const auto hours =
        calendar.is_workday(back) ? calendar.hours_on(back) : calendar.next_workday(back);
    return hours && hours->date > due.date ? hours : due;
}

/// Nothing if the message cannot have a due day.
std::optional<MessageLeft> begin_duty(const Known& known, const Event& event,
                                      const VoicemailLeft& said, const Mailbox& mailbox,
                                      std::size_t begun)
{
    const auto& calendar = known.directory.calendar(mailbox.location);
    const auto owner =
        mailbox.group.empty() ? known.owner_of(said.mailbox, said.received_at) : PersonId{};
    auto due = calendar.due(said.received_at, known.policy.after_hours_due);
    if (due) due = due_of_absent(known, owner, said, *due);
    if (!due) return std::nullopt;
    const auto deadline = known.end_of_day(mailbox.location, *due);
    return MessageLeft{
        .message = known.board.messages().id_for(said.mailbox, said.call, said.msg_id, begun),
        .mailbox = mailbox.id,  // The directory's: its text is there already.
        .location = mailbox.location,
        .person = owner,
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

/// The list shows it; `message` is as it was before. True if it is still a duty.
bool bind(const Known& known, const Event& event, const VoicemailLeft& said, Message& message,
          Facts& out)
{
    const auto& id = message.left.message;
    message.msg_id = said.msg_id;
    out.push_back(known.fact(MessageBound{.message = id,
                                          .msg_id = said.msg_id,
                                          .folder = said.folder.empty() ? "INBOX" : said.folder,
                                          .duration = said.duration,
                                          .bound_at = event.occurred_at}));
    const bool known_length = said.duration > Millis{0};
    const bool is_duty = message.no_duty.empty();
    if (!is_duty || !known_length || said.duration >= known.policy.min_message) return is_duty;
    // Also if somebody has called back meanwhile: when its length was seen must not matter.
    out.push_back(known.fact(MessageNoDuty{id, "too_short", said.duration}));
    return false;
}

/// A voicemail file says when the greeting began, in whole seconds.
constexpr Millis file_time_step{1'000};
/// A greeting and a message are not longer, where nobody knows when the call began.
constexpr std::chrono::minutes longest_message{10};

/// Of one announcement: when its call began, and when the message was there.
struct Announced {
    Instant call_began;
    Instant left_at;
    SharedText caller;
};

/// True if a file whose call nobody knows, since the bridge began anew meanwhile, may be that of
/// the announcement: of the same caller, begun while that call was up.
bool is_file_of(const Announced& announced, const SharedText& caller, Instant greeting_began)
{
    const bool began_unseen = announced.call_began == announced.left_at;
    const Instant first = began_unseen ? announced.left_at - longest_message : announced.call_began;
    return announced.caller == caller && first <= greeting_began + file_time_step &&
           greeting_began <= announced.left_at;
}

/// Of several the last to begin.
const Message* find_unbound_of_caller(const Known& known, const VoicemailLeft& said,
                                      const Facts& decided)
{
    const Message* last = nullptr;
    for (const auto* message : known.board.messages().unlisted(said.mailbox)) {
        const MessageLeft& left = message->left;
        const Announced announced{left.received_at, left.left_at, caller_key(left.caller)};
        if (!is_file_of(announced, caller_key(said.caller), said.received_at) ||
            is_bound_in(decided, left.message))
            continue;
        if (last == nullptr || last->left.received_at < left.received_at) last = message;
    }
    return last;
}

/// The message of this call that was announced, and no list has shown yet; the oldest of several.
const Message* find_unbound(const Known& known, const VoicemailLeft& said, const Facts& decided)
{
    if (said.call.empty()) return find_unbound_of_caller(known, said, decided);
    for (const auto* message : known.board.messages().of_call(said.mailbox, said.call))
        if (message->msg_id.empty() && !is_bound_in(decided, message->left.message)) return message;
    return nullptr;
}

/// A bridge that began anew has listed the message before its announcement, and knew no call.
bool is_listed_without_call(const Known& known, const Event& event, const VoicemailLeft& said)
{
    const Announced announced{said.received_at, event.occurred_at, caller_key(said.caller)};
    if (announced.call_began != announced.left_at) return false;
    const auto& held = known.board.messages().presence(said.mailbox);
    return std::any_of(held.begin(), held.end(), [&](const auto& one) {
        const MessageLeft& left = known.board.messages().find(one.second)->left;
        return left.call.empty() &&
               is_file_of(announced, caller_key(left.caller), left.received_at);
    });
}

/// The telephone announces what a list has shown before, or announces the same again (another
/// source, a new spool). Another message of the same call is left at another time.
bool is_announced_again(const Known& known, const Event& event, const VoicemailLeft& said)
{
    if (is_listed_without_call(known, event, said)) return true;
    const auto messages = known.board.messages().of_call(said.mailbox, said.call);
    return std::any_of(messages.begin(), messages.end(), [&](const Message* message) {
        return message->begun_by_list || message->left.left_at == event.occurred_at;
    });
}

std::optional<Refusal> begin_message(const Known& known, const Event& event,
                                     const VoicemailLeft& said, const Mailbox& mailbox, Facts& out)
{
    auto duty = begin_duty(known, event, said, mailbox, begun_of_call(out, said));
    if (!duty)
        return Refusal{Refusal::Code::implausible,
                       said.mailbox.text + ": no workday within 400 days on which it would be due"};
    Message begun{.left = *duty};
    out.push_back(known.fact(std::move(*duty)));
    if (auto promise = promise_for(known, begun.left)) out.push_back(known.fact(*promise));
    if (!said.caller.extension.empty() && !known.policy.internal_messages_are_duties) {
        begun.no_duty = "internal";
        out.push_back(
            known.fact(MessageNoDuty{begun.left.message, begun.no_duty.str(), said.duration}));
    }
    bool is_duty = begun.is_open();
    if (!said.msg_id.empty()) is_duty = bind(known, event, said, begun, out);
    if (is_duty) match_earlier_calls(known, begun, out);
    return std::nullopt;
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
    if (said.msg_id.empty() && said.call.empty())
        return Refusal{Refusal::Code::malformed, said.mailbox.text + ": neither message nor call"};
    if (said.msg_id.empty()) {
        if (is_announced_again(known, event, said)) return std::nullopt;
        return begin_message(known, event, said, *mailbox, out);
    }
    if (known.board.messages().find(said.mailbox, said.msg_id) != nullptr) return std::nullopt;
    const auto* announced = find_unbound(known, said, out);
    if (announced == nullptr) return begin_message(known, event, said, *mailbox, out);
    auto listed = *announced;
    if (bind(known, event, said, listed, out)) match_earlier_calls(known, listed, out);
    return std::nullopt;
}

void take(const Known& known, const Event& event, const VoicemailReached& said, Facts& out)
{
    const auto* mailbox = known.directory.mailbox(said.mailbox);
    if (mailbox == nullptr || said.call.empty()) return;
    if (!known.board.messages().of_call(said.mailbox, said.call).empty()) return;
    const auto* state = known.board.mailboxes().find(said.mailbox);
    if (state != nullptr && state->without_message.contains(said.call)) return;
    out.push_back(
        known.fact(MailboxReached{said.mailbox, mailbox->location, said.call, event.occurred_at}));
}

}  // namespace callwatch
