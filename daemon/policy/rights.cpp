#include "daemon/policy/rights.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "daemon/model/check.hpp"

namespace callwatch {
namespace {

enum class Reach : std::uint8_t { nowhere, own_mailboxes, own_locations, everywhere };

/// How far each role reaches; roles that are not in it reach nowhere.
struct Row {
    Act act;
    Reach staff;
    Reach supervisor;
    Reach manager;
    Reach auditor;
};

using enum Reach;
constexpr std::array table{
    Row{Act::mark_message, own_mailboxes, own_locations, everywhere, nowhere},
    Row{Act::steer_message, nowhere, own_locations, everywhere, nowhere},
    Row{Act::see_number, own_mailboxes, own_locations, everywhere, nowhere},
    Row{Act::sign_day, nowhere, own_locations, everywhere, nowhere},
    Row{Act::request_disconnection, nowhere, own_locations, everywhere, nowhere},
    Row{Act::confirm_disconnection, nowhere, nowhere, everywhere, nowhere},
    Row{Act::change_configuration, nowhere, nowhere, everywhere, nowhere},
    Row{Act::read_audit, nowhere, own_locations, everywhere, everywhere},
    Row{Act::handle_alarm, nowhere, own_locations, everywhere, nowhere},
};

Reach reach(Role role, Act act)
{
    const auto* row =
        std::find_if(table.begin(), table.end(), [&](const Row& one) { return one.act == act; });
    CALLWATCH_CHECK(row != table.end());
    switch (role) {
        case Role::staff: return row->staff;
        case Role::supervisor: return row->supervisor;
        case Role::manager: return row->manager;
        case Role::auditor: return row->auditor;
        case Role::none:
        case Role::viewer:
        case Role::source:
        case Role::telephone_operator: break;
    }
    return nowhere;
}

const char* phrase(Act act)
{
    switch (act) {
        case Act::mark_message: return "mark messages";
        case Act::steer_message: return "defer, carry over or reopen messages";
        case Act::see_number: return "see numbers";
        case Act::sign_day: return "sign days";
        case Act::request_disconnection: return "request a disconnection";
        case Act::confirm_disconnection: return "confirm a disconnection";
        case Act::change_configuration: return "change configuration, people or keys";
        case Act::read_audit: return "read the audit records";
        case Act::handle_alarm: return "handle alarms";
    }
    return "do that";
}

bool supervises(const Known& known, const PersonId& person, const LocationId& id)
{
    const auto* location = known.directory.location(id);
    return location != nullptr &&
           std::find(location->supervisors.begin(), location->supervisors.end(), person) !=
               location->supervisors.end();
}

/// Her own mailbox, or one she shares, while she works there; or one that she covers or took over.
bool answers_for(const Known& known, const PersonId& person, const LocationId& location,
                 const MailboxId& mailbox)
{
    const auto& departures = known.board.departures();
    if (const auto left = departures.left_at(person, location); left && *left <= known.now)
        return false;
    // A call-back request lies in no mailbox: everybody who works there answers for it.
    if (mailbox.empty()) {
        const auto* worker = known.directory.person(person);
        return worker != nullptr && worker->location == location;
    }
    if (known.answers_for(person, mailbox, known.now)) return true;
    if (departures.cover_of(mailbox) == person) return true;
    const auto owner = known.owner_of(mailbox, known.now);
    const auto* absence = known.board.absences().find(owner);
    return absence != nullptr && absence->covers(known.now) && absence->recorded.cover == person;
}

}  // namespace

std::optional<Refusal> refuse(const Known& known, const Actor& actor, Act act,
                              const LocationId& location, const MailboxId& mailbox)
{
    using enum Refusal::Code;
    if (actor.role == Role::none)
        return Refusal{unknown_key, "this key was never admitted here, or was revoked"};
    const auto how_far = reach(actor.role, act);
    if (how_far == Reach::nowhere)
        return Refusal{not_allowed,
                       fmt::format("a key of role {} may not {}", word(actor.role), phrase(act))};
    if (how_far == Reach::own_locations && !supervises(known, actor.person, location))
        return Refusal{not_allowed,
                       fmt::format("{} is no supervisor of {}", actor.person.text, location.text)};
    if (how_far == Reach::own_mailboxes && !answers_for(known, actor.person, location, mailbox))
        return Refusal{not_allowed,
                       fmt::format("{} is not a mailbox of {}", mailbox.text, actor.person.text)};
    return std::nullopt;
}

Result<const Message*> find_message(const Known& known, const Actor& actor, Act act,
                                    const MessageId& id)
{
    const auto* message = known.board.messages().find(id);
    if (message == nullptr)
        return Refusal{Refusal::Code::unknown_subject,
                       "there is no message " + id.text +
                           "; `callwatchctl messages --all` lists those that are kept"};
    if (auto refusal = refuse(known, actor, act, message->left.location, message->left.mailbox))
        return std::move(*refusal);
    return message;
}

Result<const Message*> find_open_message(const Known& known, const Actor& actor, Act act,
                                         const MessageId& id)
{
    auto found = find_message(known, actor, act, id);
    if (found && !(*found)->is_open())
        return Refusal{Refusal::Code::already_closed, id.text + " is " + word((*found)->state())};
    return found;
}

}  // namespace callwatch
