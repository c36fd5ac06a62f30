#include "daemon/policy/current_greeting.hpp"

#include <algorithm>

#include "daemon/policy/rights.hpp"

namespace callwatch {
namespace {

using enum Refusal::Code;

bool lies_in_hours(const Location& location, const AttestGreeting& said)
{
    return std::any_of(location.weekly.begin(), location.weekly.end(), [&](const auto& hours) {
        return hours && hours->from <= said.window_from && said.window_to <= hours->to;
    });
}

std::optional<Refusal> refuse_words(const Location& location, const AttestGreeting& said,
                                    Instant now)
{
    const bool has_window = said.window_from != Millis{0} || said.window_to != Millis{0};
    if (said.state == GreetingState::away) {
        if (has_window)
            return Refusal{implausible, "who is away promises no hours, but a day of return"};
        if (said.returns_at != Instant{} && said.returns_at <= now)
            return Refusal{implausible, "the time of return has passed"};
        return std::nullopt;
    }
    if (said.returns_at != Instant{} || !said.help_key.empty())
        return Refusal{implausible, "a time of return or a key is for who is away"};
    if (!has_window) return std::nullopt;
    if (said.window_from >= said.window_to)
        return Refusal{implausible, "the hours end before they begin"};
    if (!lies_in_hours(location, said))
        return Refusal{implausible,
                       "the hours do not lie within business hours of " + location.id.text};
    return std::nullopt;
}

/// Until when her greeting may still speak of the office: the grace runs in business hours.
Instant grace_ends(const Known& known, const LocationId& location, Instant from)
{
    const auto& calendar = known.directory.calendar(location);
    auto hours = calendar.hours_on(calendar.local_date(from));
    if (!hours || from >= hours->closes) hours = calendar.next_workday(calendar.local_date(from));
    const auto begins = hours ? std::max(from, hours->opens) : from;
    return begins + known.policy.absent_greeting_grace;
}

/// Was it recorded, or attested, after the person left?
bool is_newer(const GreetingBook& greetings, const MailboxId& id, const Departure& departure)
{
    const auto since = departure.opened.effective_at;
    const auto* seen = greetings.seen(id);
    const auto* attested = greetings.attested(id);
    return (seen != nullptr && seen->modified_at > since) ||
           (attested != nullptr && attested->at > since);
}

GreetingLook fault_from(const char* code, Instant since, Instant now)
{
    if (now < since) return {.code = {}, .since = {}, .next = since};
    return {.code = code, .since = since, .next = Instant::max()};
}

GreetingLook look_at_absent(const Known& known, const LocationId& location, const Absence& absence,
                            const GreetingAttested* greeting)
{
    const auto due = grace_ends(known, location, absence.recorded.from);
    const auto is_back = absence.recorded.to == Instant{} ? Instant::max() : absence.recorded.to;
    auto look = GreetingLook{};
    if (greeting == nullptr || greeting->state != GreetingState::away)
        look = fault_from("GREETING_NOT_CHANGED", due, known.now);
    else if (greeting->returns_at == Instant{} || greeting->help_key.empty())
        look = fault_from("GREETING_AWAY_INCOMPLETE", std::max(due, greeting->at), known.now);
    else
        look = fault_from("GREETING_STALE", greeting->returns_at, known.now);
    look.next = std::min(look.next, is_back);
    return look;
}

/// When the absence that the greeting speaks of was over; nothing: it is not, or none is known.
std::optional<Instant> back_since(const Known& known, const Absence* absence,
                                  const GreetingAttested& greeting)
{
    if (absence == nullptr) return std::nullopt;
    auto over = absence->recorded.to;
    if (absence->ended_at && (over == Instant{} || *absence->ended_at < over))
        over = *absence->ended_at;
    const bool is_of_this = over != Instant{} && over <= known.now && greeting.at <= over;
    return is_of_this ? std::optional{over} : std::nullopt;
}

GreetingLook look_at_away_greeting(const Known& known, const LocationId& location,
                                   const Absence* absence, const GreetingAttested& greeting)
{
    auto since = greeting.returns_at == Instant{} ? Instant::max() : greeting.returns_at;
    if (const auto back = back_since(known, absence, greeting))
        since = std::min(since, grace_ends(known, location, *back));
    if (since == Instant::max()) return {};
    return fault_from("GREETING_STALE", since, known.now);
}

GreetingLook look_at_present(const Known& known, const Location& location, const Absence* absence,
                             const GreetingAttested* greeting)
{
    const auto& calendar = known.directory.calendar(location.id);
    if (greeting == nullptr) {
        if (!location.messages_deadline) return {};
        return fault_from("GREETING_NOT_RECORDED",
                          calendar.deadline_at(*location.messages_deadline, std::chrono::hours{24}),
                          known.now);
    }
    if (greeting->state == GreetingState::away)
        return look_at_away_greeting(known, location.id, absence, *greeting);
    if (!greeting->states_hours()) return fault_from("GREETING_NO_HOURS", greeting->at, known.now);
    if (known.policy.greeting_refresh != Policy::GreetingRefresh::daily) return {};
    const auto next_day = calendar.next_workday(calendar.local_date(greeting->at));
    return next_day ? fault_from("GREETING_STALE", next_day->opens, known.now) : GreetingLook{};
}

}  // namespace

std::optional<Refusal> take(const Known& known, const Actor& actor, const AttestGreeting& said,
                            Facts& out)
{
    const auto* mailbox = known.directory.mailbox(said.mailbox);
    if (mailbox == nullptr)
        return Refusal{unknown_subject, "there is no mailbox \"" + said.mailbox.text + "\""};
    if (auto refusal = refuse(known, actor, Act::mark_message, mailbox->location, said.mailbox))
        return refusal;
    const auto& location = *known.directory.location(mailbox->location);
    if (auto refusal = refuse_words(location, said, known.now)) return refusal;
    out.push_back(known.fact(GreetingAttested{.mailbox = said.mailbox,
                                              .location = location.id,
                                              .state = said.state,
                                              .window_from = said.window_from,
                                              .window_to = said.window_to,
                                              .returns_at = said.returns_at,
                                              .help_key = said.help_key,
                                              .by = actor.person,
                                              .at = known.now}));
    return std::nullopt;
}

void take(const Known& known, const Event&, const GreetingModified& said, Facts& out)
{
    if (known.directory.mailbox(said.mailbox) == nullptr) return;
    const auto* seen = known.board.greetings().seen(said.mailbox);
    if (seen != nullptr && said.modified_at <= seen->modified_at) return;
    out.push_back(known.fact(GreetingSeen{said.mailbox, said.modified_at}));
}

GreetingLook look_at_greeting(const Known& known, const MailboxId& id)
{
    const auto* mailbox = known.directory.mailbox(id);
    if (mailbox == nullptr || !mailbox->group.empty()) return {};
    const auto monitored = known.monitored_from(mailbox->location);
    if (!monitored) return {};
    if (known.now < *monitored) return {.code = {}, .since = {}, .next = *monitored};
    const auto* departure = known.board.departures().find(id);
    if (departure != nullptr && !departure->handed_over) return {};
    const auto owner = known.owner_of(id, known.now);
    if (owner.empty()) return {};
    // Whoever has it now, what it said of who left is no greeting of hers (requirements 1.1).
    if (departure != nullptr && !is_newer(known.board.greetings(), id, *departure))
        return {.code = "GREETING_STALE", .since = departure->handed_over->at};

    const auto* absence = known.board.absences().find(owner);
    const auto* greeting = known.board.greetings().valid(id);
    if (absence != nullptr && absence->covers(known.now))
        return look_at_absent(known, mailbox->location, *absence, greeting);
    auto look =
        look_at_present(known, *known.directory.location(mailbox->location), absence, greeting);
    if (absence != nullptr && absence->recorded.from > known.now)
        look.next = std::min(look.next, absence->recorded.from);
    return look;
}

void GreetingJudge::note_person(const Known& known, const PersonId& id)
{
    if (const auto* person = known.directory.person(id))
        for (const auto& mailbox : person->mailboxes) touched_.insert(mailbox.id);
    for (const auto& [mailbox, departure] : known.board.departures().all())
        if (departure.handed_over && departure.handed_over->successor == id)
            touched_.insert(mailbox);
}

void GreetingJudge::note(const Known& known, const Fact& fact)
{
    std::visit(
        [&](const auto& one) {
            using Kind = std::decay_t<decltype(one)>;
            if constexpr (is_one_of<Kind, GreetingAttested, GreetingSeen, DepartureOpened,
                                    MailboxHandedOver>)
                touched_.insert(one.mailbox);
            if constexpr (is_one_of<Kind, AbsenceRecorded, AbsenceEnded, PersonRecorded>)
                note_person(known, one.person);
            if constexpr (std::is_same_v<Kind, MonitoringBegan>)
                for (const auto& mailbox : known.directory.mailboxes_of(one.location))
                    touched_.insert(mailbox);
        },
        fact.any());
}

void GreetingJudge::judge(const Known& known, Facts& out)
{
    if (!std::exchange(has_begun_, true))
        for (const auto& mailbox : known.directory.organisation().mailboxes)
            touched_.insert(mailbox.id);
    for (auto due = due_.begin(); due != due_.end() && due->first <= known.now; ++due)
        touched_.insert(due->second);

    for (const auto& mailbox : std::exchange(touched_, {})) {
        const auto look = look_at_greeting(known, mailbox);
        if (const auto at = due_at_.find(mailbox); at != due_at_.end()) {
            due_.erase({at->second, mailbox});
            due_at_.erase(at);
        }
        if (look.next != Instant::max()) {
            due_.emplace(look.next, mailbox);
            due_at_.emplace(mailbox, look.next);
        }
        const auto* fault = known.board.greetings().fault(mailbox);
        if (fault != nullptr ? fault->code == look.code : look.code.empty()) continue;
        const auto location = known.directory.mailbox(mailbox)->location;
        if (look.code.empty())
            out.push_back(known.fact(GreetingMended{mailbox, location, known.now}));
        else
            out.push_back(known.fact(GreetingFaulted{
                mailbox, location, known.owner_of(mailbox, known.now), look.code, look.since}));
    }
}

}  // namespace callwatch
