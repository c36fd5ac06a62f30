#include <fmt/chrono.h>
#include <fmt/format.h>

#include "daemon/model/describe.hpp"
#include "daemon/model/describe_people.hpp"

namespace callwatch {
namespace {

std::string date(LocalDate of)
{
    return fmt::format("{:%F}", std::chrono::sys_days{of.time_since_epoch()});
}

std::string time_of_day(Millis since_midnight)
{
    return fmt::format("{:%H:%M}", std::chrono::floor<std::chrono::seconds>(since_midnight));
}

std::string says(const GreetingAttested& f)
{
    if (f.state == GreetingState::away)
        return fmt::format("away{}{}",
                           f.returns_at == Instant{} ? std::string{", no return"}
                                                     : " until " + describe(f.returns_at),
                           f.help_key.empty() ? ", no key for help" : ", help by " + f.help_key);
    if (!f.states_hours()) return "in the office, no hours";
    return fmt::format("in the office, calls {}-{}", time_of_day(f.window_from),
                       time_of_day(f.window_to));
}

}  // namespace

const char* word(GreetingState state)
{
    switch (state) {
        case GreetingState::in_office: return "in_office";
        case GreetingState::away: return "away";
        case GreetingState::unspecified: break;
    }
    return "unspecified";
}

const char* word(AlarmAct act)
{
    switch (act) {
        case AlarmAct::acknowledge: return "acknowledge";
        case AlarmAct::shelve: return "shelve";
        case AlarmAct::unshelve: return "unshelve";
        case AlarmAct::unspecified: break;
    }
    return "unspecified";
}

FactLine line(const GreetingAttested& f)
{
    return {f.at, fmt::format("greeting of {} says: {}; attested by {}", f.mailbox.text, says(f),
                              f.by.text)};
}

FactLine line(const GreetingSeen& f) { return {f.modified_at, f.mailbox.text + " has a greeting"}; }

FactLine line(const GreetingFaulted& f)
{
    return {f.since, fmt::format("{} {}", f.mailbox.text, f.code)};
}

FactLine line(const GreetingMended& f) { return {f.at, f.mailbox.text + " greeting is good"}; }

FactLine line(const MailboxBarred& f)
{
    return {f.at, f.mailbox.text + (f.barred ? " MAILBOX_BARRED, callers cannot leave messages"
                                             : " takes messages again")};
}

FactLine line(const CallTimeNoted& f)
{
    return {f.at, fmt::format("{} is to be called at {}, says {}", f.message.text,
                              describe(f.call_at), f.by.text)};
}

FactLine line(const MessagePromised& f)
{
    return {f.from, fmt::format("{} promised a call until {}", f.message.text, describe(f.to))};
}

FactLine line(const PromiseJudged& f)
{
    return {f.to, f.message.text + (f.kept ? " promise kept" : " PROMISE_MISSED")};
}

FactLine line(const ScriptAttested& f)
{
    return {f.at, fmt::format("{} speaks scripts {}, {} by {}", f.location.text, f.version,
                              f.approved ? "approved" : "attested", f.by.text)};
}

FactLine line(const TrainingRecorded& f)
{
    return {f.at, fmt::format("{} was trained on {}, recorded by {}", f.person.text, date(f.on),
                              f.by.text)};
}

FactLine line(const RingEnded& f)
{
    return {f.at,
            fmt::format("{} rang {:.1f} s for {}, {}", f.device.text, double(f.ring.count()) / 1000,
                        f.call.text, f.answered ? "answered" : "missed")};
}

FactLine line(const PauseEnded& f)
{
    return {f.at, fmt::format("{} was not ready in {} for {:.0f} s", f.device.text, f.queue.text,
                              double(f.paused.count()) / 1000)};
}

FactLine line(const RoutesListed& f)
{
    return {f.as_of, fmt::format("{} has {} routes", f.location.text, f.routes.size())};
}

FactLine line(const RouteFaulted& f)
{
    return {f.at, fmt::format("{} BAD_ROUTE {} to {}: {}", f.location.text, f.route.option,
                              f.route.to, f.why)};
}

FactLine line(const RouteMended& f)
{
    return {f.at, fmt::format("{} route {} is good", f.location.text, f.option)};
}

FactLine line(const CallerRang& f)
{
    return {f.at, f.call.text + " is of a caller with an unreturned message"};
}

FactLine line(const CallerServed& f)
{
    return {f.at, fmt::format("{} caller rang back and spoke with {}, call {}", f.message.text,
                              f.person.empty() ? f.device.text : f.person.text, f.call.text)};
}

FactLine line(const PersonRecorded& f)
{
    return {f.from, fmt::format("{} works at {}, {} telephones, {} mailboxes{}", f.person.text,
                                f.location.text, f.devices.size(), f.mailboxes.size(),
                                f.source.empty() ? "" : ", says " + f.source.text)};
}

FactLine line(const ShiftPlanned& f)
{
    return {f.from, fmt::format("{} is to work at {} until {}", f.person.text, f.location.text,
                                describe(f.to))};
}

FactLine line(const ConfigApplied& f)
{
    return {f.at, fmt::format("organisation {:.12} and policy {:.12} applied by {}, {} changes",
                              f.organisation_version, f.policy_version,
                              f.by.empty() ? "the files" : f.by.text, f.changes.size())};
}

FactLine line(const MessageRescheduled& f)
{
    return {f.at, fmt::format("{} due {} instead of {}", f.message.text, describe(f.deadline),
                              describe(f.from_deadline))};
}

FactLine line(const NumberShown& f)
{
    return {f.at, fmt::format("{} number shown to {}", f.message.text, f.by.text)};
}

FactLine line(const AlarmActed& f)
{
    const auto done = f.act == AlarmAct::shelve   ? "shelved until " + describe(f.until)
                    : f.act == AlarmAct::unshelve ? std::string{"unshelved"}
                                                  : std::string{"acknowledged"};
    return {f.at, fmt::format("alarm {} {} by {}", f.subject, done, f.by.text)};
}

}  // namespace callwatch
