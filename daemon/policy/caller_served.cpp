#include "daemon/policy/caller_served.hpp"

#include <algorithm>

namespace callwatch {
namespace {

std::vector<const Message*> open_messages(const Known& known, const Party& caller,
                                          const LocationId& location)
{
    auto messages = known.board.messages().of_caller(caller_key(caller));
    std::erase_if(messages, [&](const Message* one) {
        return !one->is_open() || one->left.location != location;
    });
    return messages;
}

}  // namespace

void note_returning_caller(const Known& known, const Event& event, const CallQueued& said,
                           Facts& out)
{
    const auto* queue = known.directory.queue(said.queue);
    if (queue == nullptr || open_messages(known, said.caller, queue->location).empty()) return;
    const auto* rang = known.board.callers().rang(said.call);
    if (rang != nullptr && rang->location == queue->location) return;
    out.push_back(
        known.fact(CallerRang{said.call, queue->location, said.caller, event.occurred_at}));
}

void note_served_caller(const Known& known, const Event& event, const CallEstablished& said,
                        Facts& out)
{
    const auto* rang = known.board.callers().rang(said.call);
    if (rang == nullptr || said.agent.empty()) return;
    const auto person = known.directory.user_of(said.agent, event.occurred_at);
    for (const auto* message : open_messages(known, rang->caller, rang->location)) {
        const auto& id = message->left.message;
        const auto* served = known.board.callers().served(id);
        const bool is_told = served != nullptr && served->call == said.call;
        if (!is_told && message->left.received_at < event.occurred_at)
            out.push_back(
                known.fact(CallerServed{id, said.call, said.agent, person, event.occurred_at}));
    }
}

}  // namespace callwatch
