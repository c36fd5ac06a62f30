#include "daemon/policy/departed_mailbox.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "daemon/model/describe.hpp"
#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

using enum Refusal::Code;

constexpr std::chrono::days ahead_max{366};

/// The close of the n-th workday after the local day of `at`; the end of what is known if there is
/// none.
Instant red_after(const Known& known, const LocationId& location, Instant at)
{
    const auto& calendar = known.directory.calendar(location);
    auto date = calendar.local_date(at);
    Instant red = at;
    for (int day = 0; day < known.policy.disconnect_red_after; ++day) {
        const auto hours = calendar.next_workday(date);
        if (!hours) return red;
        date = hours->date;
        red = hours->closes;
    }
    return red;
}

/// Everybody else who shares the mailbox has left the location as well.
bool is_last_member(const Known& known, const Group& group, const PersonId& person)
{
    return std::all_of(group.members.begin(), group.members.end(), [&](const PersonId& member) {
        return member == person || known.board.departures().left_at(member, group.location);
    });
}

/// Her own mailboxes at the location, and shared ones that nobody else answers any more.
std::vector<MailboxId> mailboxes_left_behind(const Known& known, const LeaveLocation& said)
{
    std::vector<MailboxId> mailboxes;
    for (const auto& id : known.directory.mailboxes_of(said.location)) {
        const auto& mailbox = *known.directory.mailbox(id);
        if (mailbox.group.empty() && known.directory.owner_of(id, said.effective_at) == said.person)
            mailboxes.push_back(id);
    }
    for (const auto& group : known.directory.organisation().groups) {
        const auto is_member = std::find(group.members.begin(), group.members.end(), said.person) !=
                               group.members.end();
        if (group.location == said.location && is_member &&
            is_last_member(known, group, said.person))
            mailboxes.insert(mailboxes.end(), group.mailboxes.begin(), group.mailboxes.end());
    }
    return mailboxes;
}

/// The departure of this mailbox, if the actor may do that to it.
Result<const Departure*> find_departure(const Known& known, const Actor& actor, Act act,
                                        const MailboxId& mailbox)
{
    const auto* departure = known.board.departures().find(mailbox);
    if (departure == nullptr)
        return Refusal{unknown_subject, mailbox.text +
                                            " is no mailbox of somebody who left; `callwatchctl "
                                            "departure list` lists those"};
    if (auto refusal = refuse(known, actor, act, departure->opened.location, mailbox))
        return std::move(*refusal);
    if (!departure->is_open())
        return Refusal{already_closed, mailbox.text + " is " + word(departure->state())};
    return departure;
}

std::size_t open_messages(const Known& known, const MailboxId& mailbox)
{
    const auto& all = known.board.messages().all();
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const auto& entry) {
        return entry.second.left.mailbox == mailbox && entry.second.is_open();
    }));
}

}  // namespace

std::optional<Refusal> take(const Known& known, const Actor& actor, const LeaveLocation& said,
                            Facts& out)
{
    if (auto refusal = refuse(known, actor, Act::change_configuration, said.location, {}))
        return refusal;
    const auto* person = known.directory.person(said.person);
    if (person == nullptr)
        return Refusal{unknown_subject, "there is no person \"" + said.person.text + "\""};
    if (known.directory.location(said.location) == nullptr)
        return Refusal{unknown_subject, "there is no location \"" + said.location.text + "\""};
    if (person->location != said.location)
        return Refusal{implausible, said.person.text + " works at " + person->location.text};
    if (const auto left = known.board.departures().left_at(said.person, said.location))
        return Refusal{implausible, fmt::format("{} left {} at {} already", said.person.text,
                                                said.location.text, describe(*left))};
    if (said.effective_at > known.now + ahead_max || said.effective_at < known.now - ahead_max)
        return Refusal{implausible, "the day is more than a year away"};

    leave(known, said, actor.person, out);
    return std::nullopt;
}

void leave(const Known& known, const LeaveLocation& said, const PersonId& by, Facts& out)
{
    out.push_back(
        known.fact(StaffLeft{said.person, said.location, said.effective_at, by, known.now}));
    for (const auto& mailbox : mailboxes_left_behind(known, said))
        out.push_back(known.fact(
            DepartureOpened{.mailbox = mailbox,
                            .location = said.location,
                            .person = said.person,
                            .effective_at = said.effective_at,
                            .red_at = red_after(known, said.location, said.effective_at)}));
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const AssignCover& said,
                            Facts& out)
{
    const auto* mailbox = known.directory.mailbox(said.mailbox);
    if (mailbox == nullptr)
        return Refusal{unknown_subject, "there is no mailbox \"" + said.mailbox.text + "\""};
    if (auto refusal = refuse(known, actor, Act::steer_message, mailbox->location, said.mailbox))
        return refusal;
    if (known.directory.person(said.person) == nullptr)
        return Refusal{unknown_subject, "there is no person \"" + said.person.text + "\""};
    if (known.board.departures().left_at(said.person, mailbox->location))
        return Refusal{implausible, said.person.text + " left " + mailbox->location.text};
    out.push_back(known.fact(
        CoverAssigned{said.mailbox, mailbox->location, said.person, actor.person, known.now}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor,
                            const RequestDisconnection& said, Facts& out)
{
    const auto found = find_departure(known, actor, Act::request_disconnection, said.mailbox);
    if (!found) return found.refusal();
    if ((*found)->requested)
        return Refusal{already_closed, (*found)->requested->by.text + " requested it already"};
    out.push_back(
        known.fact(DisconnectionRequested{said.mailbox, actor.person, said.remark, known.now}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor,
                            const ConfirmDisconnection& said, Facts& out)
{
    const auto found = find_departure(known, actor, Act::confirm_disconnection, said.mailbox);
    if (!found) return found.refusal();
    const auto& departure = **found;
    if (!departure.requested)
        return Refusal{incomplete,
                       "nobody has requested it yet: one person requests, another "
                       "confirms"};
    if (departure.requested->by == actor.person)
        return Refusal{not_allowed,
                       actor.person.text + " requested it: another manager has to confirm"};
    if (const auto open = open_messages(known, said.mailbox); open > 0)
        return Refusal{incomplete,
                       fmt::format("{} message{} in {} still open: call back first", open,
                                   open == 1 ? " is" : "s are", said.mailbox.text)};
    out.push_back(known.fact(DisconnectionConfirmed{.mailbox = said.mailbox,
                                                    .by = actor.person,
                                                    .remark = said.remark,
                                                    .at = known.now,
                                                    .verified = departure.is_gone(),
                                                    .statement = said.statement,
                                                    .signature = said.signature,
                                                    .sign_key = said.sign_key}));
    return std::nullopt;
}

std::optional<Refusal> take(const Known& known, const Actor& actor, const HandOverMailbox& said,
                            Facts& out)
{
    const auto found = find_departure(known, actor, Act::confirm_disconnection, said.mailbox);
    if (!found) return found.refusal();
    const auto& location = (*found)->opened.location;
    const auto* successor = known.directory.person(said.successor);
    if (successor == nullptr)
        return Refusal{unknown_subject, "there is no person \"" + said.successor.text + "\""};
    if (successor->location != location ||
        known.board.departures().left_at(said.successor, location))
        return Refusal{implausible, said.successor.text + " does not work at " + location.text};
    out.push_back(known.fact(MailboxHandedOver{.mailbox = said.mailbox,
                                               .successor = said.successor,
                                               .by = actor.person,
                                               .at = known.now,
                                               .statement = said.statement,
                                               .signature = said.signature,
                                               .sign_key = said.sign_key}));
    return std::nullopt;
}

void observe_departed(const Known& known, const MailboxId& mailbox, bool is_there, Instant as_of,
                      Facts& out)
{
    const auto* departure = known.board.departures().find(mailbox);
    if (departure == nullptr || as_of < departure->opened.effective_at) return;
    const auto& last = departure->observed;
    if (last && as_of <= last->as_of) return;
    // What it said before a message came into it has to be said again.
    const auto& reopened = departure->reopened;
    const bool proves_anew =
        reopened && last && last->as_of <= reopened->at && as_of > reopened->at;
    if (last && last->exists == is_there && !proves_anew) return;
    out.push_back(known.fact(MailboxObserved{mailbox, is_there, as_of}));
}

void take(const Known& known, const Event& event, const MailboxesListed& said, Facts& out)
{
    const auto system = event.source.text + "/";
    for (const auto& [mailbox, departure] : known.board.departures().all()) {
        if (!mailbox.text.view().starts_with(system)) continue;
        const bool exists = std::find(said.mailboxes.begin(), said.mailboxes.end(), mailbox) !=
                            said.mailboxes.end();
        observe_departed(known, mailbox, exists, said.as_of, out);
    }
}

void reopen_departure(const Known& known, const Fact& fact, Facts& out)
{
    const auto* left = fact.as<MessageLeft>();
    if (left == nullptr) return;
    const auto* departure = known.board.departures().find(left->mailbox);
    if (departure == nullptr || !departure->confirmed || left->left_at < departure->confirmed->at)
        return;
    out.push_back(known.fact(DisconnectedBoxReceived{left->mailbox, departure->opened.location,
                                                     left->message, left->left_at}));
    if (!departure->overdue)
        out.push_back(
            known.fact(DepartureOverdue{left->mailbox, departure->opened.location, left->left_at}));
}

void judge_departures(const Known& known, Facts& out)
{
    for (const auto& [mailbox, departure] : known.board.departures().all())
        if (departure.is_open() && !departure.overdue && departure.opened.red_at <= known.now)
            out.push_back(known.fact(
                DepartureOverdue{mailbox, departure.opened.location, departure.opened.red_at}));
}

Instant next_departure(const Known& known)
{
    auto next = Instant::max();
    for (const auto& [mailbox, departure] : known.board.departures().all())
        if (departure.is_open() && !departure.overdue)
            next = std::min(next, departure.opened.red_at);
    return next;
}

}  // namespace callwatch
