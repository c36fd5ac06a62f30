#include "daemon/engine/apply_event.hpp"

#include "daemon/policy/message_duty.hpp"
#include "daemon/policy/message_presence.hpp"
#include "daemon/policy/operator_presence.hpp"
#include "daemon/policy/queue_calls.hpp"
#include "daemon/policy/returned_call.hpp"

namespace callwatch {
namespace {

void take(const Known&, const Event&, const OtherEvent&, Facts&) {}

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

}  // namespace

std::optional<Refusal> apply_event(const Known& known, const Event& event, Facts& out)
{
    return std::visit(
        [&](const auto& said) -> std::optional<Refusal> {
            using Said = decltype(take(known, event, said, out));
            if constexpr (std::is_void_v<Said>) {
                take(known, event, said, out);
                return std::nullopt;
            } else {
                return take(known, event, said, out);
            }
        },
        event.what);
}

}  // namespace callwatch
