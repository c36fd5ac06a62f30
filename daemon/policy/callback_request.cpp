#include "daemon/policy/callback_request.hpp"

#include "daemon/policy/returned_call.hpp"

namespace callwatch {

std::optional<Refusal> take(const Known& known, const Event& event, const CallbackRequested& said,
                            Facts& out)
{
    const auto found = known.location_of(event.source, said.location);
    if (!found) return found.refusal();
    const auto& location = *found;
    const MessageId id{"callback#" + said.item.text};
    if (known.board.messages().find(id) != nullptr) return std::nullopt;
    const auto due =
        known.directory.calendar(location).due(event.occurred_at, known.policy.after_hours_due);
    if (!due)
        return Refusal{Refusal::Code::implausible,
                       said.item.text + ": no workday within 400 days on which it would be due"};
    const auto* owner = known.directory.person(said.owner);
    Message begun;
    begun.left = {.message = id,
                  .mailbox = {},
                  .location = location,
                  .person = owner == nullptr ? PersonId{} : owner->id,
                  .group = {},
                  .call = said.item,
                  .queue = {},
                  .caller = said.caller,
                  .received_at = event.occurred_at,
                  .left_at = event.occurred_at,
                  .due_date = due->date,
                  .deadline = known.end_of_day(location, *due),
                  .late_arrival = event.occurred_at >= due->closes - known.policy.late_window &&
                                  event.occurred_at < due->closes,
                  .origin = event.origin};
    out.push_back(known.fact(begun.left));
    match_earlier_calls(known, begun, out);
    return std::nullopt;
}

}  // namespace callwatch
