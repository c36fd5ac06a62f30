#include "daemon/engine/apply_event.hpp"

#include "daemon/policy/barred_mailbox.hpp"
#include "daemon/policy/call_routes.hpp"
#include "daemon/policy/callback_request.hpp"
#include "daemon/policy/caller_served.hpp"
#include "daemon/policy/current_greeting.hpp"
#include "daemon/policy/departed_mailbox.hpp"
#include "daemon/policy/main_line_voicemail.hpp"
#include "daemon/policy/message_duty.hpp"
#include "daemon/policy/message_presence.hpp"
#include "daemon/policy/operator_presence.hpp"
#include "daemon/policy/operator_training.hpp"
#include "daemon/policy/queue_calls.hpp"
#include "daemon/policy/returned_call.hpp"
#include "daemon/policy/staff_roster.hpp"

namespace callwatch {
namespace {

void take(const Known& known, const Event& event, const QueueSnapshot& said, Facts& out)
{
    take_waiting(known, event, said, out);
    take_members(known, event, said, out);
}

void take(const Known& known, const Event& event, const UpstreamLost& said, Facts& out)
{
    out.push_back(known.fact(UpstreamGap{event.source, said.from, {}}));
}

void take(const Known& known, const Event& event, const UpstreamRestored& said, Facts& out)
{
    out.push_back(known.fact(UpstreamGap{event.source, said.from, said.to}));
}

void take(const Known& known, const Event& event, const SourceEndReached&, Facts& out)
{
    out.push_back(known.fact(SourceEnded{event.source, event.occurred_at}));
}

/// Where the caller goes, for the rules that ask how callers got where they are.
template <class Said>
void follow_caller(const Known& known, const Event& event, const Said& said, Facts& out)
{
    constexpr bool is_followed = requires { follow(known, event, said, out); };
    if constexpr (is_followed) follow(known, event, said, out);
}

/// Who is called by whom, for the rules that ask about callers and operators.
void follow_talk(const Known& known, const Event& event, const CallQueued& said, Facts& out)
{
    note_returning_caller(known, event, said, out);
}

void follow_talk(const Known& known, const Event& event, const CallEstablished& said, Facts& out)
{
    take_answered_ring(known, event, said, out);
    note_served_caller(known, event, said, out);
}

template <class Said>
void follow_talk(const Known&, const Event&, const Said&, Facts&)
{
}

template <class Said>
std::optional<Refusal> take_event(const Known& known, const Event& event, const Said& said,
                                  Facts& out)
{
    constexpr bool is_taken = requires { take(known, event, said, out); };
    if constexpr (is_taken) {
        using Answer = decltype(take(known, event, said, out));
        if constexpr (std::is_void_v<Answer>)
            take(known, event, said, out);
        else if (auto refusal = take(known, event, said, out))
            return refusal;
    }
    follow_caller(known, event, said, out);
    follow_talk(known, event, said, out);
    note_ended_pauses(known, out);
    return std::nullopt;
}

}  // namespace

std::optional<Refusal> apply_event(const Known& known, const Event& event, Facts& out)
{
    return std::visit([&](const auto& said) { return take_event(known, event, said, out); },
                      event.what);
}

}  // namespace callwatch
