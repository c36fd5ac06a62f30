#include "daemon/policy/main_line_voicemail.hpp"

#include <algorithm>
#include <set>

namespace callwatch {
namespace {

using Kind = CallStep::Kind;

Kind kind_of(RouteKind kind)
{
    switch (kind) {
        case RouteKind::unspecified: break;
        case RouteKind::queue: return Kind::queue;
        case RouteKind::operator_phone: return Kind::operator_phone;
        case RouteKind::device: return Kind::device;
        case RouteKind::mailbox: return Kind::mailbox;
        case RouteKind::external: return Kind::external;
    }
    return Kind::unspecified;
}

/// Notes a step of a call that item 2 speaks of; of others only the queue, for they may still
/// choose "0" there.
void note(const Known& known, const CallId& id, CallStep step, Facts& out)
{
    const auto* call = known.board.main_line().find(id);
    if (call == nullptr || call->steps.size() >= CallOnTheWay::steps_kept) return;
    const bool is_choice = step.kind == Kind::option && step.id == "0";
    if (!call->is_main_line() && !is_choice && step.kind != Kind::queue) return;
    // A bridge with a new spool may tell the same way again.
    if (std::find(call->steps.begin(), call->steps.end(), step) != call->steps.end()) return;
    out.push_back(known.fact(CallStepped{id, std::move(step)}));
}

/// Whose call it is: the main number's location, else the first queue's, else the mailbox's.
LocationId location_of(const Known& known, const CallOnTheWay* call, const MailboxId& mailbox)
{
    if (call != nullptr && !call->entered.location.empty()) return call->entered.location;
    if (call != nullptr)
        for (const auto& one : call->steps)
            if (const auto* queue =
                    one.kind == Kind::queue ? known.directory.queue({one.id}) : nullptr)
                return queue->location;
    const auto* box = known.directory.mailbox(mailbox);
    return box == nullptr ? LocationId{} : box->location;
}

bool is_operator(const Known& known, const Location& location, const DeviceId& device)
{
    const auto& phones = location.operator_devices;
    if (std::find(phones.begin(), phones.end(), device) != phones.end()) return true;
    const auto* state = known.board.operators().find(device);
    return state != nullptr &&
           std::any_of(location.operator_queues.begin(), location.operator_queues.end(),
                       [&](const QueueId& queue) { return state->queues.contains(queue); });
}

/// Something may have happened to the call that its source did not see.
bool was_missed(const Known& known, const SourceId& source, Instant from, Instant until)
{
    const auto* state = known.board.sources().find(source);
    return state != nullptr &&
           std::any_of(state->gaps.begin(), state->gaps.end(), [&](const Gap& gap) {
               const bool is_open = gap.to == Instant{} || gap.to == Instant::max();
               return gap.from < until && (is_open || gap.to > from);
           });
}

struct Reaching {
    CallId call;
    MailboxId mailbox;
    Instant at;
    DeviceId transferred_by;
};

/// The operator who answered and then sent the caller to this personal mailbox; empty: nobody did.
DeviceId exempting_operator(const Known& known, const Location& location, const CallOnTheWay& call,
                            const Reaching& reaching)
{
    const auto* box = known.directory.mailbox(reaching.mailbox);
    if (box == nullptr || !box->group.empty()) return {};
    std::set<SharedText> answered;
    for (const auto& one : call.steps) {
        if (one.at > reaching.at) break;
        if (one.kind == Kind::operator_answered) answered.insert(one.id);
        if (one.kind == Kind::transferred && answered.contains(one.id)) return {one.id};
    }
    const auto& by = reaching.transferred_by;
    return !by.empty() && (answered.contains(by.text) || is_operator(known, location, by))
             ? by
             : DeviceId{};
}

bool is_told(const Known& known, const LocationId& location, LocalDate date, const CallId& call,
             MainOutcome outcome)
{
    const auto* day = known.board.main_line().find(location, date);
    if (day == nullptr) return false;
    const auto told = day->outcomes.find(call);
    return told != day->outcomes.end() &&
           (told->second == outcome || told->second == MainOutcome::violation);
}

void judge_unseen(const Known& known, const LocationId& location, LocalDate date,
                  const Reaching& reaching, Facts& out)
{
    const auto* day = known.board.main_line().find(location, date);
    if (day != nullptr &&
        (day->unseen.contains(reaching.call) || day->outcomes.contains(reaching.call)))
        return;
    out.push_back(
        known.fact(MainLineUnseen{location, date, reaching.call, reaching.mailbox, reaching.at}));
}

void judge(const Known& known, const SourceId& source, const Reaching& reaching, Facts& out)
{
    const auto* call = known.board.main_line().find(reaching.call);
    if (call != nullptr && !call->is_main_line()) return;
    const auto* location = known.directory.location(location_of(known, call, reaching.mailbox));
    if (location == nullptr) return;
    const auto monitored = known.monitored_from(location->id);
    if (!monitored || reaching.at < *monitored) return;
    const auto& calendar = known.directory.calendar(location->id);
    const auto date = calendar.local_date(reaching.at);
    if (call == nullptr || was_missed(known, source, call->entered.at, reaching.at)) {
        if (!location->main_numbers.empty()) judge_unseen(known, location->id, date, reaching, out);
        return;
    }
    const auto by = exempting_operator(known, *location, *call, reaching);
    const bool in_scope = calendar.is_open(reaching.at) ||
                          known.policy.main_to_vm_scope == Policy::MainToVmScope::always;
    const auto outcome = !by.empty() ? MainOutcome::via_operator
                       : in_scope    ? MainOutcome::violation
                                     : MainOutcome::after_hours;
    if (is_told(known, location->id, date, reaching.call, outcome)) return;
    MainToVoicemail reached{.location = location->id,
                            .date = date,
                            .call = reaching.call,
                            .mailbox = reaching.mailbox,
                            .at = reaching.at,
                            .outcome = outcome,
                            .chose_operator = call->chose_operator,
                            .number = call->entered.number,
                            .operator_device = by,
                            .path = call->steps};
    const CallStep last{Kind::mailbox, reaching.mailbox.text, reaching.at};
    if (reached.path.empty() || reached.path.back().kind != Kind::mailbox ||
        reached.path.back().id != last.id)
        reached.path.push_back(last);
    out.push_back(known.fact(std::move(reached)));
}

}  // namespace

void follow(const Known& known, const Event& event, const CallArrived& said, Facts& out)
{
    if (known.board.main_line().find(said.call) != nullptr) return;
    const auto [location, number] = known.directory.main_number(said.called);
    out.push_back(known.fact(CallEntered{said.call, location, number, event.occurred_at}));
}

void follow(const Known& known, const Event& event, const IvrOptionChosen& said, Facts& out)
{
    note(known, said.call, {Kind::option, said.option, event.occurred_at}, out);
}

void follow(const Known& known, const Event& event, const CallRouted& said, Facts& out)
{
    const bool is_outside = said.kind == RouteKind::external;
    note(known, said.call,
         {kind_of(said.kind), is_outside ? SharedText{} : said.to, event.occurred_at}, out);
}

void follow(const Known& known, const Event& event, const CallEstablished& said, Facts& out)
{
    const auto* call = known.board.main_line().find(said.call);
    if (call == nullptr || said.agent.empty()) return;
    const auto* location = known.directory.location(location_of(known, call, {}));
    const bool by_operator =
        location != nullptr && (known.directory.is_operator_queue(location->id, said.queue) ||
                                is_operator(known, *location, said.agent));
    note(known, said.call,
         {by_operator ? Kind::operator_answered : Kind::answered, said.agent.text,
          event.occurred_at},
         out);
}

void follow(const Known& known, const Event& event, const CallTransferred& said, Facts& out)
{
    note(known, said.call, {Kind::transferred, said.from.text, event.occurred_at}, out);
}

void follow(const Known& known, const Event& event, const CallCleared& said, Facts& out)
{
    // When one of the staff hangs up, the call may go on elsewhere.
    const bool is_over = said.agent.empty() || said.by_caller;
    const auto* call = known.board.main_line().find(said.call);
    if (!is_over || call == nullptr) return;
    if (call->forget_at > event.occurred_at + MainLineBook::ended_kept)
        out.push_back(known.fact(CallEnded{said.call, event.occurred_at}));
}

void follow(const Known& known, const Event& event, const VoicemailReached& said, Facts& out)
{
    const bool is_callers =
        said.direction == Direction::unspecified || said.direction == Direction::inbound;
    // Without a greeting it counts when a message is left.
    if (!is_callers || !said.greeting_played) return;
    judge(known, event.source, {said.call, said.mailbox, event.occurred_at, said.transferred_by},
          out);
}

void follow(const Known& known, const Event& event, const VoicemailLeft& said, Facts& out)
{
    const auto* call = known.board.main_line().find(said.call);
    // A list may show it when the call is long forgotten; only the telephone's own word says that
    // this one's way was not seen.
    const bool is_unseen = call == nullptr && said.msg_id.empty() && said.caller.extension.empty();
    if (said.call.empty() || (call == nullptr && !is_unseen)) return;
    Reaching reaching{said.call, said.mailbox, event.occurred_at, {}};
    if (call != nullptr)
        for (const auto& one : call->steps)
            if (one.kind == Kind::mailbox && one.id == said.mailbox.text) reaching.at = one.at;
    judge(known, event.source, reaching, out);
}

}  // namespace callwatch
